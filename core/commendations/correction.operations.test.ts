// What was decided under a wrong name, number or day is put right by who awards; what stood there is read by whoever holds the old paper.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { decodeJwt } from 'jose'
import { anonymous } from '../shared/actor.ts'
import { must } from '../shared/result.ts'
import {
  aDecision,
  app,
  ask,
  done,
  formLike,
  nomineeIn,
  refused,
  roundOf,
  seenBy,
  women,
  type Answer,
} from './commendation.cast.ts'
import * as credentials from './credentials/credential.operations.ts'

const round = await roundOf((await formLike()).id)
const at = { round, nominator: women }
const why = 'Văn thư gõ sai tên khi ghi quyết định.'
const named = (name: string) => ({ name, post: 'Tổ trưởng', unit: 'Tổ dân phố 3', same: true, why })
const check = (code: string) => done('anybody', 'publicCommendations.check', { code })
const codeOf = async (id: number) => (await done('hoa', 'open', { id })).code as string
const consent = { words: 'Tôi đồng ý cho nêu tên tôi ở trang này.', on: '2026-07-01', channel: 'paper' }

test('a name nobody can print is told when it is proposed and when it is saved; so is one too wide for two lines', async () => {
  const person = { kind: 'person', post: 'Tổ trưởng', unit: 'Tổ 3', achievement: '', merits: [] }
  const said = await refused('hoa', 'nominate', { ...at, ...person, name: 'Trần 漢 Định', unit: 'Đội 😀' })
  assert.match(said.said, /漢.*😀/)
  assert.match((await refused('hoa', 'nominate', { ...at, ...person, name: 'W'.repeat(150) })).said, /hai dòng/)
  const id = await nomineeIn('nominated', at)
  const broken = { ...person, name: 'Trần  Giả\n Định' }
  await done('hoa', 'save', { ...(await seenBy('hoa', id)), ...broken })
  assert.equal((await done('hoa', 'open', { id })).name, 'Trần Giả Định')
})

test('a misspelt name: only by who awards, with a reason and the word that it is the same person; before is kept, consent too', async () => {
  const id = await nomineeIn('presented', { ...at, name: 'Nguyễn Thị Thí Zụ' })
  await done('hoa', 'giveConsent', { ...(await seenBy('hoa', id)), ...consent })
  const code = await codeOf(id)
  const right = { ...named('Nguyễn Thị Thí Dụ'), document: '80/QĐ-UBND', on: '2026-07-06' }
  const seen = await seenBy('phuoc', id)
  for (const [who, refusal] of [
    ['hoa', 'role-needed'],
    ['khanh', 'awarder-only'],
    ['thu', 'role-needed'],
    ['tinh', 'not-your-round'],
  ] as const)
    assert.equal((await refused(who, 'correctName', { ...seen, ...right })).code, refusal, who)
  const faulty = await refused('vinh', 'correctName', { ...seen, ...right, name: 'Tổ 漢字', same: false, on: null })
  for (const said of [/漢/, /vẫn là người/, /ngày của văn bản/]) assert.match(faulty.said, said)
  assert.match((await refused('vinh', 'correctName', { ...seen, ...named('Nguyễn Thị Thí Zụ') })).said, /Chưa sửa gì/)
  assert.match((await refused('vinh', 'correctName', { ...seen, ...right, on: '2026-07-04' })).said, /trước quyết định/)
  const naming = { ...right, document: 'QĐ 80 đính chính bà Nguyễn Thị Thí Zụ' }
  assert.match((await refused('vinh', 'correctName', { ...seen, ...naming })).said, /không ghi tên người/)
  await done('vinh', 'correctName', { ...seen, ...right })
  assert.equal((await refused('vinh', 'correctName', { ...seen, ...right })).code, 'changed-meanwhile')
  const open = await done('hoa', 'open', { id })
  assert.deepEqual([open.name, open.stage, open.code], ['Nguyễn Thị Thí Dụ', 'presented', code])
  assert.equal(open.corrections[0].nameBefore, 'Nguyễn Thị Thí Zụ')
  assert.equal(open.life.at(-1).note, why)
  const shown = await check(code)
  assert.deepEqual([shown.name, shown.corrections[0].nameBefore], ['Nguyễn Thị Thí Dụ', 'Nguyễn Thị Thí Zụ'])
  assert.deepEqual([shown.corrections[0].document, shown.corrections[0].on], ['80/QĐ-UBND', '2026-07-06'])
  const found = async (q: string) => (await done('anybody', 'publicCommendations.list', { q })).lines.length
  assert.deepEqual([await found('thi du'), await found('thi zu')], [1, 0])
  await done('hoa', 'withdrawConsent', await seenBy('hoa', id))
  const hidden = (await check(code)).corrections[0]
  assert.deepEqual([hidden.nameBefore, hidden.unitBefore], [null, null])
})

test('not before a decision; a right name that holds the honour already is revoked instead; of what is revoked only the name is put right', async () => {
  const submitted = await nomineeIn('submitted', at)
  assert.equal(
    (await refused('phuoc', 'correctName', { ...(await seenBy('phuoc', submitted)), ...named('Tên Khác') })).code,
    'wrong-stage',
  )
  const form = await formLike({ once: true })
  const [first, second] = [await roundOf(form.id), await roundOf(form.id)]
  await nomineeIn('decided', { ...at, round: first, name: 'Lê Một Lần' })
  const other = await nomineeIn('decided', { ...at, round: second, name: 'Lê Một Nần' })
  const seen = await seenBy('phuoc', other)
  const said = await refused('phuoc', 'correctName', { ...seen, ...named('Lê Một Lần') })
  assert.equal(said.code, 'barred')
  assert.match(said.said, /huỷ quyết định/)
  const twin = await nomineeIn('decided', { ...at, round: second, name: 'Lê Hai Lần' })
  assert.equal(
    (await refused('phuoc', 'correctName', { ...(await seenBy('phuoc', twin)), ...named('Lê Một Nần') })).code,
    'in-round-already',
  )
  await done('phuoc', 'revoke', { ...seen, on: '2026-07-06', document: '90/QĐ-UBND', why: 'Khen trùng người.' })
  // One that was revoked stands in nobody's way.
  await done('phuoc', 'correctName', { ...(await seenBy('phuoc', twin)), ...named('Lê Một Nần') })
  await done('phuoc', 'correctName', { ...(await seenBy('phuoc', other)), ...named('Lê Một Lần') })
  const { name, stage } = await done('hoa', 'open', { id: other })
  assert.deepEqual([name, stage], ['Lê Một Lần', 'revoked'])
})

test('the name of a person that only the entry here bore may be somebody else’s: everybody reads that it was put right, not what stood', async () => {
  const id = await nomineeIn('decided', { ...at, name: 'Trần Văn Dòng Bên' })
  const code = await codeOf(id)
  await done('vinh', 'correctName', { ...(await seenBy('vinh', id)), ...named('Lê Thị Đúng Dòng') })
  await done('hoa', 'giveConsent', { ...(await seenBy('hoa', id)), ...consent })
  const shown = await check(code)
  assert.equal(shown.name, 'Lê Thị Đúng Dòng')
  assert.deepEqual([shown.corrections[0].nameBefore, shown.corrections[0].document], [null, ''])
  assert.equal((await done('vinh', 'open', { id })).corrections[0].nameBefore, 'Trần Văn Dòng Bên')
  const right = { ...named('Lê Thị Đúng Ngay'), document: '81/QĐ-UBND', on: '2026-07-06' }
  await done('vinh', 'correctName', { ...(await seenBy('vinh', id)), ...right })
  await done('vinh', 'correctName', { ...(await seenBy('vinh', id)), ...named('Lê Thị Đúng Ngày') })
  const { corrections } = await check(code)
  assert.deepEqual(
    corrections.map((one: Answer) => [one.nameBefore, one.afterDocument]),
    [
      [null, false],
      ['Lê Thị Đúng Dòng', false],
      [null, true],
    ],
  )
})

test('number, day and signer as they stand on the signed paper; another year gives lines of its book, none is given twice', async () => {
  const own = await roundOf((await formLike({ validFrom: '2025-01-01' })).id)
  const ids = [await nomineeIn('submitted', { ...at, round: own }), await nomineeIn('submitted', { ...at, round: own })]
  const nominees = await Promise.all(ids.map((id) => seenBy('phuoc', id)))
  const typed = aDecision('201/QĐ-UBND', { on: '2025-12-05' })
  const { decision } = await done('phuoc', 'decide', { round: own, ...typed, nominees })
  const entry = async () => {
    const { decisions } = await done('phuoc', 'round', { id: own })
    const { number, on, signerPost, version } = decisions.find(({ id }: { id: number }) => id === decision)
    return { number, on, signerPost, expectedVersion: version }
  }
  const asked = { round: own, decision, why: 'Ghi nhầm năm và số của quyết định.' }
  const right = { number: '102/QĐ-UBND', on: '2026-07-05', signerPost: 'Phó Chủ tịch UBND phường' }
  const seen = await entry()
  assert.equal((await refused('khanh', 'correctDecision', { ...asked, ...seen, ...right })).code, 'awarder-only')
  assert.match((await refused('vinh', 'correctDecision', { ...asked, ...seen })).said, /Chưa sửa gì/)
  assert.match((await refused('vinh', 'correctDecision', { ...asked, ...seen, on: '2026-07-30' })).said, /sau hôm nay/)
  assert.equal(
    (await refused('vinh', 'correctDecision', { ...asked, ...seen, ...right, round })).code,
    'no-such-decision',
  )
  const code = await codeOf(ids[0]!)
  const [a, b] = await Promise.all(
    ['vinh', 'phuoc'].map((who) => ask(who, 'correctDecision', { ...asked, ...seen, ...right })),
  )
  assert.deepEqual([a!.ok, b!.ok].sort(), [false, true])
  const shown = await check(code)
  assert.deepEqual(
    [shown.number, shown.on, shown.signerPost],
    ['102/QĐ-UBND', '2026-07-05', 'Phó Chủ tịch UBND phường'],
  )
  assert.match(shown.book, /\/2026$/)
  assert.deepEqual(
    shown.decisionBefore.map(({ number, on, book }: Answer) => [number, on, book]),
    [['201/QĐ-UBND', '2025-12-05', '1/2025']],
  )
  assert.equal((await done('hoa', 'open', { id: ids[0] })).life.at(-1).stood.book, '1/2025')
  // The lines of 2025 that were printed are not given to others.
  const late = await nomineeIn('submitted', { ...at, round: own })
  const again = { round: own, ...aDecision('202/QĐ-UBND', { on: '2025-12-06' }) }
  const { nominees: next } = await done('phuoc', 'decide', { ...again, nominees: [await seenBy('phuoc', late)] })
  assert.equal(next[0].book, '3/2025')
  const taken = await refused('vinh', 'correctDecision', {
    ...asked,
    ...(await entry()),
    ...right,
    number: '202/QĐ-UBND',
    on: '2025-12-06',
  })
  assert.match(taken.said, /đã ghi cho một quyết định khen khác/)
  // Numbers begin anew every year: the same one may stand in the round twice.
  const { decisions } = await done('phuoc', 'round', { id: own })
  const other = decisions.find((one: Answer) => one.id !== decision)
  const same = { number: '102/QĐ-UBND', on: '2025-12-06', signerPost: other.signerPost, expectedVersion: other.version }
  await done('vinh', 'correctDecision', { ...asked, decision: other.id, ...same })
})

test('the day in the hall, put right; a decision is not signed after it', async () => {
  const id = await nomineeIn('presented', at)
  const day = { on: '2026-07-05', why: 'Ghi nhầm ngày họp hội nghị.' }
  assert.equal((await refused('hoa', 'correctPresented', { ...(await seenBy('hoa', id)), ...day })).code, 'role-needed')
  const seen = await seenBy('dung', id)
  assert.match((await refused('dung', 'correctPresented', { ...seen, ...day, on: '2026-07-04' })).said, /trước ngày ký/)
  await done('dung', 'correctPresented', { ...seen, ...day })
  assert.equal((await done('dung', 'open', { id })).presentedOn, '2026-07-05')
  const twins = [await nomineeIn('submitted', at), await nomineeIn('submitted', at)]
  const both = async (who: string) => Promise.all(twins.map((one) => seenBy(who, one)))
  await done('phuoc', 'decide', { round, ...aDecision('301/QĐ-UBND'), nominees: await both('phuoc') })
  await done('dung', 'present', { round, on: '2026-07-06', nominees: await both('dung') })
  const all = { ...(await seenBy('dung', twins[1]!)), ...day, all: true }
  assert.equal((await done('dung', 'correctPresented', all)).corrected, 2)
  assert.equal((await done('dung', 'open', { id: twins[0] })).presentedOn, '2026-07-05')
  assert.equal((await done('dung', 'open', { id: twins[0] })).life.at(-1).before, '06/07/2026')
  const { decisions } = await done('phuoc', 'round', { id: round })
  const mine = (await done('phuoc', 'round', { id: round })).nominees.find((one: { id: number }) => one.id === id)
  const { number, signerPost, version } = decisions.find((one: { id: number }) => one.id === mine.decisionId)
  const entry = { round, decision: mine.decisionId, number, signerPost, expectedVersion: version, why }
  assert.match(
    (await refused('vinh', 'correctDecision', { ...entry, on: '2026-07-06' })).said,
    /đính chính ngày trao trước/,
  )
})

test('the credential given before a correction holds no more, the one after does; revoked, neither does', async () => {
  const id = await nomineeIn('presented', {
    ...at,
    kind: 'collective',
    name: 'Tổ dân phố Sông Chanh',
    post: '',
    unit: '',
  })
  const code = await codeOf(id)
  const given = async () => {
    const { content } = must(await credentials.credential.ask(app, anonymous, { code }))
    return decodeJwt(Buffer.from(content).toString()) as Record<string, any>
  }
  const holds = async ({ credentialStatus: { statusListIndex, statusListCredential } }: Record<string, any>) => {
    const list = Number(statusListCredential.split('/').at(-1))
    const { content } = must(await credentials.credentialStatus.ask(app, anonymous, { list }))
    const { encodedList } = (decodeJwt(Buffer.from(content).toString()) as Record<string, any>).credentialSubject
    const bits = gunzipSync(Buffer.from(encodedList.slice(1), 'base64url'))
    return ((bits[statusListIndex >> 3]! >> (7 - (statusListIndex % 8))) & 1) === 0
  }
  const first = await given()
  assert.ok(await holds(first))
  const right = { ...named('Tổ dân phố Sông Trong'), post: '', unit: '' }
  await done('vinh', 'correctName', { ...(await seenBy('vinh', id)), ...right })
  const second = await given()
  assert.match(second.name, /Sông Trong/)
  assert.equal(second.id, first.id)
  assert.ok(Date.parse(second.validFrom) > Date.parse(first.validFrom))
  assert.deepEqual([first.awardedDate, second.awardedDate], [first.validFrom, first.validFrom])
  assert.deepEqual([await holds(first), await holds(second)], [false, true])
  await done('vinh', 'correctName', { ...(await seenBy('vinh', id)), ...right, name: 'Tổ dân phố Sông Trăng' })
  const third = await given()
  assert.deepEqual([await holds(first), await holds(second), await holds(third)], [false, false, true])
  await done('phuoc', 'revoke', {
    ...(await seenBy('phuoc', id)),
    on: '2026-07-06',
    document: '99/QĐ',
    why: 'Khai sai sự thật.',
  })
  assert.equal(await holds(third), false)
})
