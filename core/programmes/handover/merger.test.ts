// A merger in the middle of a reporting year: two communes become one on 1 July, their open work is handed over with its
// minutes, the quarter that ended before stays as it was, and every earlier figure still explains.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { actOperations } from '../../acts/index.operations.ts'
import { giveFunction } from '../../bodies/body.change.ts'
import { create as createBody } from '../../bodies/body.create.ts'
import { callOperations } from '../../calls/index.operations.ts'
import { documentOperations } from '../../documents/index.operations.ts'
import { peopleOperations } from '../../people/index.operations.ts'
import { insertPerson } from '../../people/person.write.store.ts'
import { listenersOf } from '../../people/notice.store.ts'
import { actorOfPerson } from '../../people/sign-in.ts'
import { placeAt } from '../../places/place.read.ts'
import { operator, type Actor, type Role } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import { must, sentencesOf } from '../../shared/result.ts'
import { openTestApp } from '../../testing/open-test-db.ts'
import { programmeOperations } from '../index.operations.ts'
import { loadCatalogue } from '../forms/catalogue.load.ts'

const app = await openTestApp('places', { now: '2026-04-02T09:00:00+07:00' })
await loadCatalogue(app, [])
const day = '2026-07-01'
const all = [...programmeOperations, ...actOperations, ...callOperations, ...documentOperations, ...peopleOperations]
type Answer = { [key: string]: any }
const ask = (actor: Actor, name: string, input: unknown) => all.find((one) => one.name === name)!.ask(app, actor, input)
const done = async (actor: Actor, name: string, input: unknown = {}) => must(await ask(actor, name, input)) as Answer
const refused = async (actor: Actor, name: string, input: unknown) => {
  const result = await ask(actor, name, input)
  assert.ok(!result.ok, `${name} was not refused`)
  return { code: result.refusal.code, said: sentencesOf(result.refusal).join(' ') }
}
const placeOf = async (code: string, on = '2026-06-30') => (await placeAt(app.db, code, on))!.placeId
const body = async (organisation: string, name: string, code: string, parentId?: number) => {
  const made = { organisation, name, placeId: await placeOf(code), parentId }
  return must(await createBody.ask(app, operator, made)).id as Id<'body'>
}

const party = await body('partyCommittee', 'Thành ủy Đồng Nai', '75')
const board = await body('massMobilisationBoard', 'Ban Dân vận Thành ủy', '75', party)
must(await giveFunction.ask(app, operator, { id: board, expectedVersion: 1, function: 'massMobilisation' }))
const unions = new Map<string, Id<'body'>>()
const committees = new Map<string, Id<'body'>>()
for (const [code, name] of [
  ['26170', 'phường Trị An'],
  ['26173', 'xã Phú Lý'],
  ['26188', 'phường Tân Triều'],
] as const) {
  const committee = await body('partyCommittee', `Đảng ủy ${name}`, code, party)
  committees.set(code, committee)
  unions.set(code, await body('farmersUnion', `Hội Nông dân ${name}`, code, committee))
}

async function person(username: string, role: Role, bodyId: Id<'body'>) {
  const roles = [{ role, bodyId, validFrom: '2026-01-01' }]
  const plain = { name: `Người dùng ${username}`, username, passwordHash: 'x', roles, at: app.clock() }
  return app.db.transaction().execute((tx) => insertPerson(tx, plain))
}
const [phuLy, triAn] = [unions.get('26173')!, unions.get('26170')!]
await person('quantri', 'administrator', party)
await person('lan', 'reporter', phuLy)
await person('minh', 'reporter', triAn)
await person('hung', 'clerk', committees.get('26173')!)
await person('chuyenvien', 'officer', board)
const as = (username: string) => actorOfPerson(app, username)
const ha = await as('quantri')

const { calendar } = await done(operator, 'calendars.add', {
  ...{ key: 'quarters', name: 'Theo quý', entryKind: 'quarter', confidence: 'assumed' },
})
const quarter = (n: number, from: string, to: string, due: string) => ({
  ...{ key: `2026-Q${n}`, kind: 'quarter', name: `Quý ${n}/2026` },
  ...{ startsOn: `2026-${from}`, endsOn: `2026-${to}`, cutOffOn: `2026-${to}`, dueOn: `2026-${due}` },
})
await done(operator, 'periods.add', {
  calendar,
  periods: [
    quarter(1, '01-01', '03-31', '04-05'),
    quarter(2, '04-01', '06-30', '07-05'),
    quarter(3, '07-01', '09-30', '10-05'),
    { ...quarter(4, '01-01', '12-31', '12-31'), key: '2026', kind: 'year', name: 'Năm 2026' },
  ],
})
const { periods } = await done(operator, 'periods.list', { calendar })
const periodOf = (key: string) => periods.find((one: Answer) => one.key === key).id
const title = 'Chương trình công tác dân vận năm 2026 (thử)'
const { programme } = await done(operator, 'programmes.create', { body: party, year: 2026, title, calendar })
const target = {
  ...{ no: 1, indicator: 'regularActivityRate', name: 'Sinh hoạt thường xuyên', comparator: '>', threshold: '80' },
  bindings: [{ organisation: 'farmersUnion', sector: null }],
}
const { version } = await done(operator, 'targets.put', { programme, expectedVersion: 1, ...target })
const made = await done(operator, 'forms.fromTargets', { programme, expectedVersion: version })
await done(operator, 'programmes.issue', { programme, expectedVersion: made.version })
const form = made.forms[0].form

async function report(key: string, of: Id<'body'>, values: number[], accept = true) {
  const rows = values.map((value, i) => ({ no: i + 1, value }))
  const entry = { form, body: of, period: periodOf(key), expectedVersion: 0, rows }
  const sent = await done(operator, 'entries.submit', entry)
  if (accept) await done(operator, 'entries.accept', { id: sent.entry, expectedVersion: sent.version })
  return sent.entry as number
}
const boardOf = (period: string) => done(operator, 'boards.show', { programme, period })
const childrenIn = async (period: string) =>
  (await boardOf(period)).targets[0].children.map((child: Answer) => [
    child.place.name,
    child.numerator,
    child.denominator,
  ])

for (const code of ['26170', '26173', '26188']) await report('2026-Q1', unions.get(code)!, [100, 80])
await report('2026-Q2', triAn, [200, 150])
const { call } = await done(operator, 'calls.create', { body: party, kind: 'quick', year: 2026, dueOn: '2026-07-10' })
const seen = (await done(operator, 'calls.show', { id: call })).call.version
await done(operator, 'calls.edit', {
  ...{ id: call, expectedVersion: seen, title: 'Báo cáo nhanh', bodies: [phuLy, triAn] },
  ...{ dueOn: '2026-07-10', sections: [{ key: 'situation', heading: 'Tình hình', mostWords: 500, asks: 'text' }] },
})
await done(operator, 'calls.issue', { id: call, expectedVersion: seen + 1 })
await done(await as('lan'), 'answers.save', {
  call,
  body: phuLy,
  expectedVersion: 0,
  texts: { situation: 'Đang viết dở.' },
})
await done(operator, 'numberSeries.create', {
  ...{ body: committees.get('26173')!, kind: 'BC', symbol: 'BC/ĐU', validFrom: '2025-07-01', validTo: '2030-06-30' },
  lastNumber: 41,
})
const boardBefore = await boardOf('2026-Q1')

let act: Answer
test('Hà saves the act on 2 July, for 1 July, with its document', async () => {
  app.setNow('2026-07-02T09:00:00+07:00')
  const draft = await done(ha, 'acts.create', {
    ...{ number: '15/NQ-HĐND', issuer: 'HĐND thành phố Đồng Nai', issuedOn: '2026-05-20', effectiveOn: day },
  })
  const line = (from: string) => ({ kind: 'merge', from, code: '26170', name: 'Vĩnh Cửu', type: 'Phường' })
  const lines = [line('26170'), line('26173')]
  const { version } = await done(ha, 'acts.addLines', { id: draft.id, expectedVersion: 1, lines })
  act = await done(ha, 'acts.save', { id: draft.id, expectedVersion: version })
  assert.deepEqual(
    act.made.map((one: Answer) => one.fullName),
    ['Phường Vĩnh Cửu'],
  )
})

const heir = { union: 0 as Id<'body'>, committee: 0 as Id<'body'> }
test('the bodies follow by proposal: one committee and one union of the new ward, under the upper bodies', async () => {
  const proposed = await done(ha, 'acts.proposeBodies', { id: act.id })
  assert.deepEqual(
    proposed.make.map((one: Answer) => [one.key, one.name, one.parent]),
    [
      ['n1', 'Đảng ủy phường Vĩnh Cửu', `b${party}`],
      ['n2', 'Hội Nông dân phường Vĩnh Cửu', 'n1'],
    ],
  )
  assert.deepEqual(
    proposed.change.map((one: Answer) => [one.name, one.action, one.to]),
    [
      ['Đảng ủy phường Trị An', 'end', ['n1']],
      ['Hội Nông dân phường Trị An', 'end', ['n2']],
      ['Đảng ủy xã Phú Lý', 'end', ['n1']],
      ['Hội Nông dân xã Phú Lý', 'end', ['n2']],
    ],
  )
  const change = proposed.change.map(({ body, version, action, to }: Answer) => ({ body, version, action, to }))
  const input = { id: act.id, expectedVersion: act.version, make: proposed.make, change }
  const unmade = await refused(ha, 'acts.changeBodies', { ...input, make: proposed.make.slice(0, 1) })
  assert.match(unmade.said, /Hội Nông dân xã Phú Lý: tổ chức mới được chọn không lập/)
  const answer = await done(ha, 'acts.changeBodies', input)
  const ids = answer.made.map((one: Answer) => one.bodyId)
  ;[heir.committee, heir.union] = ids
  assert.equal(answer.ended.length, 4)
  assert.equal((await refused(ha, 'acts.changeBodies', input)).code, 'bodies-done')
})

let page: Answer
test('the page of the hand-over lists what is open, by kind, with the proposed taker, and what stays', async () => {
  page = await done(ha, 'handOvers.open', { act: act.id })
  const of = (id: Id<'body'>) => page.bodies.find((one: Answer) => one.bodyId === id)
  assert.equal(page.bodies.length, 4)
  assert.deepEqual([of(phuLy).proposed, of(phuLy).on], [heir.union, day])
  const parts = (id: Id<'body'>) => of(id).things.map((thing: Answer) => [thing.part, thing.noun, thing.dueOn])
  assert.deepEqual(parts(phuLy), [
    ['roles', 'roleHeld', null],
    ['duties', 'duty', null],
    ['entries', 'duty', '2026-07-05'],
    ['answers', 'answer', '2026-07-10'],
  ])
  assert.deepEqual(parts(committees.get('26173')!), [
    ['roles', 'roleHeld', null],
    ['series', 'numberSeries', '2030-06-30'],
  ])
  assert.deepEqual(of(triAn).stays, [{ part: 'entries', count: 2 }])
  assert.equal((await refused(await as('chuyenvien'), 'handOvers.open', { act: act.id })).code, 'role-needed')
})

const minutes = { number: '03/BB-BG', dated: '2026-07-02', note: 'Bàn giao tại trụ sở phường' }
const linesOf = () => page.bodies.map(({ bodyId, proposed }: Answer) => ({ from: bodyId, to: proposed }))

test('bad batches are refused whole: a taker that is not there, a body that has not ended, a circle', async () => {
  const wrong = [
    { from: phuLy, to: triAn },
    { from: triAn, to: phuLy },
    { from: unions.get('26188')!, to: heir.union },
  ]
  const { said } = await refused(ha, 'handOvers.save', { ...minutes, lines: wrong })
  assert.match(said, /vòng quanh/)
  assert.match(said, /Đơn vị nhận việc của Hội Nông dân xã Phú Lý không hoạt động vào ngày 01\/07\/2026/)
  assert.match(said, /chưa kết thúc hoạt động/)
  assert.equal((await done(ha, 'handOvers.list')).handOvers.length, 0)
  assert.equal((await done(await as('lan'), 'entries.work')).toFill.length > 0, true)
})

test('sent twice at once it is saved once; each thing has one line in the events', async () => {
  const input = { ...minutes, lines: linesOf() }
  const answers = await Promise.all([ask(ha, 'handOvers.save', input), ask(ha, 'handOvers.save', input)])
  const codes = answers.map((one) => (one.ok ? 'ok' : one.refusal.code)).sort()
  assert.deepEqual(codes, ['handed-over-already', 'ok'])
  const { handOvers } = await done(ha, 'handOvers.list')
  assert.deepEqual([handOvers.length, handOvers[0].number, handOvers[0].bodies], [1, '03/BB-BG', 4])
  const kept = await done(ha, 'handOvers.show', { id: handOvers[0].id })
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from event
    where move = 'handOver' and changes ->> 'handOver' = ${String(handOvers[0].id)}`.execute(app.db)
  assert.equal(rows[0]!.n, kept.things.length)
  const told = await sql<{ id: number }>`select body_id as id from outbox_message where topic = 'handOver.save'
    order by id`.execute(app.db)
  assert.deepEqual(new Set(told.rows.map((row) => row.id)), new Set([heir.committee, heir.union]))
})

test('Minh, now of the new union, finishes the second quarter of Phú Lý and its answer, to the same day', async () => {
  const minh = await as('minh')
  assert.ok(minh.kind === 'person' && minh.roles[0]!.bodyId === heir.union)
  assert.deepEqual(new Set(minh.roles.map((held) => held.bodyId)), new Set([heir.union, triAn, phuLy]))
  const at = { form, body: phuLy, period: periodOf('2026-Q2') }
  const { toFill } = await done(minh, 'entries.work')
  const line = toFill.find((one: Answer) => one.body === phuLy && one.period === at.period)
  assert.deepEqual([line.dueOn, line.stage], ['2026-07-05', 'none'])
  const rows = [50, 40].map((value, i) => ({ no: i + 1, value }))
  const sent = await done(minh, 'entries.submit', { ...at, expectedVersion: 0, rows })
  await done(operator, 'entries.accept', { id: sent.entry, expectedVersion: sent.version })
  const answer = await done(minh, 'answers.open', { call, body: phuLy })
  const texts = { situation: 'Đã viết xong.' }
  await done(minh, 'answers.submit', {
    call,
    body: phuLy,
    expectedVersion: answer.version,
    texts,
  })
  const listening = await listenersOf(app.db, phuLy, '2026-07-02')
  assert.equal(listening.length, 2)
})

test('the board of the second quarter shows the old communes, that of the third the new ward; the first is as it was', async () => {
  assert.deepEqual(await childrenIn('2026-Q2'), [
    ['Phường Trị An', 150, 200],
    ['Xã Phú Lý', 40, 50],
    ['Phường Tân Triều', 0, 0],
  ])
  await report('2026-Q3', heir.union, [260, 200])
  assert.deepEqual(await childrenIn('2026-Q3'), [
    ['Phường Vĩnh Cửu', 200, 260],
    ['Phường Tân Triều', 0, 0],
  ])
  assert.deepEqual(await boardOf('2026-Q1'), boardBefore)
  const third = await boardOf('2026-Q3')
  assert.deepEqual([third.reported, third.expected], [1, 2])
  const matrix = await done(operator, 'entries.matrix', { programme, period: '2026-Q3' })
  const names = matrix.lines.map((line: Answer) => line.bodyName).sort()
  assert.deepEqual(names, ['Hội Nông dân phường Tân Triều', 'Hội Nông dân phường Vĩnh Cửu'])
})

test('every figure of before and after explains down to who reported it', async () => {
  for (const period of ['2026-Q1', '2026-Q2', '2026-Q3']) {
    const [target] = (await boardOf(period)).targets
    for (const child of target.children.filter((one: Answer) => one.reported)) {
      const explained = await done(operator, 'figures.explain', { figure: child.figure })
      assert.ok(explained.inputs.length > 0, `${period} ${child.place.name}`)
    }
  }
})

test('the year goes on: the programme is read for the whole year and counts the quarters as they were', async () => {
  const year = await boardOf('2026')
  const [target] = year.targets
  assert.deepEqual([year.period.key, target.numerator, target.denominator], ['2026', 200, 260])
  assert.equal(target.complete, false)
})

test('numbers are never moved: the old series is closed with its reason, the new committee begins its own at 1', async () => {
  const hung = await as('hung')
  const [old] = (await done(hung, 'numberSeries.list', { body: committees.get('26173')! })).series
  assert.deepEqual([old.lastNumber, old.validTo], [41, '2026-06-30'])
  const [own] = (await done(hung, 'numberSeries.list', { body: heir.committee })).series
  assert.deepEqual([own.lastNumber, own.validFrom, own.validTo], [0, day, '2030-06-30'])
  const taken = await done(hung, 'documents.takeNumber', {
    ...{ body: heir.committee, kind: 'BC', dated: '2026-07-02', summary: 'Báo cáo nhanh' },
  })
  assert.equal(taken.number, 1)
})

test('nobody works for the old body any more as such, and the old body says who took over', async () => {
  const { handOver } = await done(ha, 'handOvers.ofBody', { body: phuLy })
  assert.deepEqual([handOver.number, handOver.toName], ['03/BB-BG', 'Hội Nông dân phường Vĩnh Cửu'])
  const { rows } = await sql<{ until: string | null }>`select valid_to as until from role_held
    where body_id = ${phuLy}`.execute(app.db)
  assert.deepEqual(rows, [{ until: '2026-06-30' }])
})
