// Tâm shows the mended drain to everybody: what may point to Lan is covered or asked about, word by word; others may not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Id } from '../../shared/id.ts'
import { app, done, onDesk, photo, refused, submitted, ward, works, ask } from '../case.cast.ts'
import { tidyFiles } from '../tidy.ts'
import { writeAccused } from '../submission.store.ts'

const told =
  'Cống trước chợ Tân Triều vỡ nắp, nước thối tràn ra đường. Tôi là Nguyễn Thị Lan, nhà số 12 đường Huỳnh Văn Nghệ, gọi 0900 123 456.'
const answerText = 'Tổ công trình đã thay nắp cống và thông dòng chảy sáng nay, nước đã rút hết.'
const plain = 'Cống trước chợ vỡ nắp, nước tràn ra đường.'

async function sorted(more: object = {}, kind = 'fieldReport') {
  const receipt = await submitted({ text: told, ...more })
  const at = await onDesk(receipt.code)
  await done('tam', 'sort', { ...at, kind, ...(kind === 'complaint' ? {} : { lead: works }) })
  return at.id
}
const draft = (id: number, who = 'tam') => done(who, 'publishDraft', { id })
const put = (id: number, more: object = {}, who = 'tam') =>
  done(who, 'publish', { id, expectedVersion: 0, text: plain, ...more })
const putRefused = (id: number, more: object = {}, who = 'tam') =>
  refused(who, 'publish', { id, expectedVersion: 0, text: plain, ...more })

async function answered() {
  const id = await sorted()
  const { version } = await done('hai', 'show', { id })
  await done('hai', 'answer', { id, expectedVersion: version, text: answerText, files: [photo] })
  return id
}

test('the proposed text has her name, house and number covered, the place is blurred, and the reading is on record', async () => {
  const id = await sorted()
  const seen = await draft(id)
  for (const hers of ['Lan', '0900', 'số 12', '106.812345'])
    assert.ok(!JSON.stringify(seen.proposed.text).includes(hers), hers)
  assert.match(seen.proposed.text, /Cống trước chợ .*\[tên.*\[số điện thoại\]/)
  assert.deepEqual(seen.place, { lat: 10.9875, lon: 106.8125 })
  assert.deepEqual([seen.version, seen.shown, seen.answer], [0, null, null])
  const looks = await sql`select 1 from submission_look where submission_id = ${id}`.execute(app.db)
  assert.equal(looks.rows.length, 1)
})

test('the proposed text itself can be shown as it is', async () => {
  const id = await sorted()
  const { proposed } = await draft(id)
  const { version } = await put(id, { text: proposed.text })
  assert.equal((await draft(id)).version, version)
})

test('typed with a name and a number left: each is asked about, and each must be ticked', async () => {
  const id = await sorted()
  const text = 'Cống vỡ, gọi 0900 123 456 hoặc ông Nguyễn Văn Bình.'
  const first = await putRefused(id, { text })
  assert.equal(first.code, 'personal-data')
  assert.match(first.said, /“0900 123 456” có vẻ là số điện thoại.*“[^”]*Nguyễn Văn Bình” có vẻ là/s)
  const half = await putRefused(id, { text, checked: ['0900 123 456'] })
  assert.doesNotMatch(half.said, /0900/)
  const name = /“([^”]*Nguyễn Văn Bình)”/.exec(half.said)![1]!
  // A word that came in after the ticks is asked about anew.
  const more = await putRefused(id, { text: `${text} Tài khoản 0123456789012`, checked: ['0900 123 456', name] })
  assert.match(more.said, /0123456789012/)
  await put(id, { text, checked: ['0900 123 456', name] })
  const { rows } = await sql<{
    changes: object
  }>`select changes from event where noun = 'submission' and noun_id = ${id}
    and move = 'publish'`.execute(app.db)
  assert.match(JSON.stringify(rows), /"letThrough":\{"name":1,"phone":1\}|"letThrough":\{"phone":1,"name":1\}/)
  assert.doesNotMatch(JSON.stringify(rows), /Bình|0900/) // the event tells how many, never which
})

test('the answer is shown by its own text, with the pictures that were made clean and no others', async () => {
  const id = await answered()
  const seen = await draft(id)
  assert.deepEqual(
    seen.photos.map(({ ready }: { ready: boolean }) => ready),
    [false],
  )
  const photos = [seen.photos[0].id]
  assert.match((await putRefused(id, { answer: answerText, photos })).said, /làm sạch nơi chụp/)
  await tidyFiles(app)
  assert.match((await putRefused(id, { photos })).said, /Chỉ công khai ảnh của câu trả lời/) // its answer is not shown
  await put(id, { answer: answerText, photos })
  assert.equal((await draft(id)).shown.answerIsNewest, true)
  const early = await sorted()
  assert.match((await putRefused(early, { answer: answerText })).said, /chưa có trả lời/)
})

test('two change it at once: the slower is told; taken back with a reason, its number never comes again', async () => {
  const id = await sorted()
  const { version } = await put(id)
  assert.equal((await putRefused(id, {}, 'ha')).code, 'changed-meanwhile')
  assert.match((await refused('tam', 'unpublish', { id, expectedVersion: version, reason: 'sai' })).said, /Nêu vì sao/)
  await done('ha', 'unpublish', { id, expectedVersion: version, reason: 'Người gửi đề nghị thôi công khai.' })
  assert.equal((await draft(id)).shown, null)
  const again = await put(id)
  assert.ok(again.version > version)
  assert.equal((await putRefused(id, { expectedVersion: version })).code, 'changed-meanwhile')
})

test('saved twice at the same moment: one is kept, the other is told', async () => {
  const id = await sorted()
  const all = await Promise.all(
    ['tam', 'ha'].map((who) => ask(who, 'publish', { id, expectedVersion: 0, text: plain })),
  )
  assert.deepEqual(all.map(({ ok }) => ok).sort(), [false, true])
})

test('not before sorting, not a complaint, not without words, not by another desk or who has it to do', async () => {
  const receipt = await submitted({ text: told })
  const { id: unsorted } = await onDesk(receipt.code)
  assert.equal((await putRefused(unsorted)).code, 'not-sorted')
  assert.equal((await refused('tam', 'publishDraft', { id: unsorted })).code, 'not-sorted')
  const complaint = await sorted({ door: 'complaint' }, 'complaint')
  assert.equal((await putRefused(complaint)).code, 'not-this-kind')
  const id = await sorted()
  assert.match((await putRefused(id, { text: ' \u200b ' })).said, /Viết lời/)
  assert.match((await putRefused(id, { text: 'x'.repeat(4001) })).said, /4000/)
  assert.equal((await putRefused(id, {}, 'tu')).code, 'not-your-submission')
  assert.equal((await putRefused(id, {}, 'hai')).code, 'role-needed')
  assert.equal((await putRefused(id, {}, 'lan')).code, 'sign-in-needed')
  assert.equal((await putRefused(999_999)).code, 'no-such-submission')
})

test('whose body it complains about neither shows it nor reads the proposal', async () => {
  const id = await sorted()
  await app.db.transaction().execute((tx) => writeAccused(tx, id as Id<'submission'>, [ward]))
  assert.equal((await putRefused(id)).code, 'not-your-submission')
  assert.equal((await refused('tam', 'publishDraft', { id })).code, 'not-your-submission')
})
