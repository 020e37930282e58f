// A review of the roll (“rà soát danh sách”): who may note that a body went through its members, and what must be said. Pure.
import type { Actor } from '../../shared/actor.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import { forbidden, problem, type Problem } from '../../shared/result.ts'

/** The body as far as rights go. */
export interface Reviewed {
  bodyId: Id<'body'>
  /** The bodies above it in its tree, and those that receive its forms. */
  over: ReadonlySet<number>
}

const its: ReadonlySet<string> = new Set(['reporter', 'officer', 'head'])
const others: ReadonlySet<string> = new Set(['officer', 'head'])

/** null when the actor may note or take back a review: an officer of the body, of one above it, or of one that receives from it. */
export function whyNotReview(actor: Actor, { bodyId, over }: Reviewed) {
  if (actor.kind === 'anonymous')
    return forbidden('sign-in-needed', 'Hãy đăng nhập để làm việc này.', 'Please sign in to do this.')
  if (actor.kind === 'operator') return null
  const may = actor.roles.some(
    (held) => (held.bodyId === bodyId && its.has(held.role)) || (over.has(held.bodyId) && others.has(held.role)),
  )
  return may
    ? null
    : forbidden(
        'not-your-roll',
        'Việc rà soát danh sách do chính đơn vị, cấp trên của đơn vị hoặc nơi nhận biểu ghi.',
        'A review of the roll is noted by the body itself, by those above it or by those who receive its forms.',
      )
}

export function faultsOfReview({ on }: { on: Day }, today: Day): Problem[] {
  return on > today
    ? [problem('on', 'in-the-future', 'Ngày rà soát phải là hôm nay hoặc trước đó.', 'A day to come.')]
    : []
}
