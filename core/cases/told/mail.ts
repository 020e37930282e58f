// Sends what senders with a mail address are told. Claimed before, ended after: killed between, it goes out again under the same id.
import type { App, Mailer } from '../../app.ts'
import { numbers } from '../numbers.ts'
import { endNotice, postponeNotice, takeMail, type MailToSender } from './told.store.ts'
import { mailWords } from './told.ts'

const minute = 60_000
const held = 2 * minute
/** Then it is given up and stands in the call list no more than any other: the desk sees that it was refused. */

export async function mailSenders(
  app: App,
  signal?: AbortSignal,
): Promise<{ sent: number; refused: number; later: number }> {
  const became = { sent: 0, refused: 0, later: 0 }
  while (app.mailer && !signal?.aborted) {
    const now = app.clock()
    const mail = await takeMail(app.db, { now, freeAgainAt: new Date(now.getTime() + held) })
    if (!mail) break
    became[await sendOne(app, app.mailer, mail)]++
  }
  return became
}

async function sendOne(app: App, mailer: Mailer, mail: MailToSender): Promise<'sent' | 'refused' | 'later'> {
  const words = mailWords({ ...mail, answered: mail.move === 'answer', origin: app.origin })
  const messageId = `<ho-so-${mail.id}@${new URL(app.origin).hostname}>`
  const { kind } = await mailer.send({ to: mail.email, ...words, messageId, settings: `${app.origin}/theo-doi` })
  app.log.info({ notice: mail.id, outcome: kind, tries: mail.tries })
  if (kind === 'later' && mail.tries < numbers.mailTries) {
    await postponeNotice(app.db, mail.id, new Date(app.clock().getTime() + 2 ** mail.tries * minute))
    return 'later'
  }
  const outcome = kind === 'sent' ? 'sent' : 'refused'
  await endNotice(app.db, mail.id, { outcome, note: '', by: null, at: app.clock() })
  return outcome
}
