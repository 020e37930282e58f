// The life of a model: which move, from which stage, by whom. One table; every door asks it (domain.md 4.2).
import type { Actor, Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { conflict, forbidden } from '../shared/result.ts'
import type { Stage } from './model.ts'

export const moves = [
  ...(['save', 'register', 'addEvidence', 'removeEvidence', 'accept', 'giveBack', 'start', 'selfScore'] as const),
  ...(['inspect', 'askImprove', 'recognise', 'refuse', 'review', 'replicate', 'end', 'withdraw'] as const),
  ...(['measure', 'correctReview', 'correctRecognition'] as const),
  ...(['giveConsent', 'withdrawConsent', 'show', 'hide'] as const),
] as const
export type Move = (typeof moves)[number]

/** The body that does it, its head, the body it is registered with, that body's head; or anybody else who works in an office. */
export const parts = ['owner', 'ownerHead', 'guide', 'guideHead', 'other'] as const
export type Part = (typeof parts)[number]

interface Rule {
  from: readonly Stage[]
  by: readonly Part[]
  to: Stage | null
}

const owner: readonly Part[] = ['owner', 'ownerHead']
const guide: readonly Part[] = ['guide', 'guideHead']
const writable: readonly Stage[] = ['draft', 'returned', 'guided', 'underway', 'improving']
const before: readonly Stage[] = [...writable, 'registered', 'selfScored', 'inspected']
const all: readonly Stage[] = [...before, 'recognised', 'notRecognised', 'ended', 'withdrawn']

const table: Record<Move, Rule> = {
  save: { from: writable, by: owner, to: null },
  register: { from: ['draft', 'returned'], by: owner, to: 'registered' },
  addEvidence: { from: [...before, 'recognised'], by: owner, to: null },
  removeEvidence: { from: [...before, 'recognised'], by: owner, to: null },
  accept: { from: ['registered'], by: guide, to: 'guided' },
  giveBack: { from: ['registered', 'selfScored'], by: guide, to: 'returned' },
  start: { from: ['guided'], by: owner, to: 'underway' },
  selfScore: { from: ['underway', 'improving'], by: owner, to: 'selfScored' },
  inspect: { from: ['selfScored', 'inspected'], by: guide, to: 'inspected' },
  askImprove: { from: ['inspected'], by: ['guideHead'], to: 'improving' },
  recognise: { from: ['inspected', 'recognised'], by: ['guideHead', 'other'], to: 'recognised' },
  refuse: { from: ['inspected'], by: ['guideHead'], to: 'notRecognised' },
  review: { from: ['recognised'], by: guide, to: null },
  measure: { from: ['recognised'], by: owner, to: null },
  correctReview: { from: ['recognised', 'ended'], by: ['guideHead'], to: null },
  correctRecognition: { from: ['recognised', 'ended'], by: ['guideHead', 'other'], to: null },
  replicate: { from: ['recognised'], by: parts, to: null },
  end: { from: ['recognised', 'underway', 'improving'], by: [...owner, ...guide], to: 'ended' },
  withdraw: { from: before, by: owner, to: 'withdrawn' },
  giveConsent: { from: all, by: owner, to: null },
  withdrawConsent: { from: all, by: [...owner, ...guide], to: null },
  show: { from: ['recognised', 'ended'], by: guide, to: null },
  hide: { from: all, by: guide, to: null },
}

const working: readonly Role[] = ['reporter', 'officer', 'head']

export interface Standing {
  stage: Stage
  ownerId: Id<'body'>
  guideId: Id<'body'>
}

/** The stage after a returned self-score is “being put right”, after a returned registration “returned”. */
export function stageAfter(move: Move, from: Stage): Stage {
  if (move === 'giveBack' && from === 'selfScored') return 'improving'
  return table[move].to ?? from
}

/**
 * What an actor is to it by the roles he holds. The appraiser is not of the registrant's unit: whoever holds a role in the
 * body that does it is never the body that guides it.
 */
export function partsOf(actor: Actor, { ownerId, guideId }: Pick<Standing, 'ownerId' | 'guideId'>): Part[] {
  if (actor.kind === 'operator') return ['ownerHead', 'guideHead', 'other']
  if (actor.kind !== 'person') return []
  const held = actor.roles.filter(({ role }) => working.includes(role))
  const at = (body: Id<'body'>) => held.filter(({ bodyId }) => bodyId === body)
  const own = at(ownerId)
  const found: Part[] = []
  if (own.length > 0) found.push(own.some(({ role }) => role === 'head') ? 'ownerHead' : 'owner')
  const guiding = own.length > 0 ? [] : at(guideId).filter(({ role }) => role !== 'reporter')
  if (guiding.length > 0) found.push(guiding.some(({ role }) => role === 'head') ? 'guideHead' : 'guide')
  if (found.length === 0 && held.length > 0) found.push('other')
  return found
}

/** null when it may be done now; otherwise the refusal the door answers. */
export function whyNot(parts: readonly Part[], move: Move, { stage }: Pick<Standing, 'stage'>) {
  const { by, from } = table[move]
  if (parts.length === 0) return notWorking
  if (!parts.some((part) => by.includes(part))) return refusalFor(by)
  return from.includes(stage) ? null : conflict('wrong-stage', ...wrongStage[stage])
}

function refusalFor(by: readonly Part[]) {
  if (by.includes('guideHead') && !by.includes('guide')) return headsOnly
  return by.includes('guide') && !by.includes('owner') ? guideOnly : ownerOnly
}

export function movesOpen(parts: readonly Part[], standing: Pick<Standing, 'stage'>): Move[] {
  return moves.filter((move) => whyNot(parts, move, standing) === null)
}

const notWorking = forbidden(
  'not-working',
  'Việc này do cơ quan đăng ký mô hình hoặc cơ quan phát động làm.',
  'This is done by the body that registers a model or by the one that guides it.',
)
const ownerOnly = forbidden(
  'owner-only',
  'Việc này do cơ quan đăng ký mô hình làm.',
  'This is done by the body the model belongs to.',
)
const guideOnly = forbidden(
  'guide-only',
  'Việc này do cơ quan phát động làm; người của đơn vị đăng ký không tự thẩm định.',
  'This is done by the body it is registered with; nobody appraises what is his own.',
)
const headsOnly = forbidden(
  'heads-only',
  'Việc này do người đứng đầu cơ quan phát động quyết định.',
  'The head of the body it is registered with decides this.',
)

const wrongStage: Record<Stage, readonly [string, string]> = {
  draft: ['Mô hình còn là bản nháp; hãy đăng ký trước.', 'It is a draft still; register it first.'],
  registered: ['Mô hình đã đăng ký, đang chờ cơ quan phát động nhận.', 'It is registered and waits to be accepted.'],
  returned: ['Mô hình được trả lại để bổ sung.', 'It was returned to be completed.'],
  guided: ['Mô hình đã được nhận hướng dẫn, chưa bắt đầu.', 'It is accepted and has not begun.'],
  underway: ['Mô hình đang thực hiện.', 'It is under way.'],
  selfScored: ['Mô hình đã tự chấm, đang chờ kiểm tra.', 'It has scored itself and waits for inspection.'],
  inspected: ['Mô hình đã được kiểm tra, đang chờ quyết định.', 'It was inspected and waits for a decision.'],
  improving: ['Mô hình đang hoàn thiện theo yêu cầu.', 'It is being improved as asked.'],
  recognised: ['Mô hình đã được công nhận.', 'It is recognised.'],
  notRecognised: ['Mô hình không được công nhận.', 'It was not recognised.'],
  ended: ['Mô hình đã kết thúc.', 'It has ended.'],
  withdrawn: ['Đăng ký đã rút.', 'The registration was withdrawn.'],
}
