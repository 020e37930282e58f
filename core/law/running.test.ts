// Limits that run: a complaint suspended and extended, a day off declared meanwhile; a thousand random lives against a model.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { operator } from '../shared/actor.ts'
import { addDays, type Day } from '../shared/day.ts'
import { must } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { confirm, show } from './calendar.operations.ts'
import { calendarFor } from './calendar.read.ts'
import { dueOf } from './clock.ts'
import { loadLaws } from './law.load.ts'
import { addVersion } from './rule.operations.ts'
import { endsAt, timeliness } from './running.rules.ts'
import { extend, goOn, meet, runningOf, startLimit, suspend, type Whose } from './running.ts'
import { onLimitsMoved, recomputeLimits, type Moved } from './running.watch.ts'

const app = await openTestApp('empty', { now: '2026-07-01T09:00:00+07:00' })
await loadLaws(app)
const inTx = <T>(work: (tx: Parameters<typeof startLimit>[0]) => Promise<T>) => app.db.transaction().execute(work)
const at = (day: string, time = '10:00') => new Date(`${day}T${time}:00+07:00`)
const complaint = (nounId: number): Whose => ({ noun: 'complaint', nounId, limit: 'solve' })
const begin = (nounId: number, day = '2026-07-01', rule = 'complaint.solve.first') =>
  inTx((tx) => startLimit(tx, complaint(nounId), { rule, at: at(day) }))
const now = async (nounId: number) => (await runningOf(app.db, { noun: 'complaint', nounId }))[0]!

test('suspended it has no end; going on it ends later; the first end stays; extended before the roll', async () => {
  const { id, due, article } = await begin(1)
  assert.deepEqual([due, article], ['2026-07-31', 'Luật Khiếu nại 02/2011/QH13, Điều 28'])
  const reason = 'chờ kết quả giám định'
  assert.equal(must(await inTx((tx) => suspend(tx, id, { on: '2026-07-10', reason }))).due, null)
  const twice = await inTx((tx) => suspend(tx, id, { on: '2026-07-12', reason }))
  assert.equal(twice.ok ? '' : twice.refusal.code, 'suspended-already')
  const early = await inTx((tx) => goOn(tx, id, '2026-07-09'))
  assert.equal(early.ok ? '' : early.refusal.code, 'too-early')
  const going = must(await inTx((tx) => goOn(tx, id, '2026-07-20')))
  assert.deepEqual([going.due, going.originalDue], ['2026-08-10', '2026-07-31'])
  const longer = must(await inTx((tx) => extend(tx, id, { by: 5, at: at('2026-08-01') })))
  assert.deepEqual([longer.due, longer.originalDue, longer.extension], ['2026-08-17', '2026-07-31', 5])
  const late = await inTx((tx) => extend(tx, id, { by: 5, at: at('2026-08-18') }))
  assert.equal(late.ok ? '' : late.refusal.code, 'over-already')
  const met = must(await inTx((tx) => meet(tx, id, at('2026-08-17', '16:00'))))
  assert.deepEqual(timeliness(met), { onTime: true, onFirst: false })
  const after = await inTx((tx) => suspend(tx, id, { on: '2026-08-18', reason }))
  assert.equal(after.ok ? '' : after.refusal.code, 'not-running')
})

test('late stays late: suspended only after it was over, it is neither met on time nor extended; suspended in time it is', async () => {
  const reason = 'chờ kết quả giám định'
  const { id: late } = await begin(4)
  must(await inTx((tx) => suspend(tx, late, { on: '2026-08-05', reason })))
  const more = await inTx((tx) => extend(tx, late, { by: 5, at: at('2026-08-06') }))
  assert.equal(more.ok ? '' : more.refusal.code, 'over-already')
  const done = must(await inTx((tx) => meet(tx, late, at('2026-08-10'))))
  assert.deepEqual([done.due, timeliness(done)], ['2026-07-31', { onTime: false, onFirst: false }])
  const { id: held } = await begin(5)
  must(await inTx((tx) => suspend(tx, held, { on: '2026-07-30', reason })))
  must(await inTx((tx) => extend(tx, held, { by: 1, at: at('2026-08-06') })))
  const kept = must(await inTx((tx) => meet(tx, held, at('2026-08-10'))))
  assert.deepEqual([kept.due, timeliness(kept)], ['2026-08-12', { onTime: true, onFirst: false }])
})

test('a calendar confirmed while a limit is being computed: it is computed again, not taken for fresh', async () => {
  const { days } = must(await show.ask(app, operator, { year: 2028 }))
  const storm = { day: '2028-03-08', kind: 'holiday' as const, name: 'nghỉ bão' }
  const give = async (expectedVersion: number) =>
    must(
      await confirm.ask(app, operator, {
        year: 2028,
        expectedVersion,
        basis: 'Công điện của tỉnh',
        days: [...days, storm],
      }),
    )
  for (let i = 0; i < 6; i++) {
    await Promise.all([begin(40 + i, '2028-03-06', 'complaint.accept'), give(i)])
    await recomputeLimits(app)
    const fresh = dueOf(await calendarFor(app.db), {
      value: (await now(40 + i)).value,
      unit: 'workingDays',
      start: '2028-03-06',
    })
    assert.equal((await now(40 + i)).due, fresh)
  }
})

test('a newer version of the law does not touch what runs; what begins later goes by it', async () => {
  await begin(2, '2026-07-01', 'complaint.accept')
  const set = { key: 'complaint.accept', expectedNo: 2, validFrom: '2026-07-06', value: 3, unit: 'workingDays' }
  const article = 'Nghị định thử nghiệm, Điều 1'
  must(await addVersion.ask(app, operator, { ...set, article, confidence: 'assumed' }))
  await begin(3, '2026-07-06', 'complaint.accept')
  assert.deepEqual([(await now(2)).due, (await now(3)).due], ['2026-07-10', '2026-07-09'])
  assert.equal((await now(2)).article, 'Nghị định 155/2026/NĐ-CP, Điều 10')
})

test('a day off declared moves what runs and tells whose it is, once; what is met or suspended stays', async () => {
  const told: Moved[] = []
  onLimitsMoved('complaint', async (_tx, moved) => void told.push(...moved))
  for (const id of [10, 11, 12, 13]) await begin(id, '2026-11-20', 'complaint.accept')
  await inTx(async (tx) => meet(tx, (await now(11)).id, at('2026-11-23')))
  await inTx(async (tx) => suspend(tx, (await now(12)).id, { on: '2026-11-23', reason: 'thử' }))
  const dues = async () => Promise.all([10, 11, 12, 13].map(async (id) => (await now(id)).due))
  assert.deepEqual(await dues(), ['2026-11-26', '2026-11-26', null, '2026-11-26'])
  const { days } = must(await show.ask(app, operator, { year: 2026 }))
  const more = { day: '2026-11-25', kind: 'holiday' as const, name: 'nghỉ bão' }
  const given = { year: 2026, expectedVersion: 0, basis: 'Công điện của tỉnh', days: [...days, more] }
  must(await confirm.ask(app, operator, given))
  const both = await Promise.all([recomputeLimits(app), recomputeLimits(app)])
  assert.equal(both[0].moved + both[1].moved, 2)
  assert.deepEqual(await dues(), ['2026-11-27', '2026-11-26', null, '2026-11-27'])
  assert.deepEqual(told.map(({ running, before, due }) => [running.nounId, before, due]).sort(), [
    [10, '2026-11-26', '2026-11-27'],
    [13, '2026-11-26', '2026-11-27'],
  ])
  assert.equal((await now(10)).originalDue, '2026-11-26')
  assert.deepEqual(await recomputeLimits(app), { computed: 0, moved: 0 })
  const going = await inTx(async (tx) => goOn(tx, (await now(12)).id, '2026-11-26'))
  assert.equal(must(going).due, '2026-11-30')
})

test('hours end at their minute, days at the end of the day', () => {
  assert.equal(endsAt('2026-07-31').toISOString(), '2026-07-31T17:00:00.000Z')
  assert.equal(endsAt('2026-07-31T15:30').toISOString(), '2026-07-31T08:30:00.000Z')
})

type Move = { kind: 'suspend' | 'goOn' | 'extend'; days: number }
const anyMoves: fc.Arbitrary<Move[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('suspend' as const, 'goOn' as const, 'extend' as const),
    days: fc.integer({ min: 0, max: 12 }),
  }),
  { maxLength: 8 },
)

test('random lives of suspensions and extensions end where the clock says for what was really granted', async () => {
  let no = 100
  await fc.assert(
    fc.asyncProperty(anyMoves, async (moves) => {
      no += 1
      const { id } = await begin(no, '2027-03-01')
      let day: Day = '2027-03-01'
      const pauses: { from: Day; to: Day }[] = []
      let [open, extension]: [Day | null, number] = [null, 0]
      for (const { kind, days } of moves) {
        day = addDays(day, days)
        const on = day
        if (kind === 'suspend' && (await inTx((tx) => suspend(tx, id, { on, reason: 'thử' }))).ok) open = on
        if (kind === 'goOn' && (await inTx((tx) => goOn(tx, id, on))).ok) {
          pauses.push({ from: open!, to: on })
          open = null
        }
        if (kind === 'extend' && (await inTx((tx) => extend(tx, id, { by: days, at: at(on) }))).ok) extension += days
      }
      const course = { value: 30, unit: 'calendarDays' as const, start: '2027-03-01', pauses, extension }
      const expected = open === null ? dueOf(await calendarFor(app.db), course) : null
      const running = await now(no)
      assert.deepEqual([running.due, running.originalDue], [expected, '2027-03-31'])
    }),
    { numRuns: 120 },
  )
})
