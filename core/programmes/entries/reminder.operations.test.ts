// Reminders: the bloc phones the farmers' union of its commune and notes what it said; others see it, strangers do not.
import assert from 'node:assert/strict'
import test from 'node:test'
import { openTestApp } from '../../testing/open-test-db.ts'
import { as, formOf, programme42 } from '../../testing/sample.ts'
import { must, type Result } from '../../shared/result.ts'
import { listReminders, noteReminder } from './reminder.operations.ts'
import { matrix } from './work.operations.ts'

const app = await openTestApp('sample', { now: '2026-11-20T09:00:00+07:00' })
const programme = await programme42(app)
const { at } = await formOf(app, 'nongdan.mada', { form: 'F1-ND', year: '2023' })
const farmers = { programme, ...at }
const codeOf = (result: Result<unknown>) => (result.ok ? 'ok' : result.refusal.code)
const note = async (username: string, more: object) =>
  noteReminder.ask(app, await as(app, username), { ...farmers, channel: 'phone', ...more })
const lineSeenBy = async (username: string) => {
  const seen = must(await matrix.ask(app, await as(app, username), { programme }))
  return seen.lines.find((line) => line.body === at.body && line.form === at.form)
}

test('khối gọi điện nhắc Hội Nông dân xã; bảng ai đã gửi hiện lần nhắc gần nhất', async () => {
  assert.equal((await lineSeenBy('khoi.mada'))!.mayRemind, true)
  must(await note('khoi.mada', { on: '2026-11-18', answer: 'đang rà lại danh sách' }))
  must(await note('chuyenvien', { channel: 'inPerson', answer: ' hẹn gửi thứ Sáu ' }))
  must(await note('chuyenvien', { channel: 'inPerson', answer: 'hẹn gửi thứ Sáu' })) // a second click notes nothing new
  const line = (await lineSeenBy('truongban'))!
  assert.deepEqual(line.reminder, {
    channel: 'inPerson',
    on: '2026-11-20',
    answer: 'hẹn gửi thứ Sáu',
    by: 'Chuyên viên Ban Dân vận Huyện ủy',
  })
  const own = (await lineSeenBy('nongdan.mada'))!
  assert.deepEqual([own.reminder?.on, own.mayRemind], ['2026-11-20', false])
  const all = must(await listReminders.ask(app, await as(app, 'nongdan.mada'), farmers))
  assert.deepEqual(
    all.reminders.map(({ on, channel }) => [on, channel]),
    [
      ['2026-11-20', 'inPerson'],
      ['2026-11-18', 'phone'],
    ],
  )
})

test('chỉ đơn vị nhận và cấp theo dõi cả chương trình được ghi; ai không liên quan thì không đọc được', async () => {
  assert.equal(codeOf(await note('khoi.tanan', {})), 'not-awaited-by-you')
  assert.equal(codeOf(await note('nongdan.mada', {})), 'role-needed')
  assert.equal(codeOf(await note('quantri', {})), 'role-needed')
  const stranger = await listReminders.ask(app, await as(app, 'phunu.trian'), farmers)
  assert.equal(codeOf(stranger), 'not-your-entry')
})

test('đã gửi rồi thì không nhắc; không ghi ngày chưa đến, số điện thoại hay cách nhắc lạ', async () => {
  const sent = await formOf(app, 'nongdan.tanan', { form: 'F1-ND', year: '2023' })
  assert.equal(codeOf(await note('khoi.tanan', sent.at)), 'already-sent')
  assert.equal((await lineSeenBy('khoi.tanan'))?.mayRemind, undefined)
  for (const [more, field] of [
    [{ on: '2026-11-21' }, 'on'],
    [{ answer: 'gọi lại số 0912 345.678' }, 'answer'],
    [{ answer: 'gửi vào hoi@xa.vn' }, 'answer'],
    [{ channel: 'pigeon' }, 'channel'],
    [{ answer: 'x'.repeat(301) }, 'answer'],
  ] as const) {
    const said = await note('khoi.mada', more)
    assert.deepEqual(
      !said.ok && said.refusal.kind === 'invalid' && said.refusal.problems.map((one) => one.field),
      [field],
      JSON.stringify(more),
    )
  }
  must(await note('khoi.mada', { answer: 'trước 15.12.2026 sẽ gửi đủ 1.250 hội viên' }))
})

test('biểu không thuộc chương trình thì không có gì để nhắc', async () => {
  const other = await noteReminder.ask(app, await as(app, 'chuyenvien'), {
    ...farmers,
    programme: 999_999,
    channel: 'phone',
  })
  assert.equal(codeOf(other), 'no-such-programme')
  const nobody = await note('chuyenvien', { body: 1 })
  assert.equal(codeOf(nobody), 'no-such-duty')
})

test('mỗi lần nhắc có một dòng nhật ký, không chép lời đã nói', async () => {
  const events = await app.db.selectFrom('event').selectAll().where('noun', '=', 'reminder').execute()
  assert.equal(events.length, 3)
  assert.ok(events.every((event) => !JSON.stringify(event).includes('thứ Sáu')))
})
