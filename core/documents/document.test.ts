// Rules of documents: how a number is written, what a layout must have, who signs how, who keeps a register.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor, Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { dateInWords, fullNumber } from './document.ts'
import { families, layoutOf, seedOf } from './layout.ts'
import { whyNotRegister } from './register.moves.ts'
import { signatureLines, signatureRule, usualAuthority, whyNotSigned } from './signature.ts'
import { changeLines } from './template.ts'

const party = layoutOf(seedOf('party').values)
const state = layoutOf(seedOf('state').values)

test('a number is written as its family does', () => {
  assert.equal(fullNumber(party, { number: 12, symbol: 'BC/HU' }), '12-BC/HU')
  assert.equal(fullNumber(party, { number: 5, symbol: 'NQ/ĐU' }), '05-NQ/ĐU')
  assert.equal(fullNumber(state, { number: 156, symbol: 'QĐ-UBND' }), '156/QĐ-UBND')
})

test('days under 10 and the months 1 and 2 have a nought', () => {
  assert.equal(dateInWords('2023-12-28'), 'ngày 28 tháng 12 năm 2023')
  assert.equal(dateInWords('2026-01-05'), 'ngày 05 tháng 01 năm 2026')
  assert.equal(dateInWords('2026-03-05'), 'ngày 05 tháng 3 năm 2026')
})

test('both families have every value, each with what it rests on', () => {
  for (const family of families) {
    const { values } = seedOf(family)
    assert.deepEqual(
      values.filter(({ basis, name }) => basis.length < 5 || name.length < 2),
      [],
    )
  }
  assert.deepEqual([party.marginTop, party.marginBottom, party.marginLeft, party.marginRight], [20, 20, 30, 15])
  assert.deepEqual([party.numberText, party.endMark, state.endMark], ['Số {number}', '.', './.'])
})

test('a changed value carries what the officer says of it, the others keep theirs', () => {
  const lines = changeLines(seedOf('party').values, { lineExact: 20 }, { confidence: 'read', basis: 'phụ lục in' })
  assert.equal(layoutOf(lines).lineExact, 20)
  const changed = lines.filter((line) => line.basis === 'phụ lục in')
  assert.deepEqual(
    changed.map(({ key, confidence }) => [key, confidence]),
    [['lineExact', 'read']],
  )
})

test('a committee signs T/M and has no K/T; a head signs directly, his deputy K/T', () => {
  const committee = signatureRule('partyCommittee')
  assert.equal(usualAuthority(committee, false), 'onBehalf')
  assert.equal(whyNotSigned(committee, 'forHead', false)?.refusal.code, 'committee-has-no-for-head')
  assert.equal(whyNotSigned(committee, 'direct', false)?.refusal.code, 'collective-signs-on-behalf')
  const onBehalf = { authority: 'onBehalf', title: 'Phó Bí thư', name: 'An' } as const
  assert.deepEqual(signatureLines(party, committee, onBehalf), ['T/M BAN THƯỜNG VỤ', 'PHÓ BÍ THƯ'])
  const board = signatureRule('massMobilisationBoard')
  assert.equal(whyNotSigned(board, 'direct', false), null)
  assert.equal(whyNotSigned(board, 'direct', true)?.refusal.code, 'deputy-signs-for-head')
  assert.equal(usualAuthority(board, true), 'forHead')
  const forHead = { authority: 'forHead', title: 'Phó Trưởng ban', name: 'Bình' } as const
  assert.deepEqual(signatureLines(party, board, forHead), ['K/T TRƯỞNG BAN', 'PHÓ TRƯỞNG BAN'])
  assert.deepEqual(signatureLines(state, signatureRule('peoplesCommittee'), forHead)[0], 'KT. CHỦ TỊCH')
})

test('the clerk of the body, or of the office above it, keeps its numbers; its officers read them', () => {
  const [body, above, elsewhere] = [1, 2, 3] as Id<'body'>[]
  const as = (role: Role, bodyId: Id<'body'>): Actor => {
    return {
      kind: 'person',
      personId: 9 as Id<'person'>,
      name: '',
      roles: [{ role, bodyId, deputyFor: null }],
      scopes: null,
    }
  }
  const register = { bodyId: body!, above: [above!] }
  assert.equal(whyNotRegister(as('clerk', body!), 'takeNumber', register), null)
  assert.equal(whyNotRegister(as('clerk', above!), 'createSeries', register), null)
  assert.equal(whyNotRegister(as('clerk', elsewhere!), 'takeNumber', register)?.refusal.code, 'clerk-only')
  assert.equal(whyNotRegister(as('officer', body!), 'takeNumber', register)?.refusal.code, 'clerk-only')
  assert.equal(whyNotRegister(as('officer', body!), 'read', register), null)
  const cancelled = { ...register, line: { cancelled: true, ofNoun: null } }
  assert.equal(whyNotRegister(as('clerk', body!), 'cancelNumber', cancelled)?.refusal.code, 'already-cancelled')
})
