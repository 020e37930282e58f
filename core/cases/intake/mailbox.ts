// Reads the desks' mailboxes: a mail is taken, its sender gets the receipt, then it leaves the mailbox. Cut off anywhere between, the
// next run goes on: the same mail is the same submission with the same receipt.
import { ImapFlow } from 'imapflow'
import type { App, Mailbox } from '../../app.ts'
import { operator } from '../../shared/actor.ts'
import { sentencesOf } from '../../shared/result.ts'
import { takeMail } from './mail.operations.ts'
import { receiptMail } from './receipt-mail.ts'

/** Larger ones stay in the mailbox, flagged, for a person to look at. */
const largest = 25_000_000
const atOnce = 50

export async function readMailboxes(app: App, signal?: AbortSignal): Promise<{ taken: number; left: number }> {
  const became = { taken: 0, left: 0 }
  for (const mailbox of app.mailboxes) {
    if (signal?.aborted) break
    try {
      const { taken, left } = await readOne(app, mailbox, signal)
      became.taken += taken
      became.left += left
    } catch (error) {
      // Never the error itself: some servers repeat what they were sent.
      app.log.warn({ desk: mailbox.deskId, code: (error as { code?: string }).code ?? 'imap' }, 'mailbox not read')
    }
  }
  return became
}

async function readOne(app: App, { url, deskId }: Mailbox, signal?: AbortSignal) {
  const { hostname, port, username, password, pathname, protocol } = new URL(url)
  const secure = protocol === 'imaps:'
  const client = new ImapFlow({
    ...{ host: hostname, port: Number(port || (secure ? 993 : 143)), secure, logger: false },
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    ...(!secure && { doSTARTTLS: false }),
  })
  client.on('error', () => {}) // told by the call that fails
  const became = { taken: 0, left: 0 }
  await client.connect()
  try {
    const lock = await client.getMailboxLock(decodeURIComponent(pathname.slice(1)) || 'INBOX')
    try {
      const found = (await client.search({ flagged: false, deleted: false }, { uid: true })) || []
      for (const uid of found.slice(0, atOnce)) {
        if (signal?.aborted) break
        became[await takeOne(app, client, { uid, deskId })]++
      }
    } finally {
      lock.release()
    }
  } finally {
    await client.logout().catch(() => client.close())
  }
  return became
}

async function takeOne(
  app: App,
  client: ImapFlow,
  { uid, deskId }: { uid: number; deskId: number },
): Promise<'taken' | 'left'> {
  const at = String(uid)
  const put = (flag: string) => client.messageFlagsAdd(at, [flag], { uid: true })
  const head = await client.fetchOne(at, { size: true }, { uid: true })
  if (!head || (head.size ?? 0) > largest) return put('\\Flagged').then(() => 'left' as const)
  const whole = await client.fetchOne(at, { source: true }, { uid: true })
  if (!whole || !whole.source) return 'left'
  const taken = await takeMail.ask(app, operator, { desk: deskId, raw: whole.source.toString('base64') })
  if (!taken.ok) {
    app.log.warn(
      { desk: deskId, code: taken.refusal.code, why: sentencesOf(taken.refusal, 'en').length },
      'mail not taken',
    )
    // A key or desk that is missing is put right by a person, and the mail taken then; what is no mail is looked at.
    if (taken.refusal.kind === 'invalid') await put('\\Flagged')
    return 'left'
  }
  if (taken.value.taken && app.mailer) {
    const { kind } = await app.mailer.send(receiptMail(app.origin, taken.value))
    if (kind === 'later') return 'left'
  }
  await client.messageDelete(at, { uid: true })
  return 'taken'
}
