// Lan writes a name in a remark, Minh in what a union answered: both are shown it first, and only the confirmation is kept.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { must, sentencesOf, type Result } from '../../shared/result.ts'
import { openTestApp } from '../../testing/open-test-db.ts'
import { as, formOf, programme42 } from '../../testing/sample.ts'
import { saveEntry } from './entry.operations.ts'
import { importFigures } from './exchange.operations.ts'
import { noteReminder } from './reminder.operations.ts'

const app = await openTestApp('sample', { now: '2026-11-20T09:00:00+07:00' })
const programme = await programme42(app)
const { at } = await formOf(app, 'nongdan.mada', { form: 'F1-ND', year: '2023' })
const lan = await as(app, 'nongdan.mada')

function refusedFor(result: Result<unknown>): string {
  assert.ok(!result.ok && result.refusal.code === 'mentions-person', JSON.stringify(result))
  return sentencesOf(result.refusal).join(' ')
}
const confirmations = async (noun: string) =>
  (
    await app.db
      .selectFrom('event')
      .selectAll()
      .where('move', '=', 'confirmMentions')
      .where('noun', '=', noun)
      .execute()
  ).map(({ changes }) => changes)

test('tên trong lời nhắc: báo trước, xác nhận thì ghi; số điện thoại thì không bao giờ', async () => {
  const minh = await as(app, 'khoi.mada')
  const note = { programme, ...at, channel: 'phone', on: '2026-11-19', answer: 'Ông Ba hẹn gửi trong tuần' }
  assert.match(refusedFor(await noteReminder.ask(app, minh, note)), /^answer: .*“Ông Ba” \(tên người\)/)
  must(await noteReminder.ask(app, minh, { ...note, mentionsConfirmed: true }))
  assert.deepEqual(await confirmations('reminder'), [{ found: { name: 1 } }])
  const phone = { ...note, answer: 'gọi 0912345678', mentionsConfirmed: true }
  assert.ok(!(await noteReminder.ask(app, minh, phone)).ok)
})

test('tên trong nhận xét và ghi chú của biểu: nêu từng chỗ; điều đã xác nhận thì lần sau không hỏi lại', async () => {
  const rows = [{ no: 1, value: 640, note: 'đếm theo sổ của bà Lan' }]
  const entry = { ...at, expectedVersion: 0, rows, remark: 'Gọi 0912 345 678 để hỏi.' }
  const said = refusedFor(await saveEntry.ask(app, lan, entry))
  assert.match(said, /remark: .*0912 345 678.*rows\.1\.note: .*bà Lan/)
  const saved = must(await saveEntry.ask(app, lan, { ...entry, mentionsConfirmed: true }))
  assert.deepEqual(await confirmations('entry'), [{ found: { phone: 1, name: 1 } }])
  must(await saveEntry.ask(app, lan, { ...entry, expectedVersion: saved.version }))
})

test('tên trong ghi chú của tệp CSV cũng được báo, xác nhận thì vào bản nháp', async () => {
  const csv = `don_vi,bieu,dong,gia_tri,ghi_chu\n${at.body},F1-ND,1,640,ông Tư báo\n`
  assert.match(refusedFor(await importFigures.ask(app, lan, { programme, csv })), /ông Tư/)
  must(await importFigures.ask(app, lan, { programme, csv, mentionsConfirmed: true }))
})
