// Who may prepare and save an act: administrators of the body that drafts it or above; and only while it is a draft.
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { conflict, forbidden } from '../shared/result.ts'

export const moves = ['edit', 'save', 'discard', 'changeBodies'] as const
export type Move = (typeof moves)[number] | 'read'

export interface Standing {
  /** The body that drafts the act and those above it; empty when the operator drafts it. */
  line: readonly Id<'body'>[]
  saved: boolean
  /** When the bodies were changed after it; null: not yet. */
  bodiesAt: Date | null
}

/** null when the move may be made now. */
export function whyNot(actor: Actor, move: Move, act: Standing) {
  if (actor.kind === 'anonymous')
    return forbidden('sign-in-needed', 'Hãy đăng nhập để làm việc này.', 'Please sign in to do this.')
  if (actor.kind === 'person') {
    const his = bodiesWhere(actor, 'administrator')
    if (!act.line.some((body) => his.includes(body))) return notYours
  }
  if (move === 'read') return null
  if (move === 'changeBodies') {
    if (!act.saved) return notSaved
    return act.bodiesAt === null ? null : bodiesDone
  }
  return act.saved ? savedAlready : null
}

const notYours = forbidden(
  'not-your-act',
  'Văn bản này do đơn vị khác chuẩn bị. Hãy liên hệ quản trị của đơn vị đó.',
  'This act is prepared by another body. Ask its administrator.',
)

const savedAlready = conflict(
  'saved-already',
  'Văn bản này đã được lưu rồi; địa bàn đã đổi theo nó nên không sửa hay lưu lần nữa.',
  'This act has been saved already; the places follow it, so it is not changed or saved again.',
)

const notSaved = conflict(
  'not-saved',
  'Hãy lưu thay đổi địa bàn trước, rồi mới sắp xếp tổ chức theo nó.',
  'Save the changes of places first; the bodies follow.',
)

const bodiesDone = conflict(
  'bodies-done',
  'Các tổ chức đã được sắp xếp theo văn bản này rồi. Đổi thêm từng tổ chức ở trang của nó.',
  'The bodies have followed this act already. Change single ones on their pages.',
)
