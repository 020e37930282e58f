// The life of an entry: which move, from which stage, by whom, and why not. The rule asks here and so does the page.
import type { Actor } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import { conflict, forbidden } from '../../shared/result.ts'
import type { Stage } from './entry.ts'
import type { Nature } from './nature.ts'

export const moves = ['save', 'submit', 'takeBack', 'return', 'accept', 'reopen', 'correct', 'finalise'] as const
export type Move = (typeof moves)[number]

/** 'none': nothing was saved yet. */
type From = Stage | 'none'

const table: Record<Move, { from: readonly From[]; by: 'reporter' | 'accepter'; to: Stage }> = {
  save: { from: ['none', 'draft', 'returned'], by: 'reporter', to: 'draft' },
  submit: { from: ['none', 'draft', 'returned'], by: 'reporter', to: 'submitted' },
  takeBack: { from: ['submitted'], by: 'reporter', to: 'draft' },
  return: { from: ['submitted'], by: 'accepter', to: 'returned' },
  accept: { from: ['submitted'], by: 'accepter', to: 'accepted' },
  reopen: { from: ['accepted'], by: 'accepter', to: 'returned' },
  correct: { from: ['accepted'], by: 'reporter', to: 'submitted' },
  finalise: { from: ['accepted'], by: 'reporter', to: 'submitted' },
}

/** The entry as far as rights go. */
export interface Standing {
  stage: From
  bodyId: Id<'body'>
  toBodyId: Id<'body'>
  /** Bodies above the accepting one: a role there reaches down. */
  aboveTo: readonly Id<'body'>[]
  /** Who last wrote or sent the working version. */
  savedBy: Id<'person'> | null
  submittedBy: Id<'person'> | null
  /** What the version that counts is; null: none counts. */
  counted: Nature | null
  periodClosed: boolean
}

export function stageAfter(move: Move, from: From): Stage {
  return move === 'save' && from === 'returned' ? 'returned' : table[move].to
}

/** null when the actor may make the move now; otherwise the refusal the door answers. */
export function whyNot(actor: Actor, move: Move, entry: Standing) {
  if (actor.kind === 'operator') return whyNotNow(move, entry)
  return whyNotHim(actor, move, entry) ?? whyNotNow(move, entry)
}

function whyNotHim(actor: Actor, move: Move, entry: Standing) {
  if (actor.kind !== 'person')
    return forbidden('sign-in-needed', 'Hãy đăng nhập để làm việc này.', 'Please sign in to do this.')
  if (table[move].by === 'reporter')
    return actor.roles.some((held) => held.bodyId === entry.bodyId && reporting.has(held.role))
      ? null
      : forbidden(
          'not-your-form',
          'Biểu này của đơn vị khác; chỉ cán bộ của đơn vị đó được nhập và gửi.',
          'This form belongs to another body; only its own officers enter and send it.',
        )
  const reach = [entry.toBodyId, ...entry.aboveTo]
  if (!actor.roles.some((held) => reach.includes(held.bodyId) && accepting.has(held.role)))
    return forbidden(
      'not-addressed-to-you',
      'Biểu này gửi cho đơn vị khác; chỉ đơn vị nhận được nhận hoặc trả lại.',
      'This form is addressed to another body; only that body accepts or returns it.',
    )
  if (actor.personId === entry.savedBy || actor.personId === entry.submittedBy)
    return forbidden(
      'own-entry',
      'Không ai tự nhận số liệu do chính mình nhập. Hãy để đồng chí khác nhận.',
      'Nobody accepts figures he entered himself. A colleague has to.',
    )
  return null
}

const reporting: ReadonlySet<string> = new Set(['reporter', 'officer', 'head'])
const accepting: ReadonlySet<string> = new Set(['officer', 'head'])

function whyNotNow(move: Move, entry: Standing) {
  if (entry.periodClosed)
    return conflict(
      'period-closed',
      'Kỳ báo cáo đã khoá sổ. Muốn sửa, hãy đề nghị đơn vị cấp trên mở lại kỳ.',
      'The period is closed. Ask the upper body to open it again.',
    )
  if (move === 'finalise' && entry.stage === 'accepted' && entry.counted !== 'estimate') return noEstimate
  if (table[move].from.includes(entry.stage)) return null
  return conflict('wrong-stage', wrongStage[entry.stage].vi, wrongStage[entry.stage].en)
}

const noEstimate = conflict(
  'no-estimate',
  'Số đang được tính đã là số chính thức. Muốn sửa, hãy gửi bản đính chính kèm lý do.',
  'What counts is actual already. To change it, send a correction with a reason.',
)

const wrongStage: Record<From, { vi: string; en: string }> = {
  none: { vi: 'Biểu này chưa có số liệu.', en: 'Nothing has been entered on this form yet.' },
  draft: { vi: 'Biểu đang là bản nháp của đơn vị, chưa gửi.', en: 'The form is still a draft of the body.' },
  submitted: {
    vi: 'Biểu đã gửi và đang chờ nhận. Muốn sửa, đơn vị gửi hãy rút lại trước.',
    en: 'The form was sent and waits. To change it, its body takes it back first.',
  },
  returned: { vi: 'Biểu đã được trả lại, đang chờ đơn vị sửa.', en: 'The form was returned and waits for its body.' },
  accepted: {
    vi: 'Biểu đã được nhận. Muốn sửa, đơn vị gửi bản đính chính kèm lý do.',
    en: 'The form was accepted. To change it, its body sends a correction with a reason.',
  },
}
