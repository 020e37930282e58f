// The bloc of Tân An has no seal: what was accepted is signed under the Party committee and uploaded; a neighbour may not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pdfOf } from '../../media/files.cast.ts'
import { must } from '../../shared/result.ts'
import { openTestApp } from '../../testing/open-test-db.ts'
import { as } from '../../testing/sample.ts'
import { keepOfEntry, scanOfEntry, scansOfEntry } from './entry.scan.operations.ts'

const app = await openTestApp('sample', { now: '2024-01-10T09:00:00+07:00' })
const { entry, body } = await app.db
  .selectFrom('entry as e')
  .innerJoin('role_held as r', 'r.body_id', 'e.body_id')
  .innerJoin('person as p', 'p.id', 'r.person_id')
  .innerJoin('period as q', 'q.id', 'e.period_id')
  .select(['e.id as entry', 'e.body_id as body'])
  .where('p.username', '=', 'khoi.tanan')
  .where('q.key', '=', '2023')
  .where('e.counted_id', 'is not', null)
  .executeTakeFirstOrThrow()
const [bloc, neighbour, clerk] = [await as(app, 'khoi.tanan'), await as(app, 'khoi.mada'), await as(app, 'vanthu')]
const files = [{ name: 'bieu-ky.pdf', content: (await pdfOf(2)).toString('base64') }]

test('the unit uploads its signed form; those who may see the form read it; a neighbour is refused both', async () => {
  const refused = await keepOfEntry.ask(app, neighbour, { id: entry, files })
  assert.ok(!refused.ok && refused.refusal.code === 'not-your-paper')
  const kept = must(await keepOfEntry.ask(app, bloc, { id: entry, files }))
  const shown = must(await scansOfEntry.ask(app, clerk, { id: entry }))
  assert.deepEqual([shown.scans.length, shown.scans[0]!.counted, shown.scans[0]!.files[0]!.pages], [1, true, 2])
  must(await scanOfEntry.ask(app, clerk, { id: entry, scan: kept.scan, no: 1 }))
  for (const operation of [scansOfEntry, scanOfEntry]) {
    const answer = await operation.ask(app, neighbour, { id: entry, scan: kept.scan, no: 1 })
    assert.ok(!answer.ok && answer.refusal.code === 'not-your-entry')
  }
})

test('the văn thư above replaces it under the seal of the Party committee, with the reason', async () => {
  const expectedScan = must(await scansOfEntry.ask(app, bloc, { id: entry })).scans[0]!.id
  const above = await app.db
    .selectFrom('role_held as r')
    .innerJoin('person as p', 'p.id', 'r.person_id')
    .select('r.body_id as body')
    .where('p.username', '=', 'vanthu')
    .executeTakeFirstOrThrow()
  assert.notEqual(above.body, body)
  const given = { id: entry, files, expectedScan, reason: 'bản trước thiếu dấu', sealedBy: above.body }
  must(await keepOfEntry.ask(app, clerk, given))
  const slower = await keepOfEntry.ask(app, bloc, given)
  assert.ok(!slower.ok && slower.refusal.code === 'scanned-meanwhile')
  const { scans } = must(await scansOfEntry.ask(app, bloc, { id: entry }))
  assert.deepEqual(
    scans.map(({ replaceReason }) => replaceReason),
    [null, 'bản trước thiếu dấu'],
  )
})
