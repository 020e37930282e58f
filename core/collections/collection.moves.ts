// The life of a collection: a file is taken up, marked, sent round, closed. Passing on what a superior asks needs no signature.
import type { Actor, Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { conflict, forbidden } from '../shared/result.ts'
import type { CollectionStage } from './collection.ts'

export const collectionMoves = ['create', 'mark', 'issue', 'close', 'reopen', 'discard'] as const
export type CollectionMove = (typeof collectionMoves)[number]

type From = CollectionStage | 'none'

const table: Record<CollectionMove, { from: readonly From[]; to: CollectionStage | null }> = {
  create: { from: ['none'], to: 'draft' },
  mark: { from: ['draft'], to: null },
  issue: { from: ['draft'], to: 'issued' },
  close: { from: ['issued'], to: 'closed' },
  reopen: { from: ['closed'], to: 'issued' },
  discard: { from: ['draft'], to: null },
}

export interface CollectionStanding {
  stage: From
  /** The body that asks and the mobilisation bodies directly under it. */
  staff: readonly Id<'body'>[]
}

export function stageAfterCollection(move: CollectionMove, from: CollectionStage): CollectionStage {
  return table[move].to ?? from
}

const collecting: readonly Role[] = ['officer', 'head']

/** null when the actor may make the move now; otherwise the refusal the door answers. */
export function whyNotCollection(actor: Actor, move: CollectionMove, { stage, staff }: CollectionStanding) {
  if (actor.kind === 'anonymous')
    return forbidden('sign-in-needed', 'Hãy đăng nhập để làm việc này.', 'Please sign in to do this.')
  const may = (held: { role: Role; bodyId: Id<'body'> }) =>
    staff.includes(held.bodyId) && collecting.includes(held.role)
  if (actor.kind === 'person' && !actor.roles.some(may)) return notYourCollection
  return table[move].from.includes(stage) ? null : conflict('wrong-stage', ...wrongStage[stage])
}

const notYourCollection = forbidden(
  'not-your-collection',
  'Đợt thu thập này của đơn vị khác; chỉ chuyên viên và lãnh đạo của đơn vị đó được làm việc này.',
  'This collection belongs to another body; only its officers and head may do this.',
)

const wrongStage: Record<From, readonly [string, string]> = {
  none: ['Đợt thu thập này chưa được lập.', 'This collection has not been made yet.'],
  draft: ['Đợt thu thập đang soạn, chưa gửi đi.', 'The collection is a draft and was not sent.'],
  issued: ['Đợt thu thập đã gửi đi nên không sửa được nữa.', 'The collection was sent and does not change.'],
  closed: ['Đợt thu thập đã kết thúc.', 'The collection is closed.'],
}
