// How bodies keep their limits, by golden values; and that small counts are withheld.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { app, done, onDesk, photo, submitted, works, ward } from '../cases/case.cast.ts'
import { anonymous } from '../shared/actor.ts'
import { must } from '../shared/result.ts'
import { sql } from 'kysely'
import { cell, keptOf } from './figures.ts'
import { reportFigures } from './figures.operations.ts'
import { front } from './front.operations.ts'

test('none is told, few are withheld, enough are told', () => {
  assert.deepEqual(
    [0, 1, 4, 5, 6].map((count) => cell(count, 5)),
    [0, null, null, 5, 6],
  )
  assert.deepEqual(keptOf({ due: 20, onTime: 18 }), { due: 20, onTime: 18 })
  assert.deepEqual(keptOf({ due: 4, onTime: 4 }), { due: null, onTime: null })
  assert.deepEqual(keptOf({ due: 9, onTime: 2 }), { due: 9, onTime: null })
  assert.deepEqual(keptOf({ due: 9, onTime: 0 }), { due: 9, onTime: 0 })
})

const answerText = 'Tổ công trình đã thay nắp cống và thông dòng chảy sáng nay, nước đã rút hết.'
const bodies = async () => must(await reportFigures.ask(app, anonymous, {})).bodies
const of = async (id: number) => (await bodies()).find((body) => body.id === id)
const windowOf = async (id: number, key: string) => (await of(id))?.windows.find((window) => window.key === key)

async function sorted(input: object = {}) {
  const { code } = await submitted()
  const at = await onDesk(code)
  await done('tam', 'sort', { ...at, kind: 'fieldReport', urgency: 'urgent', lead: works, ...input })
  return at.id
}
async function answered(id: number) {
  const { version } = await done('hai', 'show', { id })
  await done('hai', 'answer', { id, expectedVersion: version, text: answerText, files: [photo] })
}

test('nine to be done in four working hours: six on time, three late; one of them in the window of 30 days no more', async () => {
  app.setNow('2026-07-06T09:00:00+07:00')
  const ids = []
  for (let i = 0; i < 9; i++) ids.push(await sorted())
  const joined = await submitted()
  await done('tam', 'link', { ...(await onDesk(joined.code)), to: ids[0], note: 'Việc này đã có người phản ánh.' })
  app.setNow('2026-07-06T10:00:00+07:00')
  for (const id of ids.slice(0, 6)) await answered(id)
  assert.deepEqual((await of(works))?.open, null) // three are open: too few to tell
  app.setNow('2026-07-07T10:00:00+07:00')
  assert.equal((await of(works))?.overdue, null)
  for (const id of ids.slice(6)) await answered(id)
  app.setNow('2026-07-07T10:30:00+07:00')
  assert.deepEqual(await windowOf(works, 'days30'), {
    ...{ key: 'days30', received: 9, joined: 0, due: 9, onTime: 6 },
    medianDays: 0, // an hour
  })
  assert.equal((await windowOf(ward, 'days30'))?.joined, null) // one, apart, and withheld
  assert.deepEqual([(await of(works))?.open, (await of(works))?.overdue], [0, 0])
  app.setNow('2026-08-20T10:00:00+07:00')
  assert.deepEqual([(await windowOf(works, 'days30'))?.due, (await windowOf(works, 'months12'))?.due], [0, 9])
  app.setNow('2027-07-30T10:00:00+07:00')
  assert.equal((await windowOf(works, 'months12'))?.due, 0)
})

test('a complaint and a denunciation are in no public figure', async () => {
  app.setNow('2026-07-06T09:00:00+07:00')
  const before = JSON.stringify(await bodies())
  for (let i = 0; i < 6; i++) await submitted({ door: 'complaint' })
  app.setNow('2026-07-06T09:20:00+07:00')
  assert.equal(JSON.stringify(await bodies()), before)
})

test('five overdue are told while they are open', async () => {
  for (let i = 0; i < 5; i++) await sorted()
  app.setNow('2026-07-10T09:00:00+07:00')
  assert.deepEqual([(await of(works))?.open, (await of(works))?.overdue], [5, 5])
})

test('the front page: limits kept as the bodies tell them, promises kept by the day first promised, few of them withheld', async () => {
  app.setNow('2026-08-20T11:00:00+07:00')
  const shown = async () => must(await front.ask(app, anonymous, {}))
  const before = await shown()
  const told = (await bodies()).flatMap(({ windows }) => {
    const { due, onTime } = windows.find(({ key }) => key === 'months12')!
    return due === null || onTime === null ? [] : [{ due, onTime }]
  })
  const sum = (of: 'due' | 'onTime') => told.reduce((whole, one) => whole + one[of], 0)
  assert.deepEqual(before.answers, { due: sum('due'), onTime: sum('onTime') })
  assert.ok(before.answers.due >= 9)
  assert.deepEqual(before.promises, { due: 0, kept: 0 })
  const [id, minute] = [await sorted(), 60_000]
  // Kept in time, kept after a later day was set, open still; due today and due long ago do not count.
  const promise = (first: string, due: string, kept: string | null) =>
    sql`insert into submission_promise (submission_id, text, body_id, first_due, due, made_at, kept_at, how)
      values (${id}, 'Thay nắp cống', ${works}, ${first}, ${due}, ${app.clock()}, ${kept}, ${kept ? 'Đã thay.' : ''})`.execute(
      app.db,
    )
  const again = async () => {
    app.setNow(new Date(app.clock().getTime() + 11 * minute).toISOString())
    return (await shown()).promises
  }
  for (let day = 1; day <= 3; day++)
    await promise(`2026-08-0${day}`, `2026-08-0${day}`, `2026-08-0${day}T23:30:00+07:00`)
  await promise('2026-08-04', '2026-08-09', '2026-08-08T08:00:00+07:00')
  assert.deepEqual(await again(), { due: null, kept: null })
  await promise('2026-08-05', '2026-08-30', null)
  assert.deepEqual(await again(), { due: 5, kept: null })
  for (const day of ['06', '07']) await promise(`2026-08-${day}`, `2026-08-${day}`, `2026-08-${day}T08:00:00+07:00`)
  await promise('2026-08-20', '2026-08-20', null)
  await promise('2025-06-01', '2025-06-01', '2025-06-01T08:00:00+07:00')
  assert.deepEqual(await again(), { due: 7, kept: 5 })
})
