// What a body did for citizens in a year: an answer counts once a case, late ones are told apart, a promise by its first day.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Id } from '../shared/id.ts'
import { app, done, drain, onDesk, submitted, works } from './case.cast.ts'
import { doneForCitizens } from './done.store.ts'

const body = works as Id<'body'>
const counted = () => doneForCitizens(app.db, { bodyId: body, year: 2026 })
const text = 'Đã thay nắp cống và nạo vét 20 m, nước đã thoát.'

async function given() {
  const at = await onDesk((await submitted(drain)).code)
  await done('tam', 'sort', { ...at, kind: 'fieldReport', topic: 'drain', lead: works })
  return async () => ({ id: at.id, expectedVersion: (await done('hai', 'show', { id: at.id })).version as number })
}

test('one in time, one late, one promise kept and one not: a case reopened and answered again counts once', async () => {
  app.setNow('2026-07-06T09:00:00+07:00')
  const before = await counted()
  const first = await given()
  const late = await given()
  await done('hai', 'answer', { ...(await first()), text, document: '12/BC' })
  const promise = { text: 'Thay hai nắp cống còn lại của đoạn này.', due: '2026-07-10' }
  const kept = await done('hai', 'promise', { ...(await first()), ...promise })
  await done('hai', 'promise', { ...(await first()), ...promise })
  const how = { how: 'Đã thay cả hai nắp cống.', document: '15/BC' }
  await done('hai', 'keepPromise', { ...(await first()), promise: kept.promise, ...how })
  app.setNow('2026-09-30T09:00:00+07:00')
  await done('hai', 'answer', { ...(await late()), text, document: '40/BC' })
  const now = await counted()
  assert.deepEqual(
    [
      now.answered - before.answered,
      now.onTime - before.onTime,
      now.promised - before.promised,
      now.kept - before.kept,
    ],
    [2, 1, 2, 1],
  )
  assert.deepEqual(await doneForCitizens(app.db, { bodyId: body, year: 2025 }), {
    ...{ answered: 0, onTime: 0, promised: 0, kept: 0 },
  })
  app.setNow('2026-07-06T09:00:00+07:00')
})
