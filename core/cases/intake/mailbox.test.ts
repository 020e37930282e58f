// Lan writes to the ward's mailbox: her mail is taken once, she gets the receipt, and the mailbox is empty afterwards.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openMailer } from '../../mail/smtp.ts'
import { photo as jpeg } from '../../media/files.cast.ts'
import { bodyOf, openMailServer } from '../../testing/mail-server.ts'
import { operator } from '../../shared/actor.ts'
import { app, done, onDesk, ward } from '../case.cast.ts'
import { noDovecot, openDovecot } from './dovecot.cast.ts'
import { readMail } from './eml.ts'
import { takeMail } from './mail.operations.ts'
import { readMailboxes } from './mailbox.ts'

const picture = (await jpeg()).toString('base64')
const mail = (more: Record<string, string> = {}, body = '') =>
  Object.entries({
    From: 'Nguoi gui gia dinh Lan <lan@vidu.example.vn>',
    To: 'dan@tantrieu.example.vn',
    Subject: '=?UTF-8?B?' + Buffer.from('Cống trước chợ vỡ nắp').toString('base64') + '?=',
    'Message-ID': '<mot@vidu.example.vn>',
    'MIME-Version': '1.0',
    'Content-Type': 'multipart/mixed; boundary="b"',
    ...more,
  })
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('') +
  `\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body || 'Nước thối tràn ra đường từ tối qua.\r\n\r\n> thư trước\r\n> trích lại'}\r\n` +
  `--b\r\nContent-Type: image/jpeg; name="cong.jpg"\r\nContent-Disposition: attachment; filename="cong.jpg"\r\nContent-Transfer-Encoding: base64\r\n\r\n${picture}\r\n` +
  `--b\r\nContent-Type: application/octet-stream; name="x.exe"\r\nContent-Disposition: attachment; filename="x.exe"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from('MZ\x90\0program').toString('base64')}\r\n--b--\r\n`

test('a mail is read: who, what, which files; what it quotes is left out, and machines are told apart', async () => {
  const read = await readMail(Buffer.from(mail()))
  assert.deepEqual(
    [read.subject, read.text, read.address],
    ['Cống trước chợ vỡ nắp', 'Nước thối tràn ra đường từ tối qua.', 'lan@vidu.example.vn'],
  )
  assert.deepEqual(
    read.files.map(({ name }) => name),
    ['cong.jpg', 'x.exe'],
  )
  assert.equal(read.automatic, false)
  const machines: Record<string, string>[] = [
    { 'Auto-Submitted': 'auto-replied' },
    { Precedence: 'bulk' },
    { 'List-Id': '<a.b>' },
    { From: '' },
  ]
  for (const more of machines)
    assert.equal((await readMail(Buffer.from(mail(more)))).automatic, true, JSON.stringify(more))
  const page = await readMail(
    Buffer.from(
      'From: a@b.vn\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<style>x{}</style><p>Rác &amp; bụi</p><p>đầy đường</p>',
    ),
  )
  assert.match(page.text, /^Rác & bụi\s+đầy đường$/)
})

const skip = noDovecot && !process.env.CI ? noDovecot : false
test(
  'from a real mailbox: taken once, sealed, receipted, gone; a machine’s mail answers nobody',
  { skip },
  async () => {
    const [box, smtp] = [await openDovecot(), await openMailServer()]
    app.mailer = openMailer({ url: smtp.url, from: 'Phường Tân Triều <dan@tantrieu.example.vn>' })
    const reading = { ...app, mailboxes: [{ deskId: ward, url: box.url }] }
    box.deliver(mail())
    box.deliver(mail({ 'Message-ID': '<hai@vidu.example.vn>', 'Auto-Submitted': 'auto-replied' }))
    assert.deepEqual(await readMailboxes(reading), { taken: 2, left: 0 })
    assert.deepEqual(box.inbox(), [])
    assert.equal(smtp.received.length, 1)
    const said = bodyOf(smtp.received[0]!.raw)
    const [, code] = /Mã tra cứu: (\S+)/.exec(said)!
    const [, secret] = /Khoá của người gửi: (\S+)/.exec(said)!
    assert.match(said, /“x\.exe” là chương trình/)
    assert.equal((await done('lan', 'track', { code, secret })).stage, 'received')
    const { id } = await onDesk(code!)
    const { letters } = await done('tam', 'look', { id })
    assert.match(letters[0].text, /^Cống trước chợ vỡ nắp\n\nNước thối tràn ra đường/)
    assert.deepEqual([letters[0].sender.email, letters[0].originals.length], ['lan@vidu.example.vn', 1])

    // The platform was killed after it had stored the mail and before it told the mailbox: the same mail comes again.
    box.deliver(mail())
    assert.deepEqual(await readMailboxes(reading), { taken: 1, left: 0 })
    assert.match(bodyOf(smtp.received[1]!.raw), new RegExp(code!))
    assert.equal((await done('tam', 'queue', { box: 'toSort' })).lines.length, 1)
  },
)

test('what cannot be taken stays in the mailbox, flagged, and does not hold up the others', { skip }, async () => {
  const box = await openDovecot()
  const reading = { ...app, mailer: null, mailboxes: [{ deskId: ward, url: box.url }] }
  box.deliver(mail({ 'Message-ID': '<ba@vidu.example.vn>' }, 'dài '.repeat(60_000)))
  box.deliver(
    Buffer.concat([Buffer.from(mail({ 'Message-ID': '<to@vidu.example.vn>' })), Buffer.alloc(26_000_000, 65)]),
  )
  assert.deepEqual(await readMailboxes(reading), { taken: 1, left: 1 })
  assert.equal(box.inbox().length, 1)
  assert.match(box.inbox()[0]!, /:2,.*F/)
  assert.deepEqual(await readMailboxes(reading), { taken: 0, left: 0 })
  const closed = { ...app, mailboxes: [{ deskId: ward, url: 'imap://dan:sai@127.0.0.1:1/INBOX' }] }
  assert.deepEqual(await readMailboxes(closed), { taken: 0, left: 0 })
})

test('of a mail with twenty-three files twenty are taken, and the other three are named to her', async () => {
  const part = (no: number) =>
    `--b\r\nContent-Type: text/plain; name="${no}.txt"\r\nContent-Disposition: attachment; filename="${no}.txt"\r\n\r\nTờ ${no}.\r\n`
  const raw = mail({ 'Message-ID': '<nhieu@vidu.example.vn>' }).replace(
    /--b\r\nContent-Type: image[\s\S]*$/,
    `${Array.from({ length: 23 }, (_, at) => part(at + 1)).join('')}--b--\r\n`,
  )
  const taken = await takeMail.ask(app, operator, { desk: ward, raw: Buffer.from(raw).toString('base64') })
  assert.ok(taken.ok)
  assert.deepEqual(
    taken.value.notTaken.map((line) => /“(\d+)\.txt”/.exec(line)?.[1]),
    ['21', '22', '23'],
  )
})
