// The rules of reminding are data: who changes them, what is refused, and that watcher and daily mail go by them.
import assert from 'node:assert/strict'
import test from 'node:test'
import { dueOfPerson } from '../mail/mail.spread.ts'
import { watchDeadlines } from '../programmes/entries/deadline.watch.ts'
import { operator } from '../shared/actor.ts'
import { addDays } from '../shared/day.ts'
import { must, sentencesOf } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { as, formOf } from '../testing/sample.ts'
import { dayOfStep, stepToday, windowOf } from './deadline.ts'
import { change, show } from './policy.operations.ts'
import { dueWindow, isStale, stepsFrom, stepsText } from './policy.ts'

const app = await openTestApp('sample')
const { line } = await formOf(app, 'nongdan.mada', { form: 'F1-ND', year: '2023' })
const rules = async () => {
  const { version: expectedVersion, mayChange: _, confidence: __, ...kept } = must(await show.ask(app, operator, {}))
  return { ...kept, basis: 'Quy chế làm việc của Ban', expectedVersion }
}
const watchOn = async (day: string) => {
  app.setNow(`${day}T08:00:00+07:00`)
  return (await watchDeadlines(app)).told
}
const toSend = async (day: string) => (await dueOfPerson(app, 'nongdan.mada', day)).toSend.length

test('mặc định như trước nay, ghi rõ là giả định; ai đăng nhập cũng đọc, quản trị một huyện không đổi được', async () => {
  const read = must(await show.ask(app, await as(app, 'nongdan.mada'), {}))
  assert.deepEqual(
    [read.steps, read.catchUpDays, read.aheadDays, read.lateDays, read.digestHour, read.staleDays, read.confidence],
    ['7, 1, -1', 3, 7, 60, 7, 3, 'assumed'],
  )
  assert.equal(read.mayChange, false)
  const refused = await change.ask(app, await as(app, 'quantri'), await rules())
  assert.ok(!refused.ok && refused.refusal.code === 'not-whole-platform')
  const officer = await change.ask(app, await as(app, 'chuyenvien'), await rules())
  assert.ok(!officer.ok && officer.refusal.code === 'role-needed')
})

test('ghi sai thì nói sai ở đâu; hai người cùng đổi thì người sau được báo', async () => {
  for (const steps of ['bảy', '7,5; x', '90', '1.5', Array.from({ length: 11 }, (_, i) => i).join(',')]) {
    const refused = await change.ask(app, operator, { ...(await rules()), steps })
    assert.ok(!refused.ok && /Ghi từ một đến mười số ngày/.test(sentencesOf(refused.refusal).join()), steps)
  }
  const wanted = await rules()
  const both = await Promise.all([change.ask(app, operator, wanted), change.ask(app, operator, wanted)])
  assert.deepEqual(both.map((one) => (one.ok ? 'ok' : one.refusal.code)).sort(), ['changed-meanwhile', 'ok'])
  assert.equal(must(await show.ask(app, operator, {})).confidence, 'read')
})

test('mốc nhắc, nhắc bù và thư hằng ngày theo đúng quy định vừa đổi', async () => {
  const due = line.dueOn
  assert.equal(await toSend(addDays(due, -8)), 0)
  must(
    await change.ask(app, operator, {
      ...(await rules()),
      steps: '20, -3',
      catchUpDays: 0,
      aheadDays: 30,
      lateDays: 2,
    }),
  )
  assert.ok((await toSend(addDays(due, -8))) > 0)
  assert.deepEqual([(await toSend(addDays(due, 2))) > 0, await toSend(addDays(due, 3))], [true, 0])
  assert.equal(await watchOn(dayOfStep(due, 7)), 0, 'seven days before is no step any more')
  assert.equal(await watchOn(addDays(dayOfStep(due, 20), 1)), 0, 'missed by a day, and nothing is caught up on')
  assert.ok((await watchOn(addDays(due, 3))) > 0)
})

test('cửa sổ tìm kỳ không bỏ sót mốc nào: mọi mốc, mọi thứ trong tuần', () => {
  for (const steps of [[7, 1, -1], [60], [-60], [0], [3, -2]])
    for (const catchUp of [0, 3, 30])
      for (let i = 0; i < 200; i++) {
        const [dueOn, today] = ['2023-06-01', addDays('2023-03-01', i)]
        if (stepToday(steps, catchUp, { dueOn, today }) === null) continue
        const { from, until } = windowOf(steps, catchUp, today)
        assert.ok(from <= dueOn && dueOn <= until, `${steps} ${catchUp} ${today}`)
      }
})

test('số ngày viết thế nào cũng đọc được; tin cũ tính theo ngày', () => {
  assert.deepEqual(stepsFrom(' 1; 7,−1 , 7'), [7, 1, -1])
  assert.equal(stepsText([-1, 7, 1]), '7, 1, -1')
  const policy = { version: 1, steps: [1], catchUpDays: 0, aheadDays: 5, lateDays: 9, digestHour: 7, staleDays: 0 }
  const rules = { ...policy, basis: '', confidence: 'read' as const }
  assert.deepEqual(dueWindow(rules, '2023-12-10'), { from: '2023-12-01', until: '2023-12-15' })
  assert.deepEqual(
    [isStale(rules, '2023-12-10', '2023-12-10'), isStale(rules, '2023-12-09', '2023-12-10')],
    [false, true],
  )
})
