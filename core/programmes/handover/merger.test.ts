// A merger in the middle of a reporting year: two communes become one on 1 July, their open work is handed over with its
// minutes, the quarter that ended before stays as it was, and every earlier figure still explains.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { news } from '../../mail/told.operations.ts'
import { listenersOf } from '../../people/notice.store.ts'
import { operator } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import { must } from '../../shared/result.ts'
import { verifyBoards } from '../boards/verify.ts'
import {
  app,
  as,
  ask,
  boardBefore,
  boardOf,
  call,
  childrenIn,
  committees,
  day,
  done,
  form,
  ha,
  party,
  periodOf,
  phuLy,
  programme,
  refused,
  report,
  triAn,
  unions,
  type Answer,
  lineOf,
} from './merger.cast.ts'

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
  const named = async () => {
    const { bodies } = await done(ha, 'handOvers.open', { act: act.id })
    const { things } = bodies.find((one: Answer) => one.bodyId === phuLy)
    return things.find((thing: Answer) => thing.part === 'duties').what
  }
  assert.match(await named(), /^CT-hoi-nong-dan – Biểu của Hội Nông dân → /)
  await sql`update form set name = 'Biểu ' || key || ' – Hội Nông dân' where id = ${form}`.execute(app.db)
  assert.match(await named(), /^Biểu CT-hoi-nong-dan – Hội Nông dân → /) // not its key once more before it
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

test('who received in the own line is followed by the taker, and the other receiver stays', async () => {
  const { line, lineName, to } = await lineOf(unions.get('26188')!)
  assert.deepEqual([line, lineName], [heir.union, 'Hội Nông dân phường Vĩnh Cửu'])
  const early = await done(operator, 'entries.open', { form, body: unions.get('26188')!, period: periodOf('2026-Q1') })
  assert.deepEqual([early.line.id, early.to.id], [triAn, to])
})

test('Minh, now of the new union, finishes the second quarter of Phú Lý and its answer, to the same day', async () => {
  const minh = await as('minh')
  assert.ok(minh.kind === 'person' && minh.roles[0]!.bodyId === heir.union)
  assert.deepEqual(new Set(minh.roles.map((held) => held.bodyId)), new Set([heir.union, triAn, phuLy]))
  const told = must(await news.ask(app, minh, {})).news.find(({ topic }) => topic === 'handOver.save')
  assert.deepEqual([told?.title, told?.bodyName], ['03/BB-BG', 'Hội Nông dân phường Vĩnh Cửu'])
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

test('the sums kept for boards equal a plain sum in the new tree, and places that ended keep none', async () => {
  const { sums, standings } = await verifyBoards(app, { repair: false })
  assert.deepEqual([sums, standings], [[], []])
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
