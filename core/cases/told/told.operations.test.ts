// Lan left a mail address and hears by mail; Bảy left a telephone number and is called; who left nothing is told nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openMailer } from '../../mail/smtp.ts'
import { bodyOf, openMailServer } from '../../testing/mail-server.ts'
import { app, done, onDesk, photo, refused, submitted, works } from '../case.cast.ts'
import { mailSenders } from './mail.ts'

const server = await openMailServer()
app.mailer = openMailer({ url: server.url, from: 'Phường Tân Triều <dan@tantrieu.example.vn>' })
const answer = { text: 'Đã thay nắp cống và thông dòng chảy, nước đã rút hết.', files: [photo] }

async function answered(sender: object) {
  const receipt = await submitted({ name: '', phone: '', ...sender })
  const at = await onDesk(receipt.code)
  await done('tam', 'sort', { ...at, kind: 'fieldReport', lead: works })
  const { version } = await done('hai', 'show', { id: at.id })
  await done('hai', 'answer', { id: at.id, expectedVersion: version, ...answer })
  return { receipt, id: at.id as number }
}

test('by mail: that there is an answer, where to read it; no word of it, no secret, each step once', async () => {
  const { receipt } = await answered({ email: 'lan@vidu.example.vn' })
  assert.deepEqual(await mailSenders(app), { sent: 2, refused: 0, later: 0 })
  assert.deepEqual(await mailSenders(app), { sent: 0, refused: 0, later: 0 })
  const mails = server.received.filter(({ to }) => to.includes('lan@vidu.example.vn'))
  assert.deepEqual(
    mails.map(({ subject }) => subject),
    [`Có bước mới, mã ${receipt.code}`, `Đã có trả lời, mã ${receipt.code}`],
  )
  for (const { raw } of mails) {
    const said = bodyOf(raw)
    assert.match(said, /http:\/\/127\.0\.0\.1:3000\/theo-doi/)
    for (const secret of [receipt.secret, 'nắp cống', 'Cống trước chợ']) assert.ok(!said.includes(secret), secret)
  }
})

test('by telephone: one line for all steps, called again tomorrow when nobody answers, off the list when told', async () => {
  const { id } = await answered({ name: 'Người gửi giả định Bảy', phone: '0900 000 077' })
  const listed = async () =>
    (await done('tam', 'calls')).calls.filter((one: { submission: number }) => one.submission === id)
  const [call] = await listed()
  assert.deepEqual([call.move, call.name, call.phone], ['answer', 'Người gửi giả định Bảy', '0900 000 077'])
  assert.deepEqual((await done('tu', 'calls')).calls, [])
  assert.equal((await refused('tu', 'called', { id: call.id, reached: true })).code, 'not-your-submission')
  assert.equal((await done('tam', 'called', { id: call.id, reached: false })).again, true)
  assert.deepEqual(await listed(), [])
  app.setNow('2026-07-07T08:00:00+07:00')
  const [again] = await listed()
  assert.equal(again.tries, 1)
  await done('ha', 'called', { id: again.id, reached: true, note: 'Báo con trai nghe hộ là có tin mới.' })
  assert.deepEqual(await listed(), [])
  assert.equal((await refused('tam', 'called', { id: again.id, reached: true })).code, 'called-already')
  app.setNow('2026-07-06T09:00:00+07:00')
})

test('nothing left, nothing told; a denouncer is never mailed nor called', async () => {
  const before = server.received.length
  const { id } = await answered({})
  const input = {
    channel: 'paper',
    door: 'denunciation',
    text: 'Tôi tố cáo việc thu quỹ sai.',
    email: 'tu@vidu.example.vn',
  }
  const { desks } = await done('lan', 'desks')
  const ward = desks.find(({ name }: { name: string }) => name.includes('Tân Triều') && name.startsWith('Ủy ban')).id
  const receipt = await done('tam', 'register', { ...input, desk: ward })
  const at = await onDesk(receipt.code)
  await done('tam', 'sort', { ...at, kind: 'denunciation', redacted: 'Tố cáo việc thu quỹ sai ở một khu phố.' })
  await mailSenders(app)
  assert.equal(server.received.length, before)
  const { calls } = await done('tam', 'calls')
  assert.ok(!calls.some(({ submission }: { submission: number }) => submission === id || submission === at.id))
})
