// Sends the mails whose time has come. Each is claimed before and ended after: a sender killed between leaves it to be
// sent again under the same Message-ID, never lost.
import type { App, Mailer } from '../app.ts'
import { mailOf } from '../people/notice.read.ts'
import { stillOpen } from '../programmes/entries/deadline.watch.ts'
import { remindTopic } from '../deadlines/deadline.ts'
import { reminderPolicyOf } from '../deadlines/policy.read.ts'
import { isStale } from '../deadlines/policy.ts'
import { dayAt, type Day } from '../shared/day.ts'
import { isAsked, wordsOfAsked, type AskedPayload } from './asked.ts'
import * as letters from './letter.ts'
import { toldOn } from './mail.account.ts'
import { leaseSeconds, messageIdOf, waitAfter } from './mail.ts'
import { dueOfPerson } from './mail.spread.ts'
import { endMail, postponeMail, takeMail, type Taken } from './mail.store.ts'

const later = (from: Date, seconds: number) => new Date(from.getTime() + seconds * 1000)

/** Answers what became of them. `signal` stops between two mails. */
export async function sendMails(app: App, signal?: AbortSignal) {
  const became = { sent: 0, refused: 0, dropped: 0, later: 0 }
  while (app.mailer && !signal?.aborted) {
    const now = app.clock()
    const taken = await takeMail(app.db, { now, freeAgainAt: later(now, leaseSeconds) })
    if (!taken) break
    became[await sendOne(app, app.mailer, taken)]++
  }
  return became
}

async function sendOne(app: App, mailer: Mailer, mail: Taken): Promise<'sent' | 'refused' | 'dropped' | 'later'> {
  const words = mail.address === null ? null : await wordsOf(app, mail, dayAt(app.clock()))
  if (mail.address === null || words === null) {
    await endMail(app.db, mail.id, { state: 'dropped', reply: null, at: app.clock() })
    return 'dropped'
  }
  const { kind, reply } = await mailer.send({
    ...{ to: mail.address, subject: words.subject, ...letters.written(words, app.origin) },
    messageId: messageIdOf(app.origin, mail.key),
    settings: `${app.origin}${letters.settingsPath}`,
  })
  app.log.info({ mail: mail.id, kind: mail.kind, outcome: kind, tries: mail.tries })
  const wait = kind === 'later' ? waitAfter(mail.tries) : null
  if (wait !== null) {
    await postponeMail(app.db, mail.id, { until: later(app.clock(), wait), reply })
    return 'later'
  }
  const state = kind === 'sent' ? 'sent' : 'refused'
  await endMail(app.db, mail.id, { state, reply, at: app.clock() })
  return state
}

/** Written when it goes out, from what is true then; null: there is nothing to say any more. */
async function wordsOf(app: App, mail: Taken, today: Day): Promise<letters.Words | null> {
  if (mail.kind === 'test') return letters.testWords
  if (mail.choice === 'none') return null
  if (mail.kind === 'account')
    return isStale(await reminderPolicyOf(app.readDb), toldOn(mail.key), today) ? null : letters.resetWords
  if (mail.kind === 'digest') {
    const { username } = await mailOf(app.readDb, mail.personId)
    return letters.digestWords(await dueOfPerson(app, username, today), today)
  }
  if (isAsked(mail.topic!)) {
    const payload = mail.payload as never as AskedPayload
    return wordsOfAsked(app.readDb, { topic: mail.topic!, payload, today })
  }
  const said = mail.payload as Record<string, string> & Record<string, number>
  if (mail.topic !== remindTopic)
    return letters.returnedWords({ ...said, path: `/nhap-so-lieu/${said.entry}` } as never)
  if (!(await stillOpen(app.readDb, { duty: said.duty!, period: said.periodId! }))) return null
  const path = `/nhap-so-lieu/${said.bodyId}/${said.formId}/${said.periodId}`
  return letters.reminderWords({ ...said, path } as never, today)
}
