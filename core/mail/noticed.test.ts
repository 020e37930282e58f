// What became of a report reaches whoever has it by mail: at once, or in the morning until the copy is destroyed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recall } from '../documents/notice.operations.ts'
import { confirmDestroyed } from '../documents/told.operations.ts'
import { runJobsOnce } from '../jobs/jobs.ts'
import { chooseNotices } from '../people/notice.operations.ts'
import { openCast, type Answer } from '../reports/report.cast.ts'
import { lineOfReport } from '../reports/report.store.ts'
import { must } from '../shared/result.ts'
import { bodyOf, openMailServer } from '../testing/mail-server.ts'
import { openMailer } from './smtp.ts'

const server = await openMailServer()
const { app, as, done, programme } = await openCast('2024-01-05T08:00:00+07:00')
app.mailer = openMailer({ url: server.url, from: 'Ban Dân vận <danvan@vinhcuu.example.vn>' })
const address = (username: string) => `${username}@vinhcuu.example.vn`
const wants = async (username: string, choice: string) =>
  must(await chooseNotices.ask(app, await as(username), { address: address(username), choice }))
const mailsTo = (username: string) => server.received.filter(({ to }) => to.includes(address(username)))
const bodyIdOf = async (username: string) => {
  const actor = await as(username)
  return actor.kind === 'person' ? actor.roles[0]!.bodyId : 0
}
let notice = 0

test('Mã Đà wants mails at once and gets one about the recall, with the page where it is answered', async () => {
  await wants('phunu.mada', 'atOnce')
  await wants('hnd.huyen', 'digest')
  const { reports } = await done('vanthu', 'list', { programme })
  const id = reports.find((one: Answer) => one.stage === 'issued').id as number
  const bodies = [await bodyIdOf('phunu.mada'), await bodyIdOf('hnd.huyen')]
  await done('vanthu', 'dispatch', { id, way: 'platform', bodies })
  const line = (await lineOfReport(app.db, id as never))!
  const made = must(await recall.ask(app, await as('vanthu'), { id: line, reason: 'Ban hành khi chưa đủ ý kiến' }))
  notice = made.notice
  await runJobsOnce(app)
  await runJobsOnce(app)
  const mails = mailsTo('phunu.mada').filter(({ subject }) => subject.startsWith('Thu hồi'))
  assert.deepEqual(
    mails.map(({ subject }) => subject),
    ['Thu hồi: văn bản 12-BC/HU'],
  )
  const said = bodyOf(mails[0]!.raw)
  assert.match(said, /Văn bản 12-BC\/HU mà .* đã nhận bị thu hồi bằng văn bản \d+-CV\/HU, thứ Sáu, 05\/01\/2024\./)
  assert.match(said, new RegExp(`/van-ban-den/${notice}`))
  assert.doesNotMatch(said, /chưa đủ ý kiến/) // the reason is read on the page
  assert.equal(
    mailsTo('hnd.huyen').some(({ subject }) => subject.startsWith('Thu hồi')),
    false,
  )
})

test('the farmers read it in the morning, each morning until they confirm', async () => {
  const morning = async (day: string) => {
    const before = mailsTo('hnd.huyen').length
    app.setNow(`${day}T07:30:00+07:00`)
    await runJobsOnce(app)
    const fresh = mailsTo('hnd.huyen').slice(before)
    return fresh.map(({ raw }) => bodyOf(raw)).join('\n')
  }
  for (const day of ['2024-01-06', '2024-01-09'])
    assert.match(await morning(day), /Cần huỷ bản điện tử: văn bản 12-BC\/HU thu hồi bằng \d+-CV\/HU/)
  const body = await bodyIdOf('hnd.huyen')
  must(await confirmDestroyed.ask(app, await as('hnd.huyen'), { notice, body }))
  assert.doesNotMatch(await morning('2024-01-10'), /Cần huỷ bản điện tử/)
})
