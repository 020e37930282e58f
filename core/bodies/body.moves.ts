// What an administrator may change about bodies, and why not. The rule asks here and so does the page.
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { conflict, forbidden, type Sentence } from '../shared/result.ts'

export const moves = ['create', 'createForPlaces', 'rename', 'giveFunction', 'endFunction', 'move', 'succeed'] as const
export type Move = (typeof moves)[number]

/** A body as far as rights go; for a new one: as it would be. */
export interface Standing {
  /** The body (not of a new one) and the bodies above it, on the day that counts. */
  line: readonly Id<'body'>[]
  /** Bodies that have no upper body and whose place holds this one: an administrator there reaches every tree below. */
  topsOverPlace: readonly Id<'body'>[]
  /** The body has ended: its past is not rewritten. */
  ended: boolean
}

const forNew: ReadonlySet<Move> = new Set(['create', 'createForPlaces'])

/** null when the actor may make the move now; otherwise the refusal the door answers. The operator enters history. */
export function whyNot(actor: Actor, move: Move, body: Standing) {
  if (actor.kind === 'operator') return null
  if (actor.kind !== 'person')
    return forbidden('sign-in-needed', 'Hãy đăng nhập để làm việc này.', 'Please sign in to do this.')
  return whyNotReach(actor, body) ?? (body.ended && !forNew.has(move) ? alreadyEnded : null)
}

/** Whether an administrator's hand reaches the body at all, whatever its state: also what an ended one left undone. */
export function whyNotReach(actor: Actor, body: Pick<Standing, 'line' | 'topsOverPlace'>) {
  if (actor.kind === 'operator') return null
  const his = bodiesWhere(actor, 'administrator')
  if (his.length === 0) return forbidden('role-needed', 'Việc này dành cho quản trị.', 'This is for administrators.')
  return [...body.line, ...body.topsOverPlace].some((id) => his.includes(id)) ? null : notYours
}

/** Why not, in words; null when it may be. */
export function reasonNot(actor: Actor, move: Move, body: Standing): Sentence | null {
  const refused = whyNot(actor, move, body)?.refusal
  return refused && refused.kind !== 'invalid' ? refused.sentence : null
}

const notYours = forbidden(
  'not-your-bodies',
  'Tổ chức này ở ngoài hệ thống và địa bàn đồng chí quản trị. Hãy liên hệ quản trị cấp trên.',
  'This body is outside the tree and the places you administer. Ask the administrator above.',
)

const alreadyEnded = conflict(
  'body-ended',
  'Tổ chức này đã kết thúc hoạt động nên giữ nguyên như lịch sử. Nếu ghi sai, hãy nhờ người vận hành máy sửa bằng dòng lệnh.',
  'This body has ended and stays as history. If something was entered wrongly, ask the operator to mend it on the command line.',
)
