// Mail to a real receiver: told once, refused and busy mailboxes, a sender killed half-way, no connection.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import test from 'node:test'
import { TOTP } from 'otpauth'
import { runJobsOnce } from '../jobs/jobs.ts'
import { chooseNotices } from '../people/notice.operations.ts'
import { show } from '../people/person.operations.ts'
import { resetSecondStep } from '../people/second-step/reset.operations.ts'
import * as secondStep from '../people/second-step/second-step.operations.ts'
import { as, formOf, programme42 } from '../testing/sample.ts'
import { bodyOf, openMailServer } from '../testing/mail-server.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { addDays } from '../shared/day.ts'
import { must } from '../shared/result.ts'
import { dayOfStep } from '../deadlines/deadline.ts'
import { watchDeadlines } from '../programmes/entries/deadline.watch.ts'
import { matrix } from '../programmes/entries/work.operations.ts'
import { returnEntry, submitEntry } from '../programmes/entries/entry.operations.ts'
import { overview, retry, test as testMail } from './mail.operations.ts'
import { waitAfter } from './mail.ts'
import { sendMails } from './mail.send.ts'
import { makeDigests, spreadMessages } from './mail.spread.ts'
import { openMailer } from './smtp.ts'

let server = await openMailServer()
const from = 'Ban Dân vận <danvan@vinhcuu.example.vn>'
const app = await openTestApp('sample')
app.mailer = openMailer({ url: server.url, from })
const { at, line } = await formOf(app, 'nongdan.mada', { form: 'F1-ND', year: '2023' })
const morning = `${addDays(line.dueOn, -7)}T08:00:00+07:00`
app.setNow(morning)
const wants = async (username: string, address: string, choice = 'atOnce') =>
  must(await chooseNotices.ask(app, await as(app, username), { address, choice }))
const later = (minutes: number) => app.setNow(new Date(app.clock().getTime() + minutes * 60_000).toISOString())
const mailsTo = (address: string) => server.received.filter(({ to }) => to.includes(address))

test('bảy ngày trước hạn, Hội Nông dân xã Mã Đà nhận đúng một thư, tiêu đề nói phải làm gì', async () => {
  await wants('nongdan.mada', 'nongdan@mada.example.vn')
  await runJobsOnce(app)
  await runJobsOnce(app)
  const [mail, ...more] = mailsTo('nongdan@mada.example.vn')
  assert.equal(more.length, 0)
  assert.equal(mail!.subject, 'Còn 7 ngày: gửi biểu F1-ND, năm 2023')
  assert.match(mail!.raw, /^List-Unsubscribe: <http:\/\/127\.0\.0\.1:3000\/tai-khoan\/thu>/m)
  assert.match(mail!.messageId, /^<[0-9a-f]{32}@127\.0\.0\.1>$/)
  assert.ok(mail!.raw.includes('multipart/alternative'))
  const seen = must(await matrix.ask(app, await as(app, 'truongban'), { programme: await programme42(app) }))
  const own = seen.lines.find((each) => each.body === at.body && each.form === at.form)!
  const [told, ...others] = own.told
  assert.deepEqual(
    [others.length, told!.on, told!.mailed, told!.sent, told!.refused],
    [0, morning.slice(0, 10), true, 1, 0],
  )
})

test('hộp thư bị từ chối (550): ghi lại, không thử nữa; quản trị thấy và gửi lại được', async () => {
  await wants('phunu.mada', 'refused@mada.example.vn')
  const admin = await as(app, 'quantri')
  await app.db.updateTable('outbox_message').set({ spread_at: null }).where('topic', '=', 'duty.remind').execute()
  await runJobsOnce(app)
  assert.equal(mailsTo('nongdan@mada.example.vn').length, 1, 'spreading again makes no second mail')
  const seen = must(await overview.ask(app, admin, {}))
  assert.deepEqual([seen.counts.refused, seen.counts.waiting], [1, 0])
  assert.match(seen.failed[0]!.reply!, /^550 no such mailbox/)
  assert.ok(!seen.failed[0]!.reply!.includes('mada.example.vn'))
  later(24 * 60)
  assert.equal((await sendMails(app)).refused, 0)
  await wants('phunu.mada', 'phunu@mada.example.vn')
  assert.equal(must(await retry.ask(app, admin, {})).retried, 1)
  assert.equal((await sendMails(app)).sent, 1)
  assert.equal(mailsTo('phunu@mada.example.vn').length, 1)
  app.setNow(morning)
})

test('hộp thư đầy (450), rồi máy chủ thư tắt: chờ lâu dần, không mất', async () => {
  await wants('quantri', 'busy@vinhcuu.example.vn')
  const admin = await as(app, 'quantri')
  must(await testMail.ask(app, admin, {}))
  must(await testMail.ask(app, admin, {}))
  assert.equal((await sendMails(app)).later, 1)
  assert.equal((await sendMails(app)).later, 0, 'not before its time')
  later(1)
  assert.equal((await sendMails(app)).later, 1)
  later(1)
  assert.equal((await sendMails(app)).later, 0, 'the second wait is longer')
  const seen = must(await overview.ask(app, admin, {}))
  assert.deepEqual([seen.counts.waiting, seen.counts.delayed, seen.mine.lastTest?.tries], [1, 1, 2])
  await server.stop()
  later(5)
  assert.equal((await sendMails(app)).later, 1)
  assert.match(must(await overview.ask(app, admin, {})).failed[0]!.reply!, /ECONNREFUSED/)
  const before = server.received.length
  server = await openMailServer(Number(new URL(server.url).port), server.received)
  await wants('quantri', 'quantri@vinhcuu.example.vn')
  later(24 * 60)
  assert.equal((await sendMails(app)).sent, 1)
  assert.equal(server.received[before]!.subject, 'Thư thử của Đồng Thuận: nhận được là gửi thư tốt')
  app.setNow(morning)
})

test('tiến trình gửi bị giết sau khi máy chủ nhận mà chưa kịp ghi: thư đi lần nữa, cùng một Message-ID', async () => {
  await wants('quantri', 'slow@vinhcuu.example.vn')
  app.setNow(new Date().toISOString()) // the killed process goes by the clock of the machine
  must(await testMail.ask(app, await as(app, 'quantri'), {}))
  const before = server.received.length
  const cli = join(import.meta.dirname, '..', 'commands', 'cli.ts')
  const env = {
    ...process.env,
    DATABASE_URL: app.databaseUrl,
    SMTP_URL: server.url,
    MAIL_FROM: from,
    ORIGIN: app.origin,
  }
  const sender = spawn(process.execPath, [cli, 'jobs', 'run'], { env, stdio: 'ignore' })
  const ended = new Promise((resolve) => sender.once('exit', resolve))
  await server.until(before + 1)
  sender.kill('SIGKILL')
  await ended
  assert.equal((await sendMails(app)).sent, 0, 'still claimed')
  later(3)
  assert.equal((await sendMails(app)).sent, 1)
  const [first, second] = server.received.slice(before)
  assert.equal(second!.messageId, first!.messageId)
  later(60)
  assert.equal((await sendMails(app)).sent, 0)
})

test('hai tiến trình cùng gửi không gửi một thư hai lần', async () => {
  await wants('quantri', 'quantri@vinhcuu.example.vn')
  must(await testMail.ask(app, await as(app, 'quantri'), {}))
  const sent = await Promise.all([1, 2, 3, 4].map(() => sendMails(app)))
  assert.equal(
    sent.reduce((sum, one) => sum + one.sent, 0),
    1,
  )
})

test('một thư mỗi ngày từ 7 giờ, nêu mọi việc đến hạn; không còn việc hay không muốn nữa thì không có thư', async () => {
  const day = addDays(line.dueOn, -4)
  await wants('doan.mada', 'doan@mada.example.vn', 'digest')
  app.setNow(`${day}T06:59:00+07:00`)
  await runJobsOnce(app)
  assert.equal(mailsTo('doan@mada.example.vn').length, 0)
  app.setNow(`${day}T07:00:00+07:00`)
  await runJobsOnce(app)
  await runJobsOnce(app)
  const [mail, ...more] = mailsTo('doan@mada.example.vn')
  assert.equal(more.length, 0)
  assert.match(mail!.subject, /^Hôm nay: \d+ biểu cần gửi/)
  await wants('doan.mada', '', 'none')
  app.setNow(`${addDays(day, 1)}T07:00:00+07:00`)
  assert.deepEqual(await makeDigests(app), { digests: 0 })
  await sendMails(app)
  assert.equal(mailsTo('doan@mada.example.vn').length, 1)
})

test('gửi rồi thì thư nhắc đang chờ bị bỏ; bị trả lại thì có thư, không chép lý do', async () => {
  const farmer = await as(app, 'nongdan.mada')
  app.setNow(`${dayOfStep(line.dueOn, 1)}T09:00:00+07:00`)
  await watchDeadlines(app)
  await spreadMessages(app)
  const values = [1500, 1200, 36, 24, 48, 1000, 600, 0, 1, 0, 0].map((value, i) => ({ no: i + 1, value }))
  const decision = { decisionNumber: '15-QĐ/HND', decisionOn: '2023-12-08' }
  const sent = must(await submitEntry.ask(app, farmer, { ...at, ...decision, expectedVersion: 0, rows: values }))
  const done = await sendMails(app)
  assert.ok(done.dropped >= 1)
  assert.equal(mailsTo('nongdan@mada.example.vn').length, 1, 'the one of a week before')
  const back = { id: sent.entry, expectedVersion: sent.version, reason: 'Thiếu chi hội ấp 3' }
  must(await returnEntry.ask(app, await as(app, 'khoi.mada'), back))
  await runJobsOnce(app)
  const mail = mailsTo('nongdan@mada.example.vn')[1]!
  assert.match(mail.subject, /^Cần sửa và gửi lại: .*, năm 2023$/)
  assert.ok(!bodyOf(mail.raw).includes('ấp 3') && bodyOf(mail.raw).includes('Khối dân vận xã Mã Đà'))
})

test('chờ 1, 2, 4 … phút, nhiều nhất 6 giờ, rồi thôi', () => {
  assert.deepEqual([1, 2, 3, 4].map(waitAfter), [60, 120, 240, 480])
  assert.deepEqual([10, 11, 12].map(waitAfter), [21600, 21600, null])
})

test('địa chỉ viết sai thì không lưu', async () => {
  for (const [address, choice] of [
    ['không phải thư', 'atOnce'],
    ['', 'digest'],
  ]) {
    const said = await chooseNotices.ask(app, await as(app, 'nongdan.mada'), { address, choice })
    assert.equal(!said.ok && said.refusal.kind, 'invalid')
  }
})

test('quản trị gỡ bước hai: chính người đó được một thư, đồng nghiệp không; ai không muốn thư thì không', async () => {
  const admin = await as(app, 'quantri')
  for (const [username, choice] of [
    ['nongdan.mada', 'digest'],
    ['phunu.mada', 'none'],
  ] as const) {
    const person = await as(app, username)
    await wants(username, `${username}.rieng@mada.example.vn`, choice)
    must(await secondStep.begin.ask(app, person, {}))
    const { key } = must(await secondStep.key.ask(app, person, {}))
    const totp = new TOTP({ secret: key.replaceAll(' ', '') })
    must(await secondStep.confirm.ask(app, person, { code: totp.generate({ timestamp: app.clock().getTime() }) }))
    const { version } = must(await show.ask(app, admin, { id: person.personId }))
    must(await resetSecondStep.ask(app, admin, { id: person.personId, expectedVersion: version }))
  }
  const before = server.received.length
  await sendMails(app)
  const [mail, ...more] = mailsTo('nongdan.mada.rieng@mada.example.vn')
  assert.deepEqual([more.length, mail!.subject], [0, 'Quản trị đã gỡ bước hai khỏi tài khoản của đồng chí'])
  assert.match(bodyOf(mail!.raw), /nếu đồng chí không nhờ việc này/i)
  assert.equal(server.received.length, before + 1)
  await sendMails(app)
  assert.equal(server.received.length, before + 1)
})
