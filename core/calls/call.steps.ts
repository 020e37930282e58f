// The steps the operations of a call share: find it, who may read it, ask whether a move may be, compare the version.
import { bodiesAbove } from '../bodies/body.read.ts'
import { staffOf } from '../programmes/programme.read.ts'
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb, WriteContext } from '../shared/operation.ts'
import { conflict, forbidden, notFound, ok } from '../shared/result.ts'
import type { Call } from './call.ts'
import { whyNotCall, type CallMove, type CallStanding } from './call.moves.ts'
import { addresseesOf, lockCall, readCall } from './call.store.ts'

export const noSuchCall = notFound(
  'no-such-call',
  'Không có đề cương này. Hãy chọn lại từ danh sách đề cương.',
  'There is no such call. Choose one from the list.',
)

export const notYourCall = forbidden(
  'not-your-call',
  'Đề cương này của đơn vị khác. Đồng chí chỉ xem được đề cương của đơn vị mình và đề cương gửi đến đơn vị mình.',
  'This call belongs to another body. You see the calls of your own body and those addressed to it.',
)

const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Người khác vừa sửa hoặc xử lý đề cương này. Nội dung đồng chí gõ vẫn còn và chưa lưu; hãy xem bản mới rồi lưu lại.',
  'Someone has just changed this call. What you typed is kept and not saved; compare with the newest version.',
)

export async function standingOf(db: ReadDb, call: Pick<Call, 'stage' | 'bodyId'>): Promise<CallStanding> {
  return { stage: call.stage, staff: await staffOf(db, call.bodyId) }
}

/** True for the staff of the call's body and for officers and leaders of the bodies above: they read every answer. */
export async function readsAnswers(db: ReadDb, actor: Actor, call: Call): Promise<boolean> {
  if (actor.kind === 'operator') return true
  const mine = new Set<number>(bodiesWhere(actor, 'officer', 'head', 'standingBoard', 'clerk'))
  const { staff } = await standingOf(db, call)
  return [...staff, ...(await bodiesAbove(db, call.bodyId, call.dueOn))].some((body) => mine.has(body))
}

/** Whose own answer he may read: the addressed bodies he works in. */
export async function addressedOf(db: ReadDb, actor: Actor, call: Call): Promise<Id<'body'>[]> {
  if (call.stage === 'draft') return []
  const mine = bodiesWhere(actor, 'reporter', 'officer', 'head', 'standingBoard', 'clerk')
  return (await addresseesOf(db, call.id)).filter((body) => mine.includes(body))
}

/** A call the actor may read, and whether he reads every answer to it. */
export async function findFor(db: ReadDb, actor: Actor, id: Id<'call'>) {
  const call = await readCall(db, id)
  if (!call) return noSuchCall
  const all = await readsAnswers(db, actor, call)
  if (all) return ok({ call, all })
  return (await addressedOf(db, actor, call)).length > 0 ? ok({ call, all }) : notYourCall
}

/** Locks the call, asks the moves, compares the version; the shared beginning of every change. */
export async function beginCall(
  context: WriteContext,
  at: { id: Id<'call'>; expectedVersion: number | null },
  move: CallMove,
) {
  const call = await lockCall(context.db, at.id)
  if (!call) return noSuchCall
  const refusal = whyNotCall(context.actor, move, await standingOf(context.db, call))
  if (refusal?.refusal.kind === 'forbidden') return refusal
  if (at.expectedVersion !== null && call.version !== at.expectedVersion) return changedMeanwhile
  return refusal ?? ok(call)
}
