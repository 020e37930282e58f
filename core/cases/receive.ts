// Taking something in, by whichever door: sealed, numbered, under its first limit, with a receipt. One save, all or nothing.
import { bodiesAbove } from '../bodies/body.read.ts'
import { dayAt } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { WriteContext } from '../shared/operation.ts'
import { conflict, ok, type Result } from '../shared/result.ts'
import { seal, type Original } from '../seal/sealing.ts'
import { deskOf } from './desk.store.ts'
import { startIfAny } from './limits.ts'
import { codeOf, hashOf, markOf, secretOf } from './receipt.ts'
import { packed, type SaidPlace, type Sender } from './sender.ts'
import { limitOfDoor, type Channel, type Kind } from './submission.ts'
import { noteMove, tellBody } from './submission.steps.ts'
import * as store from './submission.store.ts'

export interface Incoming {
  /** The mark of the form: the same mark with the same content is the same submission. */
  once: string
  deskId: Id<'body'>
  channel: Channel
  door: Kind
  sender: Sender
  place: SaidPlace
  topic: string | null
  text: string
  originals: Original[]
  receivedAt: Date
  /** About the desk's own body: it goes to the desk above by itself. */
  aboutDesk: boolean
  beforeId: Id<'submission'> | null
  level: 1 | 2
}

export interface Receipt {
  id: Id<'submission'>
  code: string
  secret: string
}

/**
 * The receipt; for a form that came before, the same one again. A form called back from the history of the browser with
 * other words in it is another submission: the mark alone would swallow it.
 */
export async function receive(context: WriteContext, came: Incoming): Promise<Result<Receipt>> {
  const { app, db, now } = context
  // A mail is never written in again; and what could not be read of it may differ from one try to the next.
  const once = came.channel === 'email' ? came.once : markOf(app, came.once, came)
  const incoming = { ...came, once }
  const onceHash = hashOf(app, incoming.once)
  const before = await store.findByOnce(db, onceHash)
  if (before) return receiptAgain(context, before, incoming.once)
  const desk = await deskFor(context, incoming)
  if (!desk.ok) return desk
  const { deskId, placeId } = desk.value
  const made = await insertWithCode(context, { ...incoming, deskId, placeId, onceHash })
  if (typeof made === 'number') return receiptAgain(context, made, incoming.once)
  const { sender, place, topic, text, originals } = incoming
  const letter = { sender: packed(sender, place, { topic: topic ?? '' }), text, originals }
  const sealed = await seal(context, { what: 'submission', bodyId: deskId, letter })
  if (!sealed.ok) return sealed
  await store.addSealed(db, made.id, sealed.value.handle, now)
  // From the sender's word on, and not only from sorting: whom it is about is kept away from it.
  if (incoming.aboutDesk) await store.writeAccused(db, made.id, [incoming.deskId])
  const year = Number(dayAt(now).slice(0, 4))
  await store.enterLine(db, { deskId, year, id: made.id, now })
  await startIfAny(db, made.id, { limit: 'sort', rule: limitOfDoor[incoming.door], at: incoming.receivedAt })
  await noteMove(context, made.id, {
    move: 'receive',
    bodyId: deskId,
    facts: { door: incoming.door, channel: incoming.channel },
  })
  await tellBody(context, { topic: 'submission.receive', bodyId: deskId, id: made.id })
  return ok(made)
}

async function receiptAgain({ app, db }: WriteContext, id: Id<'submission'>, once: string): Promise<Result<Receipt>> {
  const { code } = (await store.readSubmission(db, id))!
  const secret = secretOf(app, once)
  return (await store.secretHashOf(db, id)) === hashOf(app, secret) ? ok({ id, code, secret }) : reissuedSince
}

async function insertWithCode(
  { app, db, actor }: WriteContext,
  made: Incoming & { placeId: Id<'place'>; onceHash: string },
): Promise<Receipt | Id<'submission'>> {
  const secret = secretOf(app, made.once)
  const { deskId, placeId, onceHash, channel, door, receivedAt, beforeId, level } = made
  const by = actor.kind === 'person' && channel !== 'web' ? actor.personId : null
  const row = { deskId, placeId, onceHash, channel, door, receivedAt, beforeId, level, by, illustrative: app.sample }
  for (let again = 0; again < 5; again++) {
    const code = codeOf(app, made.once, again)
    const id = await store.insertSubmission(db, { ...row, code, secretHash: hashOf(app, secret) })
    if (id !== null) return { id, code, secret }
    // The same form sent twice at once: this save waited for the other one, and its receipt is given again.
    const before = await store.findByOnce(db, onceHash)
    if (before) return before
  }
  throw new Error('five codes in a row were taken')
}

/** The desk, or the next one above it when it is complained about itself. */
async function deskFor(context: WriteContext, { deskId, aboutDesk }: Incoming) {
  const { db, today } = context
  const own = await deskOf(db, deskId, today)
  if (!own) return noSuchDesk
  if (!aboutDesk) return ok(own)
  for (const upper of await bodiesAbove(db, deskId, today)) {
    const desk = await deskOf(db, upper, today)
    if (desk) return ok(desk)
  }
  return noUpperDesk
}

const noSuchDesk = conflict(
  'no-such-desk',
  'Nơi nhận này hiện không mở. Hãy chọn lại nơi nhận; nội dung đã viết vẫn còn.',
  'This desk is not open now. Choose another; what you wrote is kept.',
)
const noUpperDesk = conflict(
  'no-upper-desk',
  'Cấp trên của cơ quan này chưa có nơi nhận trên hệ thống. Hãy bỏ chọn “việc này nói về chính cơ quan nhận” để gửi tại đây, hoặc gửi trực tiếp đến cấp trên.',
  'The body above has no desk here. Send it to this desk, or take it to the body above yourself.',
)
const reissuedSince = conflict(
  'reissued-since',
  'Nội dung này đã được nhận từ trước, và khoá tra cứu đã được cấp lại sau đó. Hãy dùng khoá mới trên giấy cấp lại.',
  'This was received before, and its secret was given anew since. Use the new one.',
)
