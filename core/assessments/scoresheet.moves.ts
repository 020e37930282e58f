// The life of a score sheet: which move, from which stage, by whom. One table; every door asks it (domain.md 7.6).
import type { Actor, Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { conflict, forbidden } from '../shared/result.ts'
import type { Stage } from './scoresheet.ts'

export const moves = [
  ...(['save', 'addEvidence', 'removeEvidence', 'submit', 'takeBack', 'giveBack'] as const),
  ...(['verify', 'decide', 'reopen', 'excuse', 'include'] as const),
] as const
export type Move = (typeof moves)[number]

/** The body that is scored; the body that leads and verifies, and its head. Nobody is both. */
export const parts = ['unit', 'leader', 'leaderHead'] as const
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
}

/** A sheet never begun becomes a draft; one that was returned stays so until it is sent again. */
export function stageAfter(move: Move, from: Stage): Stage {
  if (table[move].to === null && from === 'due') return 'draft'
  return table[move].to ?? from
}

const scoring: readonly Role[] = ['reporter', 'officer', 'head']

/** Whoever works for the body that is scored is never the one who verifies it, whatever else he is. */
export function partsOf(actor: Actor, { bodyId, leaderId }: Pick<Standing, 'bodyId' | 'leaderId'>): Part[] {
  if (actor.kind === 'operator') return ['unit', 'leaderHead']
  if (actor.kind !== 'person') return []
  const at = (body: Id<'body'>) => actor.roles.filter((held) => held.bodyId === body && scoring.includes(held.role))
  if (at(bodyId).length > 0) return ['unit']
  const leading = at(leaderId).filter(({ role }) => role !== 'reporter')
  if (leading.length === 0) return []
  return [leading.some(({ role }) => role === 'head') ? 'leaderHead' : 'leader']
}

/** null when it may be done now; otherwise the refusal the door answers. */
export function whyNot(actor: Actor, move: Move, standing: Standing) {
  const { by, from } = table[move]
  const held = partsOf(actor, standing)
  if (!held.some((part) => by.includes(part))) return by.includes('unit') ? unitOnly : leaderRefusal(by, held)
  if (move === 'verify' && actor.kind === 'person' && actor.personId === standing.sentBy) return ownSheet
  return from.includes(standing.stage) ? null : conflict('wrong-stage', ...wrongStage[standing.stage])
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
  'Không ai thẩm định phiếu do chính mình gửi. Hãy để đồng chí khác thẩm định.',
  'Nobody verifies a sheet he sent himself. A colleague has to.',
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
