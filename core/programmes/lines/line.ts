// The organisation's own line: its upper body accepts or returns what was sent for itself, whatever the mobilisation line
// does. Boards count what the mobilisation line took; nobody types twice, and where the two differ all three see it. Pure.
import type { Actor } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import { conflict, forbidden, problem, type Problem } from '../../shared/result.ts'

export const opinions = ['accepted', 'returned'] as const
export type Opinion = (typeof opinions)[number]

/** Of the newest version that was sent; 'none': nothing was sent. */
export const lineStages = ['none', 'waiting', ...opinions] as const
export type LineStage = (typeof lineStages)[number]

export const lineMoves = ['acceptLine', 'returnLine'] as const
export type LineMove = (typeof lineMoves)[number]

const table: Record<LineMove, { from: readonly LineStage[]; to: Opinion }> = {
  acceptLine: { from: ['waiting'], to: 'accepted' },
  returnLine: { from: ['waiting', 'accepted'], to: 'returned' },
}

export interface LineStanding {
  stage: LineStage
  lineBodyId: Id<'body'>
  /** Bodies above the receiving one: a role there reaches down. */
  aboveLine: readonly Id<'body'>[]
  /** Who wrote or sent the version that is judged. */
  savedBy: Id<'person'> | null
  submittedBy: Id<'person'> | null
  periodClosed: boolean
}

export function opinionAfter(move: LineMove): Opinion {
  return table[move].to
}

/** null when the actor may make the move now; otherwise the refusal the door answers. */
export function whyNotLine(actor: Actor, move: LineMove, line: LineStanding) {
  if (actor.kind === 'operator') return whyNotNow(move, line)
  return whyNotHim(actor, line) ?? whyNotNow(move, line)
}

const receiving: ReadonlySet<string> = new Set(['officer', 'head'])

function whyNotHim(actor: Actor, line: LineStanding) {
  if (actor.kind !== 'person')
    return forbidden('sign-in-needed', 'Hãy đăng nhập để làm việc này.', 'Please sign in to do this.')
  const reach = [line.lineBodyId, ...line.aboveLine]
  if (!actor.roles.some((held) => reach.includes(held.bodyId) && receiving.has(held.role)))
    return forbidden(
      'not-your-line',
      'Biểu này gửi cấp trên của tổ chức khác; chỉ đơn vị đó được nhận hoặc trả lại theo ngành dọc.',
      'In its own line this form is addressed to another body; only that body accepts or returns it there.',
    )
  if (actor.personId === line.savedBy || actor.personId === line.submittedBy)
    return forbidden(
      'own-entry',
      'Không ai tự nhận số liệu do chính mình nhập. Hãy để đồng chí khác nhận.',
      'Nobody accepts figures he entered himself. A colleague has to.',
    )
  return null
}

/** The mobilisation line closes a period for itself: the other line may still accept, but a return could not be mended. */
function whyNotNow(move: LineMove, line: LineStanding) {
  if (!table[move].from.includes(line.stage)) return conflict('wrong-stage', wrong[line.stage].vi, wrong[line.stage].en)
  return move === 'returnLine' && line.periodClosed
    ? conflict(
        'period-closed',
        'Kỳ báo cáo đã khoá sổ nên đơn vị không sửa được nữa. Hãy đề nghị đơn vị ra biểu mở lại kỳ rồi trả lại.',
        'The period is closed, so its body cannot mend the form. Ask the body that asks it to open the period first.',
      )
    : null
}

const wrong: Record<LineStage, { vi: string; en: string }> = {
  none: { vi: 'Đơn vị chưa gửi biểu này.', en: 'The form has not been sent.' },
  waiting: { vi: 'Biểu đang chờ nhận theo ngành dọc.', en: 'The form waits in its own line.' },
  accepted: { vi: 'Bản này đã được nhận theo ngành dọc.', en: 'This version has been accepted in its own line.' },
  returned: {
    vi: 'Bản này đã được trả lại theo ngành dọc, đang chờ đơn vị gửi bản mới.',
    en: 'This version was returned in its own line and waits for a new one.',
  },
}

/** Where somebody names one body twice. */
export function sameReceiver(field: string): Problem {
  return problem(
    field,
    'same-receiver',
    'Nơi nhận theo ngành dọc phải khác nơi nhận của khối dân vận. Chỉ có một nơi nhận thì để trống ngành dọc.',
    'The two receivers must be two bodies. With one receiver, leave the own line empty.',
  )
}
