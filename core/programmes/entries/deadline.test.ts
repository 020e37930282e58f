// Reminders of what is due: told once for each step, in Vietnam's days, to those alone who have not sent.
import assert from 'node:assert/strict'
import test from 'node:test'
import { openTestApp } from '../../testing/open-test-db.ts'
import { as, formOf } from '../../testing/sample.ts'
import { must } from '../../shared/result.ts'
import { addDays } from '../../shared/day.ts'
import { closePeriod } from '../forms/calendar.operations.ts'
import { show } from '../programme.operations.ts'
import { programme42 } from '../../testing/sample.ts'
import { dayOfStep, stepToday } from '../../deadlines/deadline.ts'
import { watchDeadlines } from './deadline.watch.ts'
import { work } from './work.operations.ts'

const steps = [7, 1, -1]

test('hạn thứ Sáu: nhắc thứ Sáu tuần trước, thứ Năm, rồi thứ Bảy sau hạn', () => {
  assert.deepEqual(
    steps.map((step) => dayOfStep('2023-12-15', step)),
    ['2023-12-08', '2023-12-14', '2023-12-16'],
  )
})

test('ngày nhắc trước hạn rơi vào thứ Bảy, Chủ nhật thì nhắc từ thứ Sáu', () => {
  assert.equal(dayOfStep('2026-12-14', 1), '2026-12-11') // due on a Monday
  assert.equal(dayOfStep('2026-12-13', 1), '2026-12-11') // due on a Sunday
  assert.equal(dayOfStep('2026-12-13', 7), '2026-12-04')
  assert.equal(dayOfStep('2026-12-11', -1), '2026-12-12')
})

test('mỗi ngày nhiều nhất một bước; bước đã quá lâu thì thôi; sau hạn không nói “còn”', () => {
  const on = (today: string) => stepToday(steps, 3, { dueOn: '2023-12-15', today })
  assert.deepEqual(['2023-12-07', '2023-12-08', '2023-12-11', '2023-12-12', '2023-12-14', '2023-12-15'].map(on), [
    null,
    7,
    7,
    null,
    1,
    1,
  ])
  assert.deepEqual(['2023-12-16', '2023-12-19', '2023-12-20'].map(on), [-1, -1, null])
  assert.equal(stepToday([7, 1], 3, { dueOn: '2023-12-15', today: '2023-12-16' }), null)
})

const app = await openTestApp('sample')
const { at, line } = await formOf(app, 'nongdan.mada', { form: 'F1-ND', year: '2023' })
const told = async () => {
  const all = await app.db.selectFrom('outbox_message').selectAll().where('topic', '=', 'duty.remind').execute()
  return all as ((typeof all)[0] & { payload: { step: number; formKey: string; bodyId: number } })[]
}
const watchOn = (day: string, time = '08:00') => {
  app.setNow(`${day}T${time}:00+07:00`)
  return watchDeadlines(app)
}

test('hai bộ canh hạn cùng chạy, chạy lại giữa chừng: mỗi đơn vị chưa gửi được nhắc đúng một lần mỗi bước', async () => {
  assert.deepEqual(await watchOn(addDays(line.dueOn, -8)), { told: 0 })
  app.setNow(`${dayOfStep(line.dueOn, 7)}T00:30:00+07:00`) // still the day before by the clock of London
  const both = await Promise.all([watchDeadlines(app), watchDeadlines(app), watchDeadlines(app)])
  const first = await told()
  assert.ok(first.length > 0)
  assert.equal(
    both.reduce((sum, one) => sum + one.told, 0),
    first.length,
  )
  assert.deepEqual(await watchOn(dayOfStep(line.dueOn, 7), '23:50'), { told: 0 })
  const mine = first.filter(({ body_id, payload }) => body_id === at.body && payload.formKey === 'F1-ND')
  assert.deepEqual(
    mine.map(({ payload }) => payload.step),
    [7],
  )
  const events = await app.db.selectFrom('event').selectAll().where('move', '=', 'remind').execute()
  assert.equal(events.length, first.length)
})

test('đơn vị đã gửi thì không được nhắc', async () => {
  const sent = await formOf(app, 'nongdan.tanan', { form: 'F1-ND', year: '2023' })
  assert.equal((await told()).filter(({ body_id }) => body_id === sent.at.body).length, 0)
})

test('lời nhắc đứng ở “Tin mới” của đơn vị, dẫn tới đúng biểu', async () => {
  const { news } = must(await work.ask(app, await as(app, 'nongdan.mada'), {}))
  const one = news.find(({ topic, payload }) => topic === 'duty.remind' && payload.formId === at.form)!
  assert.deepEqual([one.payload.bodyId, one.payload.periodId, one.payload.dueOn], [at.body, at.period, line.dueOn])
})

test('khoá sổ rồi thì không nhắc nữa', async () => {
  const programme = await programme42(app)
  const { programme: head } = must(await show.ask(app, await as(app, 'truongban'), { programme }))
  const close = { body: head.bodyId, period: at.period, closed: true }
  must(await closePeriod.ask(app, await as(app, 'truongban'), close))
  const earlier = (await told()).length
  await watchOn(addDays(line.dueOn, 1))
  // Đông Hà and Huế have not closed theirs: the forms of their illustrative year are named MH-….
  const since = (await told()).sort((a, b) => a.id - b.id).slice(earlier)
  assert.deepEqual(since.filter(({ payload }) => !payload.formKey.startsWith('MH-')), []) // prettier-ignore
  must(await closePeriod.ask(app, await as(app, 'truongban'), { ...close, closed: false }))
  const { told: count } = await watchOn(addDays(line.dueOn, 1))
  assert.ok(count > 0)
})
