// After the day of issue: the scan beside the report, a recall that shows, and a successor that names what it replaces.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { correct, recall } from '../documents/notice.operations.ts'
import { pdfOf } from '../media/files.cast.ts'
import { keep } from '../documents/scans/scan.operations.ts'
import { must } from '../shared/result.ts'
import { openCast } from './report.cast.ts'

const { app, as, done, refused, programme } = await openCast('2024-01-10T09:00:00+07:00')
const { reports } = await done('chuyenvien', 'list', { programme })
const issued = reports.find((report: any) => report.number === '12-BC/HU')

test('whoever reads the report reads its scan; a unit elsewhere does not', async () => {
  const { line, notices } = await done('chuyenvien', 'signed', { id: issued.id })
  assert.deepEqual(
    notices.map(({ kind, number }: any) => [kind, number]),
    [['correction', '319-CV/HU']],
  )
  const files = [{ name: 'ky.pdf', content: (await pdfOf(4)).toString('base64') }]
  const { scan } = must(await keep.ask(app, await as('vanthu'), { id: line, files })) as { scan: number }
  const file = await done('chuyenvien', 'signedFile', { id: issued.id, scan, no: 1 })
  assert.equal((await app.files!.read(file.sha256)).length, file.bytes)
  assert.equal((await refused('danvan.dongha', 'signedFile', { id: issued.id, scan, no: 1 })).code, 'not-your-report')
  assert.equal((await refused('chuyenvien', 'signedFile', { id: issued.id, scan, no: 9 })).code, 'no-such-scan')
})

test('half an hour into the year the stamp bears the new name, whatever hour the database keeps', async () => {
  const old = await app.db.selectFrom('body_version').selectAll().where('symbol', '=', 'HU').executeTakeFirstOrThrow()
  await app.db.updateTable('body_version').set({ valid_to: '2023-12-31' }).where('id', '=', old.id).execute()
  const { id: _id, ...next } = { ...old, name: 'Huyện ủy Vĩnh Cửu mới', valid_from: '2024-01-01' }
  await app.db.insertInto('body_version').values(next).execute()
  await sql`update scan set kept_at = '2024-01-01T00:30:00+07:00'`.execute(app.db)
  const { scans } = await done('chuyenvien', 'signed', { id: issued.id })
  assert.deepEqual(
    scans.map(({ sealedBy }: any) => sealedBy),
    ['Huyện ủy Vĩnh Cửu mới'],
  )
})

test('a recalled report says so and keeps its text', async () => {
  const { line } = await done('chuyenvien', 'signed', { id: issued.id })
  const clerk = await as('vanthu')
  const { number } = must(await recall.ask(app, clerk, { id: line, reason: 'ban hành khi chưa đủ ý kiến' })) as any
  const { report } = await done('chuyenvien', 'show', { id: issued.id })
  assert.deepEqual([report.stage, report.recalledBy], ['issued', number])
  const { parts } = await done('chuyenvien', 'paper', { id: issued.id })
  assert.match(parts.map(({ html }: any) => html).join(''), /12-BC\/HU/)
  const again = await correct.ask(app, clerk, { id: line, items: [{ was: 'a', reads: 'b' }] })
  assert.ok(!again.ok && again.refusal.code === 'already-recalled')
})
