// The life of a report, read aloud: who does which move from which stage, and who is told why not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { signatureRule } from '../documents/signature.ts'
import { anonymous, operator, type Actor, type Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { moves, stageAfter, whyNot, type Move, type Standing } from './report.moves.ts'
import { stages } from './report.ts'

const [committee, board, province, next, union] = [1, 2, 3, 4, 5] as Id<'body'>[]
const person = (id: number, role: Role, bodyId = board!): Actor => ({
  ...{ kind: 'person', personId: id as Id<'person'>, name: '', scopes: null },
  roles: [{ role, bodyId, deputyFor: null }],
})
const officer = person(11, 'officer')
const head = person(12, 'head')
const boardOfParty = person(13, 'standingBoard', committee)
const clerk = person(14, 'clerk', committee)
const reporter = person(15, 'reporter', union)
const standing: Standing = {
  ...{ stage: 'draft', bodyId: committee!, above: [province!], staff: [committee!, board!] },
  ...{ asked: [union!], sentTo: [union!] },
  ...{ rule: signatureRule('partyCommittee'), drafterId: 11 as Id<'person'>, submittedBy: 11 as Id<'person'> },
}

const right: Record<Move, [Standing['stage'], Actor]> = {
  create: ['none', officer],
  write: ['returned', officer],
  refresh: ['draft', officer],
  circulate: ['draft', officer],
  comment: ['returned', reporter],
  decide: ['draft', officer],
  submit: ['draft', officer],
  return: ['submitted', head],
  accept: ['submitted', head],
  initial: ['accepted', head],
  approve: ['accepted', clerk],
  sign: ['accepted', boardOfParty],
  issue: ['signed', clerk],
  dispatch: ['issued', clerk],
  receive: ['superseded', reporter],
  publish: ['issued', clerk],
  supersede: ['issued', officer],
}

test('each move is made by the right person at the right stage', () => {
  for (const move of moves) {
    const [stage, actor] = right[move]
    assert.equal(whyNot(actor, move, { ...standing, stage }), null, move)
  }
})

test('each move is refused to everybody else, with a reason', () => {
  const wrong: Record<Move, [Actor, string]> = {
    create: [clerk, 'not-your-report'],
    write: [person(11, 'officer', next), 'not-your-report'],
    refresh: [boardOfParty, 'not-your-report'],
    circulate: [reporter, 'not-your-report'],
    comment: [officer, 'not-asked'],
    decide: [reporter, 'not-your-report'],
    submit: [clerk, 'not-your-report'],
    return: [officer, 'head-only'],
    accept: [boardOfParty, 'head-only'],
    sign: [head, 'signer-only'],
    initial: [officer, 'head-only'],
    approve: [officer, 'clerk-only'],
    issue: [officer, 'clerk-only'],
    dispatch: [head, 'clerk-only'],
    receive: [person(16, 'reporter', next), 'not-sent-to-you'],
    publish: [officer, 'clerk-only'],
    supersede: [person(15, 'head', next), 'not-your-report'],
  }
  for (const move of moves) {
    const [actor, code] = wrong[move]
    assert.equal(whyNot(actor, move, { ...standing, stage: right[move][0] })?.refusal.code, code, move)
    assert.equal(whyNot(anonymous, move, standing)?.refusal.code, 'sign-in-needed')
  }
})

test('no move leads from a wrong stage, not even for the operator', () => {
  for (const stage of stages)
    for (const move of moves) {
      const refusal = whyNot(operator, move, { ...standing, stage })?.refusal
      if (refusal) assert.deepEqual([refusal.kind, refusal.code], ['conflict', 'wrong-stage'])
    }
  assert.equal(whyNot(officer, 'write', { ...standing, stage: 'issued' })?.refusal.kind, 'conflict')
})

test('a head does not accept or return what he drafted or submitted himself', () => {
  const own = { ...standing, stage: 'submitted', drafterId: 12 as Id<'person'> } as const
  assert.equal(whyNot(head, 'accept', own)?.refusal.code, 'own-report')
  assert.equal(
    whyNot(head, 'return', { ...own, drafterId: null, submittedBy: 12 as Id<'person'> })?.refusal.code,
    'own-report',
  )
  assert.equal(whyNot(person(16, 'head'), 'accept', own), null)
})

test('a board’s own report is signed by its head, not by the standing board', () => {
  const own = { ...standing, stage: 'accepted', bodyId: board!, rule: signatureRule('massMobilisationBoard') } as const
  assert.equal(whyNot(head, 'sign', own), null)
  assert.equal(whyNot(boardOfParty, 'sign', own)?.refusal.code, 'signer-only')
})

test('the signer may send it back until it is issued; the head no longer after it is signed', () => {
  assert.equal(whyNot(boardOfParty, 'return', { ...standing, stage: 'accepted' }), null)
  assert.equal(whyNot(boardOfParty, 'return', { ...standing, stage: 'signed' }), null)
  assert.equal(whyNot(head, 'return', { ...standing, stage: 'signed' })?.refusal.code, 'head-only')
  assert.equal(whyNot(boardOfParty, 'return', { ...standing, stage: 'submitted' })?.refusal.code, 'head-only')
  assert.equal(stageAfter('return', 'signed'), 'returned')
  assert.equal(stageAfter('write', 'returned'), 'returned')
})
