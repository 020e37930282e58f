// The steps the operations of an answer share: find what is meant, who may see it, how it stands.
import type { Id } from '../../shared/id.ts'
import type { Actor } from '../../shared/actor.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { conflict, forbidden, notFound, ok } from '../../shared/result.ts'
import type { Call } from '../call.ts'
import { addressedOf, noSuchCall, readsAnswers, standingOf as standingOfCall } from '../call.steps.ts'
import { addresseesOf, readCall } from '../call.store.ts'
import type { AnswerStanding } from './answer.moves.ts'
import type { StoredAnswer } from './answer.store.ts'

export interface At {
  call: Id<'call'>
  body: Id<'body'>
}

/** The call, when the body is asked by it. */
export async function findAsked(db: ReadDb, at: At) {
  const call = await readCall(db, at.call)
  if (!call) return noSuchCall
  return (await addresseesOf(db, call.id)).includes(at.body) ? ok(call) : notAsked
}

const notAsked = notFound(
  'not-asked',
  'Đề cương này không gửi đến đơn vị đó. Hãy mở lại từ bàn làm việc.',
  'The call is not addressed to that body. Open it again from the desk.',
)

export async function standingOf(
  db: ReadDb,
  call: Call,
  { bodyId, answer }: { bodyId: Id<'body'>; answer: StoredAnswer | null },
): Promise<AnswerStanding> {
  const { staff } = await standingOfCall(db, call)
  const { savedBy = null, submittedBy = null } = answer ?? {}
  return { stage: answer?.stage ?? 'none', bodyId, staff, callStage: call.stage, savedBy, submittedBy }
}

/** Why this person may not read the body's answer, or null. A draft is read by its own body alone. */
export async function whyNotSee(db: ReadDb, actor: Actor, { call, body }: { call: Call; body: Id<'body'> }) {
  if ((await addressedOf(db, actor, call)).includes(body) || (await readsAnswers(db, actor, call))) return null
  return forbidden(
    'not-your-answer',
    'Phần trả lời này của đơn vị khác. Đồng chí chỉ xem được phần của đơn vị mình.',
    'This answer belongs to another body. You see that of your own body.',
  )
}

/** Somebody else saved in between: nothing is overwritten, what was typed stays on the page. */
export const changedMeanwhile = conflict(
  'changed-meanwhile',
  'Trong lúc đồng chí viết, người khác đã lưu hoặc xử lý phần trả lời này. Điều đồng chí gõ vẫn còn nguyên và chưa lưu; bản mới đứng bên trên mỗi ô, hãy ghép lại rồi lưu.',
  'Someone saved or handled this answer while you were writing. What you typed is kept and not saved; the new text stands above each field.',
)
