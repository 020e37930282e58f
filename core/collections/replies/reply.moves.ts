// The life of a reply: which move, from which stage, by whom, and why not. The rule asks here and so does the page.
import type { Actor } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import { conflict, forbidden } from '../../shared/result.ts'
import type { CollectionStage } from '../collection.ts'
import type { ReplyStage } from './reply.ts'

export const replyMoves = ['save', 'submit', 'takeBack', 'return', 'accept', 'reopen'] as const
export type ReplyMove = (typeof replyMoves)[number]

/** 'none': nothing was saved yet. */
type From = ReplyStage | 'none'

const table: Record<ReplyMove, { from: readonly From[]; by: 'filler' | 'collector'; to: ReplyStage }> = {
  save: { from: ['none', 'draft', 'returned'], by: 'filler', to: 'draft' },
  submit: { from: ['none', 'draft', 'returned'], by: 'filler', to: 'submitted' },
  takeBack: { from: ['submitted'], by: 'filler', to: 'draft' },
  return: { from: ['submitted'], by: 'collector', to: 'returned' },
  accept: { from: ['submitted'], by: 'collector', to: 'accepted' },
  reopen: { from: ['accepted'], by: 'collector', to: 'returned' },
}

export interface ReplyStanding {
  stage: From
  bodyId: Id<'body'>
  staff: readonly Id<'body'>[]
  collectionStage: CollectionStage
  savedBy: Id<'person'> | null
  submittedBy: Id<'person'> | null
}

export function stageAfterReply(move: ReplyMove, from: From): ReplyStage {
  return move === 'save' && from === 'returned' ? 'returned' : table[move].to
}

/** null when the actor may make the move now; otherwise the refusal the door answers. */
export function whyNotReply(actor: Actor, move: ReplyMove, reply: ReplyStanding) {
  return (actor.kind === 'operator' ? null : whyNotHim(actor, move, reply)) ?? whyNotNow(move, reply)
}

const filling: ReadonlySet<string> = new Set(['reporter', 'officer', 'head'])
const collecting: ReadonlySet<string> = new Set(['officer', 'head'])

function whyNotHim(actor: Actor, move: ReplyMove, { bodyId, staff, savedBy, submittedBy }: ReplyStanding) {
  if (actor.kind !== 'person')
    return forbidden('sign-in-needed', 'Hãy đăng nhập để làm việc này.', 'Please sign in to do this.')
  if (table[move].by === 'filler')
    return actor.roles.some((held) => held.bodyId === bodyId && filling.has(held.role)) ? null : notYourReply
  if (!actor.roles.some((held) => staff.includes(held.bodyId) && collecting.has(held.role))) return notAddressedToYou
  return [savedBy, submittedBy].includes(actor.personId) ? ownReply : null
}

/** Closed, nothing more is filled in; what was sent before may still be accepted. */
function whyNotNow(move: ReplyMove, { stage, collectionStage }: ReplyStanding) {
  if (collectionStage === 'draft') return notIssued
  if (collectionStage === 'closed' && move !== 'accept') return collectionClosed
  return table[move].from.includes(stage) ? null : conflict('wrong-stage', ...wrongStage[stage])
}

const notYourReply = forbidden(
  'not-your-reply',
  'Phần này của đơn vị khác; chỉ cán bộ của đơn vị đó được điền và gửi.',
  'This part belongs to another body; only its own officers fill it in and send it.',
)
const notAddressedToYou = forbidden(
  'not-addressed-to-you',
  'Số liệu này gửi cho đơn vị khác; chỉ đơn vị thu thập được nhận hoặc trả lại.',
  'These figures are addressed to another body; only that body accepts or returns them.',
)
const ownReply = forbidden(
  'own-reply',
  'Không ai tự nhận số liệu do chính mình điền. Hãy để đồng chí khác nhận.',
  'Nobody accepts figures he filled in himself. A colleague has to.',
)
const notIssued = conflict('collection-not-issued', 'Đợt thu thập chưa gửi đi.', 'The collection was not sent yet.')
const collectionClosed = conflict(
  'collection-closed',
  'Đợt thu thập đã kết thúc nên chưa lưu được. Điều đồng chí gõ vẫn còn ở đây: hãy chép lại, rồi đề nghị đơn vị thu thập mở lại.',
  'The collection is closed, so this was not saved. What you typed is still here: copy it and ask for the collection to be opened again.',
)

const wrongStage: Record<From, readonly [string, string]> = {
  none: ['Đơn vị chưa điền gì.', 'Nothing was filled in yet.'],
  draft: ['Đang là bản nháp của đơn vị, chưa gửi.', 'It is still a draft of the body.'],
  submitted: [
    'Đã gửi và đang chờ nhận. Muốn sửa, đơn vị gửi hãy rút lại trước.',
    'It was sent and waits. To change it, its body takes it back first.',
  ],
  returned: ['Đã được trả lại, đang chờ đơn vị sửa.', 'It was returned and waits for its body.'],
  accepted: [
    'Đã được nhận. Muốn sửa, hãy đề nghị đơn vị thu thập mở lại.',
    'It was accepted. To change it, ask the collecting body to open it again.',
  ],
}
