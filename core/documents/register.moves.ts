// Who may do what with the numbers of a body: its văn thư, or the văn thư of the office above that keeps its register.
import type { Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { conflict, forbidden } from '../shared/result.ts'

export const registerMoves = [
  'createSeries',
  'takeNumber',
  'cancelNumber',
  'scan',
  'correct',
  'recall',
  'read',
] as const
export type RegisterMove = (typeof registerMoves)[number]

export interface RegisterStanding {
  bodyId: Id<'body'>
  /** The bodies above it on the day. */
  above: readonly Id<'body'>[]
  /** Of a line: it was cancelled already; it is the number of an issued document of this platform. */
  line?: { cancelled: boolean; ofNoun: string | null }
}

/** null when the actor may make the move now; otherwise the refusal the door answers. */
export function whyNotRegister(actor: Actor, move: RegisterMove, register: RegisterStanding) {
  return whyNotHim(actor, move, register) ?? (move === 'cancelNumber' ? whyNotLine(register) : null)
}

function whyNotLine({ line }: RegisterStanding) {
  if (line?.cancelled) return alreadyCancelled
  return line?.ofNoun ? ofIssued : null
}

function whyNotHim(actor: Actor, move: RegisterMove, { bodyId, above }: RegisterStanding) {
  if (actor.kind === 'operator') return null
  if (actor.kind !== 'person')
    return forbidden('sign-in-needed', 'Hãy đăng nhập để làm việc này.', 'Please sign in to do this.')
  const reach = [bodyId, ...above]
  const mine = actor.roles.filter((held) => reach.includes(held.bodyId)).map((held) => held.role)
  if (mine.includes('clerk')) return null
  if (move === 'read' && mine.some((role) => ['officer', 'head', 'standingBoard'].includes(role))) return null
  return move === 'read'
    ? forbidden(
        'not-your-register',
        'Sổ này của đơn vị khác; chỉ cán bộ và văn thư của đơn vị đó được xem.',
        'This register belongs to another body; only its officers and clerks read it.',
      )
    : forbidden(
        'clerk-only',
        'Lập sổ, lấy số, huỷ số, lưu bản quét, đính chính và thu hồi là việc của văn thư đơn vị ban hành.',
        'Registers and numbers are kept by the clerk of the issuing body.',
      )
}

const alreadyCancelled = conflict(
  'already-cancelled',
  'Số này đã huỷ; số đã huỷ giữ nguyên trong sổ cùng lý do.',
  'This number was cancelled already; it stays in the register with its reason.',
)

const ofIssued = conflict(
  'number-in-use',
  'Số này của văn bản đã ban hành trên nền tảng. Văn bản sai thì ban hành văn bản mới thay thế, số cũ vẫn giữ.',
  'This is the number of an issued document. A wrong document is superseded by a new one; its number stays.',
)
