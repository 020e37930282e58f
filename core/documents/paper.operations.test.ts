// Stories of the signed paper: Thu keeps the scans of Vĩnh Cửu's committee, corrects and recalls; Đức next door may not.
import assert from 'node:assert/strict'
import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { create as createBody } from '../bodies/body.create.ts'
import { answerApi } from '../http/api.ts'
import { placeAt } from '../places/place.read.ts'
import { operator, type Actor, type Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { must, sentencesOf } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { documentOperations } from './index.operations.ts'
import { pdfOf, photo } from '../media/files.cast.ts'
import { verifyFiles } from './scans/verify.ts'

const app = await openTestApp('places', { now: '2023-12-28T09:00:00+07:00' })
const district = (await placeAt(app.db, '735', '2023-06-30'))!.placeId

async function bodyOf(organisation: string, name: string, parentId?: number): Promise<Id<'body'>> {
  const made = { organisation, name, placeId: district, symbol: 'HU', validTo: '2025-06-30', parentId }
  return must(await createBody.ask(app, operator, made)).id as Id<'body'>
}
const committee = await bodyOf('partyCommittee', 'Huyện ủy Vĩnh Cửu')
const board = await bodyOf('massMobilisationBoard', 'Ban Dân vận Huyện ủy Vĩnh Cửu', committee)
/** Of the same name far away: nobody means it. */
const elsewhere = (await placeAt(app.db, '461', '2023-06-30'))!.placeId
must(
  await createBody.ask(app, operator, {
    ...{ organisation: 'massMobilisationBoard', name: 'Ban Dân vận Huyện ủy Vĩnh Cửu', placeId: elsewhere },
    ...{ symbol: 'BDV', validTo: '2025-06-30' },
  }),
)
const government = await bodyOf('peoplesCommittee', 'Ủy ban nhân dân huyện Vĩnh Cửu')
const as = (role: Role, bodyId: Id<'body'>): Actor => ({
  ...{ kind: 'person', personId: 9 as Id<'person'>, name: 'Thu', scopes: null },
  roles: [{ role, bodyId, deputyFor: null }],
})
const [thu, duc] = [as('clerk', committee), as('clerk', government)]

const ask = (actor: Actor, name: string, input: unknown) =>
  documentOperations.find((operation) => operation.name === name)!.ask(app, actor, input)
const done = async (actor: Actor, name: string, input: unknown) => must(await ask(actor, name, input)) as any
async function refused(actor: Actor, name: string, input: unknown): Promise<{ code: string; said: string }> {
  const result = await ask(actor, name, input)
  assert.ok(!result.ok, `${name} was not refused`)
  return { code: result.refusal.code, said: sentencesOf(result.refusal).join(' ') }
}
const base64 = (bytes: Buffer) => bytes.toString('base64')

const term = { validFrom: '2020-08-01', validTo: '2025-06-30' }
await done(thu, 'numberSeries.create', { body: committee, kind: 'BC', symbol: 'BC/HU', ...term })
const letter = { body: committee, kind: 'BC', dated: '2023-12-20', summary: 'Báo cáo tình hình quý' }
const report = await done(thu, 'documents.takeNumber', {
  ...letter,
  recipients: '- Ban Dân vận Huyện ủy Vĩnh Cửu (để theo dõi);\n- Lưu',
  copies: 12,
  keptBy: 'Văn phòng',
})
const at = { id: report.id as number }

test('Thu keeps the scan of the signed paper; the register says so; the bytes come back as they were', async () => {
  const pdf = await pdfOf(2)
  const files = [
    { name: 'ban ky.pdf', content: base64(pdf) },
    { name: 'phu luc.jpg', content: base64(await photo()) },
  ]
  assert.equal((await refused(duc, 'scans.keep', { ...at, files })).code, 'clerk-only')
  assert.equal((await refused(as('officer', committee), 'scans.keep', { ...at, files })).code, 'role-needed')
  const kept = await done(thu, 'scans.keep', { ...at, files })
  assert.deepEqual([kept.files, kept.pages], [2, 3])
  const { lines } = await done(thu, 'documents.register', { body: committee })
  assert.deepEqual([lines[0].scanned, lines[0].copies, lines[0].keptBy], [true, 12, 'Văn phòng'])
  const file = await done(as('officer', committee), 'scans.file', { ...at, scan: kept.scan, no: 1 })
  assert.deepEqual(await app.files!.read(file.sha256), pdf)
  assert.equal((await refused(duc, 'scans.file', { ...at, scan: kept.scan, no: 1 })).code, 'not-your-register')
  assert.equal((await refused(thu, 'scans.file', { ...at, scan: kept.scan, no: 3 })).code, 'no-such-scan')
  const stranger = await answerApi(
    app,
    new Request(`http://127.0.0.1/api/documents/${at.id}/scans/${kept.scan}/files/1`),
  )
  assert.equal(stranger.status, 401)
})

test('a scan is replaced only with a reason, by one of two at once; the old one stays', async () => {
  const [{ id: first }] = (await done(thu, 'scans.list', at)).scans
  const files = [{ name: 'ban moi.pdf', content: base64(await pdfOf(3)) }]
  assert.match((await refused(thu, 'scans.keep', { ...at, files, expectedScan: first })).said, /vì sao thay/)
  assert.equal((await refused(thu, 'scans.keep', { ...at, files })).code, 'scanned-meanwhile')
  const given = { ...at, files, expectedScan: first, reason: 'bản trước mờ dấu' }
  const both = await Promise.all([ask(thu, 'scans.keep', given), ask(thu, 'scans.keep', given)])
  assert.deepEqual(both.map((one) => (one.ok ? 'kept' : one.refusal.code)).sort(), ['kept', 'scanned-meanwhile'])
  const { scans } = await done(thu, 'scans.list', at)
  assert.deepEqual(
    scans.map((scan: any) => [scan.files[0].pages, scan.replaceReason]),
    [
      [3, null],
      [2, 'bản trước mờ dấu'],
    ],
  )
})

test('a file that is not paper leaves nothing behind, and every fault is said', async () => {
  const other = await done(thu, 'documents.takeNumber', letter)
  const files = [
    { name: 'a.pdf', content: base64(Buffer.from('MZ')) },
    { name: 'b.jpg', content: '' },
  ]
  const sealedBy = government
  const { said } = await refused(thu, 'scans.keep', { id: other.id, files, sealedBy })
  assert.match(said, /“a\.pdf” không phải.*“b\.jpg” không phải.*cấp trên của đơn vị/s)
  assert.deepEqual((await done(thu, 'scans.list', { id: other.id })).scans, [])
  await done(thu, 'documents.cancelNumber', { id: other.id, reason: 'ghi nhầm sổ' })
  assert.equal((await refused(thu, 'scans.keep', { id: other.id, files })).code, 'number-cancelled')
})

test('a correction takes a number of its own, says each place, and the register shows it', async () => {
  const items = [{ was: 'năm 2022', reads: 'năm 2023' }]
  assert.equal((await refused(thu, 'documents.correct', { ...at, items })).code, 'no-series')
  await done(thu, 'numberSeries.create', { body: committee, kind: 'CV', symbol: 'CV/HU', ...term })
  const bad = [
    { was: '', reads: 'x' },
    { was: 'y', reads: '' },
    { was: 'z', reads: 'z' },
  ]
  const result = await ask(thu, 'documents.correct', { ...at, items: bad })
  assert.ok(!result.ok && result.refusal.kind === 'invalid' && result.refusal.problems.length === 3)
  assert.match((await refused(thu, 'documents.correct', at)).said, /ít nhất một chỗ/)
  assert.match((await refused(thu, 'documents.correct', { ...at, items, dated: '2023-12-19' })).said, /không thể trước/)
  assert.equal((await refused(duc, 'documents.correct', { ...at, items })).code, 'clerk-only')
  const { number } = await done(thu, 'documents.correct', { ...at, items })
  assert.equal(number, '01-CV/HU')
  const { notices, line } = await done(thu, 'documents.show', at)
  assert.deepEqual(notices[0].items, items)
  assert.deepEqual(line.notices, [{ kind: 'correction', number, dated: '2023-12-28' }])
})

test('a recall has a reason and a document, is told to those meant in it, and happens once', async () => {
  assert.equal((await refused(duc, 'documents.recall', { ...at, reason: 'ban hành nhầm' })).code, 'clerk-only')
  const both = await Promise.all(
    [1, 2].map(() => ask(thu, 'documents.recall', { ...at, reason: 'ban hành khi chưa đủ ý kiến' })),
  )
  assert.deepEqual(both.map((one) => (one.ok ? 'recalled' : one.refusal.code)).sort(), ['already-recalled', 'recalled'])
  const told = await app.db.selectFrom('outbox_message').selectAll().where('topic', '=', 'document.recall').execute()
  assert.deepEqual(told.map(({ body_id: body }) => body).sort(), [committee, board].sort())
  const { moves, notices } = await done(thu, 'documents.show', at)
  assert.deepEqual(moves, ['scan']) // the recalled paper may still be filed
  assert.deepEqual(notices.map(({ kind, reason }: any) => [kind, reason]).at(-1), [
    'recall',
    'ban hành khi chưa đủ ý kiến',
  ])
  assert.equal(
    (await refused(thu, 'documents.correct', { ...at, items: [{ was: 'a', reads: 'b' }] })).code,
    'already-recalled',
  )
})

test('an error of content is mended by a document of the same kind, once', async () => {
  const wrong = await done(thu, 'documents.takeNumber', { ...letter, dated: '2023-12-28' })
  const by = { ...letter, dated: '2023-12-28', replaces: wrong.id }
  assert.match((await refused(thu, 'documents.takeNumber', { ...by, kind: 'CV' })).said, /cùng loại/)
  const both = await Promise.all([ask(thu, 'documents.takeNumber', by), ask(thu, 'documents.takeNumber', by)])
  assert.equal(both.filter((one) => one.ok).length, 1)
  const { lines } = await done(thu, 'documents.register', { body: committee, kind: 'BC' })
  assert.deepEqual(
    lines.slice(0, 2).map((line: any) => [line.fullNumber, line.replaces, line.replacedBy]),
    [
      ['04-BC/HU', '03-BC/HU', null],
      ['03-BC/HU', null, '04-BC/HU'],
    ],
  )
})

test('a state body counts by the year: the new year begins at 1, whoever comes first, and the old year is closed', async () => {
  const year = { body: government, family: 'state', kind: 'BC', symbol: 'BC-UBND' }
  await done(duc, 'numberSeries.create', { ...year, validFrom: '2023-01-01', validTo: '2023-12-31', lastNumber: 411 })
  const take = (dated: string) => ask(duc, 'documents.takeNumber', { ...letter, body: government, dated })
  assert.equal((must(await take('2023-12-28')) as any).fullNumber, '412/BC-UBND')
  app.setNow('2024-01-03T08:00:00+07:00')
  const first = await Promise.all(Array.from({ length: 6 }, () => take('2024-01-02')))
  assert.deepEqual(first.map((one) => (must(one) as any).number).sort(), [1, 2, 3, 4, 5, 6])
  assert.equal((must(await take('2023-12-29')) as any).fullNumber, '413/BC-UBND') // signed last year, entered late
  const { series } = await done(duc, 'numberSeries.list', { body: government })
  assert.deepEqual(
    series.map(({ validFrom, lastNumber }: any) => [validFrom, lastNumber]),
    [
      ['2024-01-01', 6],
      ['2023-01-01', 413],
    ],
  )
  app.setNow('2023-12-28T09:00:00+07:00')
})

test('a file that vanished from the disk is told, not thrown', async () => {
  assert.deepEqual((await verifyFiles(app)).faults, [])
  const [{ id: scan, files }] = (await done(thu, 'scans.list', at)).scans
  const { sha256 } = files[0]
  rmSync(join(app.files!.folder, sha256.slice(0, 2), sha256))
  assert.equal((await refused(thu, 'scans.file', { ...at, scan, no: 1 })).code, 'file-gone')
  assert.deepEqual((await verifyFiles(app)).faults, [{ sha256, fault: 'missing' }])
  assert.deepEqual(readdirSync(join(app.files!.folder, 'coming')), [])
})
