// The life of a call: drafted by the mobilisation officers of a body, issued by their head or the standing board, closed.
import type { Actor, Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { conflict, forbidden } from '../shared/result.ts'
import type { CallStage } from './call.ts'

export const callMoves = ['create', 'edit', 'issue', 'close', 'reopen', 'group'] as const
export type CallMove = (typeof callMoves)[number]

type From = CallStage | 'none'

const drafting: readonly Role[] = ['officer', 'head']
const leading: readonly Role[] = ['head', 'standingBoard']

const table: Record<CallMove, { from: readonly From[]; by: readonly Role[]; to: CallStage | null }> = {
  create: { from: ['none'], by: drafting, to: 'draft' },
  edit: { from: ['draft'], by: drafting, to: null },
  issue: { from: ['draft'], by: leading, to: 'issued' },
  close: { from: ['issued'], by: ['officer', ...leading], to: 'closed' },
  reopen: { from: ['closed'], by: leading, to: 'issued' },
  group: { from: ['issued', 'closed'], by: drafting, to: null },
}

export interface CallStanding {
  stage: From
  /** The call's body and the mobilisation bodies directly under it. */
  staff: readonly Id<'body'>[]
}

export function stageAfterCall(move: CallMove, from: CallStage): CallStage {
  return table[move].to ?? from
}

/** null when the actor may make the move now; otherwise the refusal the door answers. */
export function whyNotCall(actor: Actor, move: CallMove, { stage, staff }: CallStanding) {
  const { by, from } = table[move]
  if (actor.kind === 'anonymous')
    return forbidden('sign-in-needed', 'Hãy đăng nhập để làm việc này.', 'Please sign in to do this.')
  const here = actor.kind === 'person' ? actor.roles.filter((held) => staff.includes(held.bodyId)) : null
  if (here && !here.some((held) => drafting.includes(held.role) || held.role === 'standingBoard')) return notYours
  if (here && !here.some((held) => by.includes(held.role))) return by === drafting ? officersOnly : leadersOnly
  return from.includes(stage) ? null : conflict('wrong-stage', ...wrongStage[stage])
}

const notYours = forbidden(
  'not-your-call',
  'Đề cương này của đơn vị khác; chỉ cán bộ dân vận của đơn vị đó được làm việc này.',
  'This call belongs to another body; only its mobilisation officers may do this.',
)
const officersOnly = forbidden(
  'officers-only',
  'Việc này do chuyên viên hoặc lãnh đạo ban làm.',
  'This is done by the officers or the head of the board.',
)
const leadersOnly = forbidden(
  'leaders-only',
  'Ban hành và mở lại đề cương là việc của lãnh đạo ban hoặc Thường trực.',
  'A call is issued and opened again by the head of the board or the standing board.',
)

const wrongStage: Record<From, readonly [string, string]> = {
  none: ['Đề cương này chưa được lập.', 'This call has not been made yet.'],
  draft: ['Đề cương đang soạn, chưa ban hành.', 'The call is a draft and was not issued.'],
  issued: ['Đề cương đã ban hành nên không sửa được nữa.', 'The call was issued and does not change.'],
  closed: ['Đề cương đã kết thúc nhận báo cáo.', 'The call is closed.'],
}
