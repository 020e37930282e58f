// What everybody reads of the drain Lan reported: the desk's own words and nothing of hers; and what is gone when it is taken back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { app, city, done, keysOf, onDesk, photo, submitted, tanAn, ward, works } from '../cases/case.cast.ts'
import { tidyFiles } from '../cases/tidy.ts'
import { anonymous } from '../shared/actor.ts'
import { must } from '../shared/result.ts'
import { listReports, reportPhoto, showReport } from './report.operations.ts'

const list = async (input: object = {}) => must(await listReports.ask(app, anonymous, input))
const one = (id: number) => showReport.ask(app, anonymous, { id })
const ids = async (input: object) => (await list(input)).reports.map(({ id }) => id)
const plain = 'Cống trước chợ vỡ nắp, nước tràn ra đường.'
const answerText = 'Tổ công trình đã thay nắp cống và thông dòng chảy sáng nay, nước đã rút hết.'

async function sorted(more: object = {}, topic = 'drain') {
  const receipt = await submitted(more)
  const at = await onDesk(receipt.code)
  await done('tam', 'sort', { ...at, kind: 'fieldReport', topic, lead: works })
  return { id: at.id, receipt }
}
const shown = async (id: number, more: object = {}) => {
  const { version } = await done('tam', 'publishDraft', { id })
  return done('tam', 'publish', { id, expectedVersion: version, text: plain, ...more })
}
async function answered(id: number) {
  const { version } = await done('hai', 'show', { id })
  await done('hai', 'answer', { id, expectedVersion: version, text: answerText, files: [photo] })
}

test('nobody reads it before the desk shows it; then everybody reads the words of the desk, and nothing of Lan', async () => {
  const { id, receipt } = await sorted({ text: 'Cống vỡ. Tôi là Nguyễn Thị Lan, 0900 000 001, đang ở trọ.' })
  assert.equal((await one(id)).ok, false)
  assert.deepEqual(await ids({}), [])
  await shown(id)
  const seen = must(await one(id))
  assert.deepEqual([seen.text, seen.state, seen.lat, seen.lon], [plain, 'open', 10.9875, 106.8125])
  assert.deepEqual([seen.desk.id, seen.place.name, seen.answer], [ward, 'Phường Tân Triều', null])
  const everything = JSON.stringify([seen, await list({})])
  const { code, secret } = keysOf(receipt) as { code: string; secret: string }
  for (const hers of ['Lan', '0900', 'trọ', '106.812345', 'Huỳnh Văn Nghệ', code, code.replace('-', ''), secret])
    assert.ok(!everything.includes(hers), hers)
})

test('by desk, place and what lies in it, topic, state and days; page by page', async () => {
  const made = []
  for (const [topic, on] of [
    ['road', '2026-07-01'],
    ['road', '2026-07-03'],
    ['light', '2026-07-03'],
  ] as const) {
    app.setNow(`${on}T10:00:00+07:00`)
    const { id } = await sorted({ topic }, topic)
    await shown(id)
    made.push(id)
  }
  app.setNow('2026-07-06T09:00:00+07:00')
  const [first, second, light] = made
  assert.deepEqual(await ids({ topic: 'road' }), [second, first])
  assert.deepEqual(await ids({ topic: 'road', from: '2026-07-02' }), [second])
  assert.deepEqual(await ids({ topic: 'road', to: '2026-07-02' }), [first])
  assert.deepEqual(await ids({ topic: 'road', desk: tanAn }), [])
  assert.deepEqual(await ids({ topic: 'light', desk: ward }), [light])
  const placeOf = async (body: number) =>
    (await sql<{ id: number }>`select place_id as id from body_version where body_id = ${body}`.execute(app.db))
      .rows[0]!.id
  assert.deepEqual(await ids({ topic: 'road', place: await placeOf(city) }), [second, first])
  assert.deepEqual(await ids({ topic: 'road', place: await placeOf(tanAn) }), [])
  await answered(first!)
  assert.deepEqual(await ids({ topic: 'road', state: 'answered' }), [first])
  assert.deepEqual(await ids({ topic: 'road', state: 'open' }), [second])
  const page = await list({ topic: 'road', page: 2, size: 1 })
  assert.deepEqual([page.total, page.reports.map(({ id }) => id)], [2, [first]])
  assert.deepEqual(
    page.desks.map(({ id }) => id),
    [ward],
  )
  assert.ok(page.topics.some(({ key }) => key === 'light') && !page.topics.some(({ key }) => key === 'water'))
  assert.equal((await listReports.ask(app, anonymous, { from: 'hôm qua' })).ok, false)
})

test('the answer and its picture are read once the desk shows them, the picture only when it was made clean', async () => {
  const { id } = await sorted()
  await shown(id)
  await answered(id)
  assert.deepEqual([must(await one(id)).state, must(await one(id)).answer], ['answered', null])
  const { photos } = await done('tam', 'publishDraft', { id })
  const file = photos[0].id
  const asked = () => reportPhoto.ask(app, anonymous, { id, file })
  await tidyFiles(app)
  assert.equal((await asked()).ok, false) // clean, but not chosen
  await shown(id, { answer: answerText, photos: [file] })
  const seen = must(await one(id))
  assert.deepEqual([seen.answer?.text, seen.answer?.photos], [answerText, [file]])
  const sent = must(await asked())
  assert.deepEqual(
    [await app.files!.read(sent.sha256).then((bytes) => bytes.length), sent.mediaType],
    [sent.bytes, 'image/jpeg'],
  )
  assert.ok(!sent.fileName.includes('sau khi sửa'))
  await sql`update submission_file set clean_sha256 = null, clean_bytes = null where id = ${file}`.execute(app.db)
  assert.equal((await asked()).ok, false)
  assert.deepEqual(must(await one(id)).answer?.photos, [])
})

test('withdrawn by Lan or taken back by the desk: gone for everybody', async () => {
  const withdrawn = await sorted()
  await shown(withdrawn.id)
  await done('lan', 'withdraw', keysOf(withdrawn.receipt))
  const back = await sorted()
  const { version } = await shown(back.id)
  await done('tam', 'unpublish', { id: back.id, expectedVersion: version, reason: 'Người gửi đề nghị thôi công khai.' })
  for (const { id } of [withdrawn, back]) {
    const answer = await one(id)
    assert.equal(answer.ok || answer.refusal.code, 'no-such-report')
    assert.ok(!(await ids({ size: 100 })).includes(id as never))
  }
})
