// Who may make a key: administrators and officers of a body over the divided place, never of the place itself.
import type { Actor } from '../../shared/actor.ts'
import { conflict, forbidden } from '../../shared/result.ts'

export const keyMoves = ['set', 'withdraw'] as const
export type KeyMove = (typeof keyMoves)[number]

export interface KeyStanding {
  /** The office in whose name he acts; null: none of his reaches the place. */
  office: string | null
  /** A key is in force. */
  inForce: boolean
}

/** null when the move may be made now. */
export function whyNotKey(actor: Actor, move: KeyMove, { office, inForce }: KeyStanding) {
  if (actor.kind === 'anonymous')
    return forbidden('sign-in-needed', 'Hãy đăng nhập để làm việc này.', 'Please sign in to do this.')
  if (office === null) return notOver
  return move === 'withdraw' && !inForce ? noneToWithdraw : null
}

const notOver = forbidden(
  'not-over-place',
  'Khoá chia của địa bàn này do cán bộ hoặc quản trị của cơ quan cấp trên địa bàn ghi. Hãy gửi số liệu và căn cứ cho cơ quan đó.',
  'The key of this place is made by officers or administrators of a body above it. Send them your figures and their basis.',
)

const noneToWithdraw = conflict(
  'no-key',
  'Địa bàn này không có khoá đang dùng để thôi dùng.',
  'This place has no key in use to withdraw.',
)
