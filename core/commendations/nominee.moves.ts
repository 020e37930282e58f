// The life of a nominee: which move, from which stage, by whom. One table; every door asks it (domain.md 10).
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { conflict, forbidden } from '../shared/result.ts'
import type { Stage } from './commendation.ts'

export const moves = [
  ...(['save', 'complete', 'giveBack', 'withdraw', 'flag', 'check', 'takeComments', 'assess', 'settle'] as const),
  ...(['recuse', 'cast'] as const),
  ...([
    'voteAgain',
    'closeVote',
    'submit',
    'decide',
    'refuse',
    'present',
    'correctName',
    'correctDecision',
    'correctPresented',
    'revoke',
    'giveConsent',
    'withdrawConsent',
  ] as const),
] as const
export type Move = (typeof moves)[number]

/** Who proposed it, who checks, the head of those, who sits on the council, who signs. */
export const parts = ['nominator', 'desk', 'deskHead', 'member', 'awarder'] as const
export type Part = (typeof parts)[number]

interface Rule {
  from: readonly Stage[]
  by: readonly Part[]
  to: Stage | null
}

const desk: readonly Part[] = ['desk', 'deskHead']
const beforeVote: readonly Stage[] = ['nominated', 'dossierComplete', 'checked', 'opinionCollected']
const before: readonly Stage[] = [...beforeVote, 'voted', 'submitted']
const honoured: readonly Stage[] = ['decided', 'presented']
const all: readonly Stage[] = [...before, ...honoured, 'refused', 'revoked', 'withdrawn']

const table: Record<Move, Rule> = {
  save: { from: ['nominated'], by: ['nominator'], to: null },
  complete: { from: ['nominated'], by: ['nominator'], to: 'dossierComplete' },
  giveBack: { from: ['dossierComplete', 'checked'], by: desk, to: 'nominated' },
  withdraw: { from: before, by: ['nominator'], to: 'withdrawn' },
  flag: { from: ['dossierComplete', 'checked', 'opinionCollected', 'voted', 'submitted'], by: ['deskHead'], to: null },
  check: { from: ['dossierComplete'], by: desk, to: 'checked' },
  takeComments: { from: ['checked'], by: desk, to: 'opinionCollected' },
  assess: { from: ['checked', 'opinionCollected'], by: ['member'], to: null },
  settle: { from: ['checked', 'opinionCollected'], by: desk, to: null },
  recuse: { from: beforeVote, by: ['member'], to: null },
  cast: { from: ['opinionCollected'], by: ['member'], to: null },
  voteAgain: { from: ['opinionCollected'], by: ['deskHead'], to: null },
  closeVote: { from: ['opinionCollected'], by: desk, to: 'voted' },
  submit: { from: ['voted'], by: ['deskHead'], to: 'submitted' },
  decide: { from: ['submitted'], by: ['awarder'], to: 'decided' },
  refuse: { from: before, by: ['deskHead', 'awarder'], to: 'refused' },
  present: { from: ['decided'], by: [...desk, 'awarder'], to: 'presented' },
  correctName: { from: [...honoured, 'revoked'], by: ['awarder'], to: null },
  correctDecision: { from: [...honoured, 'revoked'], by: ['awarder'], to: null },
  correctPresented: { from: ['presented'], by: [...desk, 'awarder'], to: null },
  revoke: { from: honoured, by: ['awarder'], to: 'revoked' },
  giveConsent: { from: all, by: ['nominator', ...desk], to: null },
  withdrawConsent: { from: all, by: ['nominator', ...desk], to: null },
}

export interface Standing {
  stage: Stage
  nominatorId: Id<'body'>
  /** Where the body that proposed it is no more: those that took over from it. */
  heirs?: readonly Id<'body'>[]
  deskId: Id<'body'>
  bodyId: Id<'body'>
  /** The accounts of its council. */
  council: readonly Id<'person'>[]
}

export const stageAfter = (move: Move, from: Stage): Stage => table[move].to ?? from

/**
 * What an actor is to it. Who works in the body that proposed it does not check it, unless that body itself awards: a
 * commune that honours its own offices has nobody else.
 */
export function partsOf(actor: Actor, of: Omit<Standing, 'stage'>): Part[] {
  if (actor.kind === 'operator') return [...parts]
  if (actor.kind !== 'person') return []
  const at = (body: Id<'body'>, ...roles: Parameters<typeof bodiesWhere>[1][]) =>
    bodiesWhere(actor, ...roles).includes(body)
  const proposing = [of.nominatorId, ...(of.heirs ?? [])]
  const found: Part[] = []
  const proposes = proposing.some((body) => at(body, 'reporter', 'officer', 'head'))
  if (proposes) found.push('nominator')
  if (!proposes || proposing.includes(of.deskId)) {
    if (at(of.deskId, 'officer')) found.push('desk')
    if (at(of.deskId, 'head')) found.push('deskHead')
  }
  if (of.council.includes(actor.personId)) found.push('member')
  if (at(of.bodyId, 'head', 'clerk')) found.push('awarder')
  return found
}

/** null when it may be done now; otherwise the refusal the door answers. */
export function whyNot(held: readonly Part[], move: Move, { stage }: Pick<Standing, 'stage'>) {
  const { by, from } = table[move]
  if (held.length === 0) return notYours
  if (!held.some((part) => by.includes(part))) return refusals[by[0]!]
  // Once it lies with who signs, only he turns it down.
  if (move === 'refuse' && stage === 'submitted' && !held.includes('awarder')) return refusals.awarder
  if (move === 'refuse' && from.includes(stage) && stage !== 'submitted' && !held.includes('deskHead'))
    return refusals.deskHead
  return from.includes(stage) ? null : conflict('wrong-stage', ...wrongStage[stage])
}

export function movesOpen(held: readonly Part[], standing: Pick<Standing, 'stage'>): Move[] {
  return moves.filter((move) => whyNot(held, move, standing) === null)
}

const notYours = forbidden(
  'not-your-round',
  'Việc này do nơi đề nghị, nơi thẩm định, hội đồng hoặc cơ quan khen làm.',
  'This is done by who proposes, who checks, the council or the awarding body.',
)
const deskOnly = forbidden(
  'desk-only',
  'Việc này do nơi thẩm định làm; người của nơi đề nghị không tự thẩm định.',
  'This is done by the checking body; nobody checks what is his own.',
)
const refusals: Record<Part, ReturnType<typeof forbidden>> = {
  nominator: forbidden('nominator-only', 'Việc này do nơi đề nghị làm.', 'This is done by the body that proposed it.'),
  desk: deskOnly,
  deskHead: forbidden(
    'desk-head-only',
    'Việc này do người đứng đầu nơi thẩm định quyết định.',
    'The head of the checking body decides this.',
  ),
  member: forbidden(
    'member-only',
    'Chỉ thành viên hội đồng của đợt khen này làm việc này.',
    'Only a member of the council of this round does this.',
  ),
  awarder: forbidden(
    'awarder-only',
    'Chỉ cơ quan có thẩm quyền khen (người đứng đầu hoặc văn thư) ghi việc này.',
    'Only the awarding body, its head or clerk, enters this.',
  ),
}

const wrongStage: Record<Stage, readonly [string, string]> = {
  nominated: ['Mới đề nghị, hồ sơ chưa nộp đủ.', 'It is nominated and its dossier not complete.'],
  dossierComplete: ['Hồ sơ đã nộp, đang chờ thẩm định.', 'Its dossier is in and waits to be checked.'],
  checked: ['Đã thẩm định, đang lấy ý kiến.', 'It is checked and being commented on.'],
  opinionCollected: ['Đã lấy ý kiến, đang bỏ phiếu.', 'Comments are in; the council votes.'],
  voted: ['Hội đồng đã bỏ phiếu xong.', 'The council has voted.'],
  submitted: ['Đã trình, đang chờ quyết định.', 'It is submitted and waits for a decision.'],
  decided: ['Đã có quyết định khen.', 'It is decided.'],
  refused: ['Đề nghị này không được khen.', 'It was refused.'],
  presented: ['Đã trao.', 'It was presented.'],
  revoked: ['Quyết định khen đã bị huỷ.', 'It was revoked.'],
  withdrawn: ['Nơi đề nghị đã rút.', 'It was withdrawn.'],
}
