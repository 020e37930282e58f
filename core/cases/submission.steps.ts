// The steps every move shares: find and lock, keep away whom it is about, ask the table, compare the version, note the move.
import { bodiesBelow, kinOf } from '../bodies/body.read.ts'
import { bodiesOfPerson } from '../people/watch.ts'
import type { Actor } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb, WriteContext } from '../shared/operation.ts'
import { conflict, notFound, ok } from '../shared/result.ts'
import type { App } from '../app.ts'
import { insertAct } from './life.store.ts'
import { meetAll } from './limits.ts'
import { lineNumber, type Submission } from './submission.ts'
import { insertNotice } from './told/told.store.ts'
import { sharedMoves, toldMoves } from './told/told.ts'
import { helps, nextOf, notYours, partsOf, whyNot, type Move, type Part, type Standing } from './submission.moves.ts'
import * as store from './submission.store.ts'

export interface Begun {
  submission: Submission
  parts: Part[]
  /** For which body he acts. null: the sender. */
  bodyId: Id<'body'> | null
}

export const noSuchSubmission = notFound(
  'no-such-submission',
  'Không có hồ sơ này. Hãy chọn lại từ danh sách.',
  'There is no such submission. Choose one from the list.',
)

const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Người khác vừa làm một bước với hồ sơ này. Nội dung đồng chí gõ vẫn còn và chưa lưu; hãy xem bước mới rồi làm lại.',
  'Somebody has just made a move with this submission. What you typed is kept and not saved; look at the newest state.',
)

export async function standingOf(db: ReadDb, submission: Submission): Promise<Standing> {
  return { ...submission, supportIds: await store.supportsOf(db, submission.id) }
}

/** These bodies, those that took over from them, and all below either. */
export async function reachOf(
  { db, today }: { db: ReadDb; today: Day },
  accused: readonly Id<'body'>[],
): Promise<Set<number>> {
  const own = [...accused, ...(await kinOf(db, accused, { day: today, side: 'after' }))]
  return new Set<number>([...own, ...(await bodiesBelow(db, own, today))])
}

/** Whether the person works for one of these bodies today, or for one below them; `actsFor`: also as a deputy, or for one that ended. */
export async function nearOf(
  { db, today }: { db: ReadDb; today: Day },
  accused: readonly Id<'body'>[],
  { personId, actsFor = [] }: { personId: Id<'person'>; actsFor?: readonly Id<'body'>[] },
): Promise<boolean> {
  if (accused.length === 0) return false
  const far = await reachOf({ db, today }, accused)
  return [...actsFor, ...(await bodiesOfPerson(db, personId, today))].some((body) => far.has(body))
}

/**
 * Each try of whoever must not come near is recorded, outside the save it undoes. He is told what everybody is told who has
 * no part in it: that there is a case about his body is not his to know.
 */
export async function whyKeptAway(
  { app, db, actor, today, now }: { app: App; db: ReadDb; actor: Actor; today: Day; now: Date },
  id: Id<'submission'>,
) {
  if (actor.kind !== 'person') return null
  const { personId } = actor
  const accused = await store.accusedOf(db, id)
  const actsFor = actor.roles.map(({ bodyId }) => bodyId)
  if (!(await nearOf({ db, today }, accused, { personId, actsFor }))) return null
  await app.triesDb.transaction().execute((tx) => store.noteKeptAway(tx, { id, personId, now }))
  return notYours
}

/** Of these bodies the first that is complained about, or stands below one that is; null: none. */
export async function firstAccused(
  db: ReadDb,
  id: Id<'submission'>,
  { bodies, today }: { bodies: readonly Id<'body'>[]; today: Day },
): Promise<Id<'body'> | null> {
  const accused = await store.accusedOf(db, id)
  if (accused.length === 0) return null
  const far = await reachOf({ db, today }, accused)
  return bodies.find((body) => far.has(body)) ?? null
}

/** Locked, and the move may be made; `expectedVersion` null where nothing can be overwritten. */
export async function begin(
  context: WriteContext,
  at: { id: Id<'submission'>; expectedVersion: number | null },
  move: Move,
) {
  const submission = await store.lockSubmission(context.db, at.id)
  if (!submission) return noSuchSubmission
  const away = await whyKeptAway(context, at.id)
  if (away) return away
  const standing = await standingOf(context.db, submission)
  const parts = partsOf(context.actor, standing)
  const refusal = whyNot(parts, move, standing)
  if (refusal?.refusal.kind === 'forbidden') return refusal
  if (at.expectedVersion !== null && submission.version !== at.expectedVersion) return changedMeanwhile
  if (refusal) return refusal
  const bodyId = bodyOf(context.actor, parts, standing)
  return ok<Begun>({ submission, parts, bodyId })
}

function bodyOf(actor: Actor, parts: readonly Part[], { deskId, leadId, supportIds }: Standing): Id<'body'> | null {
  if (parts.includes('desk') || parts.includes('deskHead')) return deskId
  return parts.includes('lead') || parts.includes('leadHead') ? leadId : helps(actor, supportIds)
}

export const personOf = (actor: Actor) => (actor.kind === 'person' ? actor.personId : null)

export interface Noted {
  move: Move | 'receive' | 'limitMoved'
  /** What the sender is told of it. */
  note?: string
  facts?: Record<string, string | number | boolean | null | string[] | number[]>
  bodyId: Id<'body'> | null
}

/** The move in the life of the submission and in the event table; neither holds a word of the sender. */
export async function noteMove(
  context: WriteContext,
  id: Id<'submission'>,
  { move, note = '', facts = {}, bodyId }: Noted,
) {
  const personId = personOf(context.actor)
  await insertAct(context.db, id, { move, at: context.now, note, facts, personId, bodyId })
  await context.record({ noun: 'submission', id, move, changes: facts })
  if (toldMoves.includes(move)) await insertNotice(context.db, id, context.now)
  if (sharedMoves.includes(move)) await passToJoined(context, id, { move, note, facts: { ofJoined: true }, bodyId })
}

/** Whoever sent the same and was joined to it has in it what the first sender has: the steps, the news of them, the answer. */
async function passToJoined({ db, now }: WriteContext, id: Id<'submission'>, noted: Required<Noted>): Promise<void> {
  for (const joined of await store.joinedTo(db, id)) {
    await insertAct(db, joined.id, { ...noted, at: now, personId: null })
    if (toldMoves.includes(noted.move)) await insertNotice(db, joined.id, now)
  }
}

/** Sets the stage of the table, with what else changed; answers the new version. What ends has no limit left. */
export async function setStage(
  { db, now }: WriteContext,
  id: Id<'submission'>,
  move: Move,
  more: Parameters<typeof store.updateSubmission>[2] = {},
): Promise<number> {
  const { to, outcome = null } = nextOf(move)
  if (to === 'ended') await meetAll(db, id, now)
  return store.updateSubmission(db, id, { ...(to && { stage: to, outcome }), ...more })
}

/** News for the desk of a body: the number in the register it reads it by, and nothing of what was sent. */
export async function tellBody(
  { db, tell }: WriteContext,
  {
    topic,
    bodyId,
    id,
    above = false,
  }: { topic: `submission.${string}`; bodyId: Id<'body'>; id: Id<'submission'>; above?: boolean },
): Promise<void> {
  const title = lineNumber((await store.readSubmission(db, id))!)
  await tell({ topic, bodyId, payload: { submission: id, title, body: bodyId, ...(above && { above: 1 }) } })
}
