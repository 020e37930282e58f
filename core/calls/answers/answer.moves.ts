// The life of an answer: which move, from which stage, by whom, and why not. The rule asks here and so does the page.
import type { Actor } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import { conflict, forbidden } from '../../shared/result.ts'
import type { CallStage } from '../call.ts'
import type { AnswerStage } from './answer.ts'

export const answerMoves = ['save', 'submit', 'takeBack', 'return', 'accept', 'reopen'] as const
export type AnswerMove = (typeof answerMoves)[number]

/** 'none': nothing was saved yet. */
type From = AnswerStage | 'none'

const table: Record<AnswerMove, { from: readonly From[]; by: 'writer' | 'accepter'; to: AnswerStage }> = {
  save: { from: ['none', 'draft', 'returned'], by: 'writer', to: 'draft' },
  submit: { from: ['none', 'draft', 'returned'], by: 'writer', to: 'submitted' },
  takeBack: { from: ['submitted'], by: 'writer', to: 'draft' },
  return: { from: ['submitted'], by: 'accepter', to: 'returned' },
  accept: { from: ['submitted'], by: 'accepter', to: 'accepted' },
  reopen: { from: ['accepted'], by: 'accepter', to: 'returned' },
}

export interface AnswerStanding {
  stage: From
  bodyId: Id<'body'>
  /** The call's body and the mobilisation bodies directly under it. */
  staff: readonly Id<'body'>[]
  callStage: CallStage
  savedBy: Id<'person'> | null
  submittedBy: Id<'person'> | null
}

export function stageAfterAnswer(move: AnswerMove, from: From): AnswerStage {
  return move === 'save' && from === 'returned' ? 'returned' : table[move].to
}

/** null when the actor may make the move now; otherwise the refusal the door answers. */
export function whyNotAnswer(actor: Actor, move: AnswerMove, answer: AnswerStanding) {
  return (actor.kind === 'operator' ? null : whyNotHim(actor, move, answer)) ?? whyNotNow(move, answer)
}

const writing: ReadonlySet<string> = new Set(['reporter', 'officer', 'head'])
const accepting: ReadonlySet<string> = new Set(['officer', 'head'])

function whyNotHim(actor: Actor, move: AnswerMove, { bodyId, staff, savedBy, submittedBy }: AnswerStanding) {
  if (actor.kind !== 'person')
    return forbidden('sign-in-needed', 'Hãy đăng nhập để làm việc này.', 'Please sign in to do this.')
  if (table[move].by === 'writer')
    return actor.roles.some((held) => held.bodyId === bodyId && writing.has(held.role)) ? null : notYourAnswer
  if (!actor.roles.some((held) => staff.includes(held.bodyId) && accepting.has(held.role))) return notAddressedToYou
  return [savedBy, submittedBy].includes(actor.personId) ? ownAnswer : null
}

/** Closed, nothing more is written; what was sent in time may still be accepted. */
function whyNotNow(move: AnswerMove, { stage, callStage }: AnswerStanding) {
  if (callStage === 'draft') return notIssued
  if (callStage === 'closed' && move !== 'accept') return callClosed
  return table[move].from.includes(stage) ? null : conflict('wrong-stage', ...wrongStage[stage])
}

const notYourAnswer = forbidden(
  'not-your-answer',
  'Phần trả lời này của đơn vị khác; chỉ cán bộ của đơn vị đó được viết và gửi.',
  'This answer belongs to another body; only its own officers write and send it.',
)
const notAddressedToYou = forbidden(
  'not-addressed-to-you',
  'Báo cáo này gửi cho đơn vị khác; chỉ đơn vị ra đề cương được nhận hoặc trả lại.',
  'This answer is addressed to another body; only that body accepts or returns it.',
)
const ownAnswer = forbidden(
  'own-answer',
  'Không ai tự nhận báo cáo do chính mình viết. Hãy để đồng chí khác nhận.',
  'Nobody accepts an answer he wrote himself. A colleague has to.',
)
const notIssued = conflict('call-not-issued', 'Đề cương chưa ban hành.', 'The call was not issued yet.')
const callClosed = conflict(
  'call-closed',
  'Đề cương đã kết thúc nhận báo cáo nên chưa lưu được. Điều đồng chí gõ vẫn còn ở đây: hãy chép lại, rồi đề nghị đơn vị ra đề cương mở lại.',
  'The call is closed, so this was not saved. What you typed is still here: copy it and ask the body that issued the call to open it again.',
)

const wrongStage: Record<From, readonly [string, string]> = {
  none: ['Đơn vị chưa viết gì.', 'Nothing was written yet.'],
  draft: ['Báo cáo đang là bản nháp của đơn vị, chưa gửi.', 'The answer is still a draft of the body.'],
  submitted: [
    'Báo cáo đã gửi và đang chờ nhận. Muốn sửa, đơn vị gửi hãy rút lại trước.',
    'The answer was sent and waits. To change it, its body takes it back first.',
  ],
  returned: ['Báo cáo đã được trả lại, đang chờ đơn vị sửa.', 'The answer was returned and waits for its body.'],
  accepted: [
    'Báo cáo đã được nhận. Muốn sửa, hãy đề nghị đơn vị nhận mở lại.',
    'The answer was accepted. To change it, ask the receiving body to open it again.',
  ],
}
