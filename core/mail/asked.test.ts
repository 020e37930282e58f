// Calls and workbooks on the desk and by mail: told when they come, around the day they are due, when they come back.
import assert from 'node:assert/strict'
import test from 'node:test'
import { submitAnswer } from '../calls/answers/answer.operations.ts'
import { openAnswer } from '../calls/answers/answer.reads.ts'
import { closeCall, reopenCall } from '../calls/call.operations.ts'
import { listCalls } from '../calls/call.reads.ts'
import { runJobsOnce } from '../jobs/jobs.ts'
import { chooseNotices } from '../people/notice.operations.ts'
import { operator } from '../shared/actor.ts'
import { must } from '../shared/result.ts'
import { bodyOf, openMailServer } from '../testing/mail-server.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { as } from '../testing/sample.ts'
import { openMailer } from './smtp.ts'
import { news } from './told.operations.ts'

const server = await openMailServer()
const app = await openTestApp('sample', { now: '2023-12-17T09:00:00+07:00' })
app.mailer = openMailer({ url: server.url, from: 'Ban Dân vận <danvan@vinhcuu.example.vn>' })
const address = (slug: string) => `khoi@${slug}.example.vn`
const wants = async (slug: string, choice = 'atOnce') =>
  must(await chooseNotices.ask(app, await as(app, `khoi.${slug}`), { address: address(slug), choice }))
const subjectsTo = (slug: string) =>
  server.received.filter(({ to }) => to.includes(address(slug))).map(({ subject }) => subject)
const call = 'Đề cương tổng kết công tác dân vận năm 2023'

test('trước hạn một ngày, ai chưa trả lời đề cương được nhắc đúng một thư; ai gửi rồi thì không', async () => {
  for (const slug of ['mada', 'tanan', 'binhloi']) await wants(slug)
  await runJobsOnce(app)
  await runJobsOnce(app)
  const mine = subjectsTo('mada').filter((subject) => subject.includes('đề cương'))
  assert.deepEqual(mine, [`Còn 1 ngày: trả lời đề cương “${call}”`])
  const { raw } = server.received.find(({ subject }) => subject === mine[0])!
  assert.match(bodyOf(raw), /Khối dân vận xã Mã Đà chưa trả lời đề cương/)
  assert.match(bodyOf(raw), /Hạn gửi: thứ Hai, 18\/12\/2023/)
  assert.match(bodyOf(raw), /\/de-cuong\/\d+\/tra-loi\/\d+/)
  for (const slug of ['tanan', 'binhloi'])
    assert.deepEqual(
      subjectsTo(slug).filter((s) => s.includes('đề cương')),
      [],
    )
})

test('biểu Excel quá hạn từ lâu thì không ai bị nhắc nữa; sau hạn một ngày thì có', async () => {
  assert.deepEqual(
    subjectsTo('mada').filter((subject) => subject.includes('điền biểu')),
    [],
  )
  await app.db
    .updateTable('collection')
    .set({ due_at: new Date('2023-12-16T16:30:00+07:00') })
    .where('stage', '=', 'issued')
    .execute()
  await runJobsOnce(app)
  assert.match(subjectsTo('mada').at(-1)!, /^Quá hạn 1 ngày: điền biểu “Rà soát nhà văn hoá/)
})

test('tin mới trên bàn làm việc có đề cương, biểu Excel, việc bị trả lại kèm lý do và đường dẫn', async () => {
  const told = must(await news.ask(app, await as(app, 'khoi.thanhphu'), {})).news
  const returned = told.find(({ topic }) => topic === 'answer.return')!
  assert.equal(returned.title, call)
  assert.equal(returned.bodyName, 'Khối dân vận xã Thạnh Phú')
  assert.ok(returned.reason)
  assert.match(returned.path, /^\/de-cuong\/\d+\/tra-loi\/\d+$/)
  assert.ok(told.some(({ topic, path }) => topic === 'collection.issue' && /^\/thu-thap\/\d+\/don-vi\/\d+$/.test(path)))
  const elsewhere = must(await news.ask(app, await as(app, 'nongdan.tanan'), {})).news
  assert.deepEqual(elsewhere, [], 'another body reads nothing of it')
})

test('thư mỗi sáng nêu cả đề cương còn phải trả lời; gửi rồi thì thôi', async () => {
  await wants('vinhan', 'digest')
  app.setNow('2023-12-18T07:30:00+07:00')
  await runJobsOnce(app)
  const [digest] = server.received.filter(({ to }) => to.includes(address('vinhan')))
  assert.match(digest!.subject, /đề cương, biểu Excel cần trả lời/)
  assert.match(bodyOf(digest!.raw), /Cần trả lời đề cương \(hôm nay là hạn\): Đề cương tổng kết/)
  const actor = await as(app, 'khoi.vinhan')
  const [line] = must(await listCalls.ask(app, actor, {})).toAnswer
  const at = { call: line!.call.id, body: line!.standing.body }
  const { sections } = must(await openAnswer.ask(app, actor, at))
  const texts = Object.fromEntries(sections.map(({ key }) => [key, '- Bà con đồng tình với việc chung.']))
  must(await submitAnswer.ask(app, actor, { ...at, texts, expectedVersion: 0 }))
  app.setNow('2023-12-19T07:30:00+07:00')
  await runJobsOnce(app)
  const later = server.received.filter(({ to }) => to.includes(address('vinhan'))).slice(1)
  assert.ok(later.every(({ raw }) => !bodyOf(raw).includes('Cần trả lời đề cương')))
  assert.equal(subjectsTo('mada').filter((subject) => subject.startsWith('Quá hạn 1 ngày: trả lời đề cương')).length, 1)
})

test('đề cương mở lại với hạn mới: các mốc nhắc tính lại theo hạn đó, mỗi mốc một lần', async () => {
  const [mine] = must(await listCalls.ask(app, await as(app, 'khoi.mada'), {})).toAnswer
  const { id, version } = mine!.call
  const { version: closed } = must(await closeCall.ask(app, operator, { id, expectedVersion: version }))
  must(await reopenCall.ask(app, operator, { id, expectedVersion: closed, dueOn: '2023-12-28' }))
  const before = subjectsTo('mada').filter((subject) => subject.includes('đề cương')).length
  app.setNow('2023-12-27T09:00:00+07:00')
  await Promise.all([runJobsOnce(app), runJobsOnce(app)])
  await runJobsOnce(app)
  const after = subjectsTo('mada').filter((subject) => subject.includes('đề cương'))
  assert.deepEqual([after.length - before, after.at(-1)], [1, `Còn 1 ngày: trả lời đề cương “${call}”`])
})
