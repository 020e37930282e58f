// The life of a score sheet: which move, from which stage, by whom. One table; every door asks it (domain.md 7.6).
import type { Actor, Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { conflict, forbidden } from '../shared/result.ts'
import type { Stage } from './scoresheet.ts'

export const moves = [
  ...(['save', 'addEvidence', 'removeEvidence', 'submit', 'takeBack', 'enterPaper', 'object', 'giveBack'] as const),
  ...(['verify', 'decide', 'reopen', 'excuse', 'include'] as const),
] as const
export type Move = (typeof moves)[number]

/** The body that is scored; the body that leads and verifies, and its head; a body above that one. Nobody is two of them. */
export const parts = ['unit', 'leader', 'leaderHead', 'above'] as const
export type Part = (typeof parts)[number]

interface Rule {
  from: readonly Stage[]
  by: readonly Part[]
  to: Stage | null
}

const leader: readonly Part[] = ['leader', 'leaderHead']
const writable: readonly Stage[] = ['due', 'draft', 'returned']

const table: Record<Move, Rule> = {
  save: { from: writable, by: ['unit'], to: null },
  addEvidence: { from: writable, by: ['unit'], to: null },
  removeEvidence: { from: writable, by: ['unit'], to: null },
  submit: { from: writable, by: ['unit'], to: 'sent' },
  takeBack: { from: ['sent'], by: ['unit'], to: 'draft' },
  // A sheet that came on paper, entered for a body nobody signs in for; entered anew until it is verified.
  enterPaper: { from: [...writable, 'sent'], by: [...leader, 'above'], to: 'sent' },
  // The body, once somebody signs in for it, does not stand by what was entered.
  object: { from: ['sent', 'verified'], by: ['unit'], to: 'returned' },
  giveBack: { from: ['sent', 'verified'], by: leader, to: 'returned' },
  verify: { from: ['sent', 'verified'], by: leader, to: 'verified' },
  decide: { from: ['verified'], by: ['leaderHead'], to: 'decided' },
  reopen: { from: ['decided'], by: ['leaderHead'], to: 'verified' },
  excuse: { from: [...writable, 'sent', 'verified'], by: leader, to: 'excused' },
  include: { from: ['excused'], by: leader, to: 'due' },
}

export interface Standing {
  stage: Stage
  /** The body that is scored. */
  bodyId: Id<'body'>
  leaderId: Id<'body'>
  sentBy: Id<'person'> | null
  onPaper: boolean
  /** Whoever entered the paper for the body: none of them verifies. */
  enteredBy: readonly Id<'person'>[]
  /** Bodies above the one that leads. */
  over: readonly Id<'body'>[]
  /** Somebody signs in for the body that is scored. */
  hasAccount: boolean
}

/** A sheet never begun becomes a draft; one that was returned stays so until it is sent again. */
export function stageAfter(move: Move, from: Stage): Stage {
  if (table[move].to === null && from === 'due') return 'draft'
  return table[move].to ?? from
}

const scoring: readonly Role[] = ['reporter', 'officer', 'head']

/** Whoever works for the body that is scored is never the one who verifies it, whatever else he is. */
export function partsOf(
  actor: Actor,
  { bodyId, leaderId, over }: Pick<Standing, 'bodyId' | 'leaderId' | 'over'>,
): Part[] {
  if (actor.kind === 'operator') return ['unit', 'leaderHead']
  if (actor.kind !== 'person') return []
  const at = (body: Id<'body'>) => actor.roles.filter((held) => held.bodyId === body && scoring.includes(held.role))
  if (at(bodyId).length > 0) return ['unit']
  const works = (body: Id<'body'>) => at(body).filter(({ role }) => role !== 'reporter')
  const leading = works(leaderId)
  if (leading.length === 0) return over.some((body) => works(body).length > 0) ? ['above'] : []
  return [leading.some(({ role }) => role === 'head') ? 'leaderHead' : 'leader']
}

/** null when it may be done now; otherwise the refusal the door answers. */
export function whyNot(actor: Actor, move: Move, standing: Standing) {
  const { by, from } = table[move]
  const held = partsOf(actor, standing)
  if (!held.some((part) => by.includes(part))) return by.includes('unit') ? unitOnly : leaderRefusal(by, held)
  if (move === 'verify' && actor.kind === 'person' && sentOrEntered(actor.personId, standing)) return ownSheet
  if (!from.includes(standing.stage)) return conflict('wrong-stage', ...wrongStage[standing.stage])
  return whyNotOnPaper(move, standing)
}

const sentOrEntered = (person: Id<'person'>, { sentBy, enteredBy }: Standing) =>
  person === sentBy || enteredBy.includes(person)

/** A paper is entered only for a body that cannot score itself; of such a sheet the body says why it does not stand by it. */
function whyNotOnPaper(move: Move, { stage, onPaper, hasAccount }: Standing) {
  if (move === 'enterPaper' && hasAccount) return scoresItself
  if (move === 'enterPaper' && stage === 'sent' && !onPaper) return conflict('wrong-stage', ...wrongStage.sent)
  if (move === 'takeBack' && onPaper) return enteredForYou
  return move === 'object' && !onPaper ? sentByYou : null
}

const leaderRefusal = (by: readonly Part[], held: readonly Part[]) =>
  held.includes('leader') && !by.includes('leader') ? headsOnly : leaderOnly

export function movesOpen(actor: Actor, standing: Standing): Move[] {
  return moves.filter((move) => whyNot(actor, move, standing) === null)
}

const unitOnly = forbidden(
  'unit-only',
  'Phiếu này do chính đơn vị được chấm tự chấm và gửi.',
  'The body that is scored fills and sends this sheet itself.',
)
const leaderOnly = forbidden(
  'leader-only',
  'Việc này do cơ quan chủ trì đợt chấm điểm làm; người của đơn vị được chấm không tự thẩm định.',
  'The body that leads the assessment does this; nobody verifies the sheet of his own body.',
)
const headsOnly = forbidden(
  'heads-only',
  'Việc này do người đứng đầu cơ quan chủ trì đợt chấm điểm quyết định.',
  'The head of the body that leads the assessment decides this.',
)
const ownSheet = forbidden(
  'own-sheet',
  'Không ai thẩm định phiếu do chính mình gửi hoặc nhập thay. Hãy để đồng chí khác thẩm định.',
  'Nobody verifies a sheet he sent or entered himself. A colleague has to.',
)
const scoresItself = conflict(
  'scores-itself',
  'Đơn vị này đã có tài khoản nên tự chấm và gửi; chỉ nhập thay cho đơn vị chưa có ai đăng nhập.',
  'Somebody signs in for this body; it scores itself. A paper is entered only where nobody does.',
)
const enteredForYou = conflict(
  'entered-on-paper',
  'Phiếu này được nhập thay theo bản giấy. Không đúng thì bấm “Không đồng ý với bản nhập thay” và nói rõ vì sao.',
  'This sheet was entered from paper for you. If it is wrong, object and say why.',
)
const sentByYou = conflict(
  'not-on-paper',
  'Phiếu này do chính đơn vị gửi, không phải bản nhập thay.',
  'Your body sent this sheet itself; nobody entered it for you.',
)

const wrongStage: Record<Stage, readonly [string, string]> = {
  due: ['Đơn vị chưa tự chấm.', 'The body has not scored itself yet.'],
  draft: ['Phiếu còn là bản nháp của đơn vị.', 'The sheet is a draft of its body still.'],
  sent: [
    'Phiếu đã gửi, đang chờ thẩm định. Muốn sửa, đơn vị rút lại trước.',
    'The sheet was sent and waits. To change it, its body takes it back first.',
  ],
  returned: ['Phiếu được trả lại để bổ sung.', 'The sheet was returned to be completed.'],
  verified: ['Phiếu đã thẩm định, đang chờ quyết định.', 'The sheet is verified and waits for a decision.'],
  decided: ['Phiếu đã có quyết định xếp loại.', 'The sheet stands in a decision.'],
  excused: ['Đơn vị được đưa ra khỏi đợt chấm.', 'The body was taken out of the assessment.'],
}
