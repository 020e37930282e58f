// From messages to bodies to mails to people: once each, by the choice of the person.
import type { App } from '../app.ts'
import { reminderPolicyOf } from '../deadlines/policy.read.ts'
import { dueWindow, isStale, type ReminderPolicy } from '../deadlines/policy.ts'
import { actorOfPerson } from '../people/sign-in.ts'
import { digestReaders, listenersOf } from '../people/notice.read.ts'
import { addDays, dayAt, hourAt, type Day } from '../shared/day.ts'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import { must } from '../shared/result.ts'
import { list as listAssessments } from '../assessments/assessment.operations.ts'
import { titleOf } from '../assessments/scoresheet.ts'
import { listCalls } from '../calls/call.reads.ts'
import { toComment } from '../reports/circulation/circulation.reads.ts'
import { toldToMe } from '../documents/told.operations.ts'
import { listCollections } from '../collections/collection.reads.ts'
import { dueFor } from '../programmes/entries/deadline.watch.ts'
import { mailedTopics } from './mail.ts'
import { digestsMade, insertMail, markSpread, unspread, type Told } from './mail.store.ts'

const atATime = 50

/** Makes what was told to bodies into mails; without a mail server it waits in the outbox. */
export async function spreadMessages(app: App): Promise<{ messages: number; mails: number }> {
  const all = { messages: 0, mails: 0 }
  while (app.mailer) {
    const done = await app.db.transaction().execute(async (tx) => {
      const told = await unspread(tx, atATime)
      const policy = await reminderPolicyOf(tx)
      let mails = 0
      for (const message of told) mails += await spreadOne(tx, message, { policy, now: app.clock() })
      return { messages: told.length, mails }
    })
    all.messages += done.messages
    all.mails += done.mails
    if (done.messages < atATime) break
  }
  return all
}

async function spreadOne(
  tx: Parameters<typeof markSpread>[0],
  message: Told,
  { policy, now }: { policy: ReminderPolicy; now: Date },
): Promise<number> {
  const today = dayAt(now)
  const mailed = mailedTopics.includes(message.topic) && !isStale(policy, dayAt(message.at), today)
  const listeners = mailed && message.bodyId ? await listenersOf(tx, message.bodyId, today) : []
  const reached = listeners.filter(({ address, choice }) => address !== null && choice !== 'none')
  const atOnce = reached.filter(({ choice }) => choice === 'atOnce')
  let mails = 0
  for (const { id: person } of atOnce) {
    const key = `message:${message.id}:${person}`
    mails += Number(await insertMail(tx, { key, kind: 'message', person, message: message.id, at: now }))
  }
  const inDigest = reached.length - atOnce.length
  await markSpread(tx, message.id, {
    ...{ at: now, atOnce: atOnce.length, inDigest },
    unreached: listeners.length - reached.length,
  })
  return mails
}

/** From the hour of the rules on, one mail to everybody who wants one a day and has something due. */
export async function makeDigests(app: App): Promise<{ digests: number }> {
  const now = app.clock()
  let digests = 0
  if (!app.mailer || hourAt(now) < (await reminderPolicyOf(app.readDb)).digestHour) return { digests }
  const today = dayAt(now)
  const made = await digestsMade(app.db, `digest:%:${today}`)
  for (const { id: person, username } of await digestReaders(app.readDb)) {
    if (made.has(person)) continue
    const due = await dueOfPerson(app, username, today)
    if (Object.values(due).every((some) => some.length === 0)) continue
    const key = `digest:${person}:${today}`
    digests += Number(await insertMail(app.db, { key, kind: 'digest', person, at: now }))
  }
  return { digests }
}

/** What he would find on his desk. */
export async function dueOfPerson(app: App, username: string, today: Day) {
  const actor = await actorOfPerson(app, username)
  const window = dueWindow(await reminderPolicyOf(app.readDb), today)
  const forms = await dueFor(app.readDb, {
    sending: bodiesWhere(actor, 'reporter', 'officer', 'head'),
    accepting: bodiesWhere(actor, 'officer', 'head'),
    window,
  })
  return {
    ...forms,
    toAnswer: await answersDue(app, actor, window),
    noticed: await noticedOf(app, actor, addDays(today, -1)),
  }
}

/** What became of documents his bodies have: recalls until they are answered, the rest once, on the next morning. */
async function noticedOf(app: App, actor: Actor, since: Day) {
  const { told } = must(await toldToMe.ask(app, actor, { since }))
  return told.map(({ document: title, bodyName: body, ...one }) => ({ ...one, title, body }))
}

/** Calls and workbooks to answer, due as soon as forms are listed. */
async function answersDue(app: App, actor: Actor, { from, until }: { from: Day; until: Day }) {
  const calls = must(await listCalls.ask(app, actor, {})).toAnswer
  const { drafts } = must(await toComment.ask(app, actor, {}))
  const collections = must(await listCollections.ask(app, actor, {})).toAnswer
  const { asked } = must(await listAssessments.ask(app, actor, {}))
  const open = (stage: string) => stage === 'none' || stage === 'draft' || stage === 'returned'
  return [
    ...drafts
      .filter(({ comments, agreed }) => comments === 0 && !agreed)
      .map((one) => ({ ...one, kind: 'draft' as const, asked: 'issued', stage: 'none' })),
    ...asked.map((one) => ({
      ...{ ...one, title: titleOf(one), bodyName: one.body, kind: 'sheet' as const, asked: 'issued' },
      stage: one.stage === 'due' ? 'none' : one.stage,
    })),
    ...calls.map(({ call, standing }) => ({ ...call, ...standing, kind: 'call' as const, asked: call.stage })),
    ...collections.map(({ collection, standing }) => {
      const dueOn = dayAt(new Date(collection.dueAt))
      return { ...collection, ...standing, dueOn, kind: 'collection' as const, asked: collection.stage }
    }),
  ]
    .filter(({ asked, stage, dueOn }) => asked === 'issued' && open(stage) && dueOn >= from && dueOn <= until)
    .map(({ kind, title, bodyName, dueOn }) => ({ kind, title, body: bodyName, dueOn }))
}
