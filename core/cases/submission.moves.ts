// The life of a submission: which move, from which stage, of which kinds, by whom. One table; every door asks it.
import type { Actor, Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { conflict, forbidden } from '../shared/result.ts'
import type { Kind, Outcome, Stage, Submission } from './submission.ts'

export const moves = [
  ...([
    'look',
    'sort',
    'askMore',
    'transfer',
    'guide',
    'file',
    'link',
    'split',
    'forward',
    'redirect',
    'reject',
  ] as const),
  ...(['accept', 'notAccept', 'notDenunciation', 'assign', 'returnWrong', 'complicate', 'extend'] as const),
  ...([
    'suspend',
    'goOn',
    'terminate',
    'answer',
    'send',
    'close',
    'enterWithdrawal',
    'note',
    'write',
    'reissue',
  ] as const),
  ...(['promise', 'keepPromise', 'movePromise', 'publishConclusion', 'sue', 'protect', 'clearAccused'] as const),
  ...(['complete', 'withdraw', 'rate', 'reopen', 'object', 'tell'] as const),
] as const
export type Move = (typeof moves)[number]

/** Who he is to this submission: works on the desk, leads it, has it to do, leads that body, helps it, or sent it. */
export const parts = ['desk', 'deskHead', 'lead', 'leadHead', 'support', 'sender'] as const
export type Part = (typeof parts)[number]

interface Rule {
  from: readonly Stage[]
  by: readonly Part[]
  /** Only of these kinds; before sorting of these doors. */
  kinds?: readonly Kind[]
  to: Stage | null
  outcome?: Outcome
}

const unsorted: readonly Stage[] = ['received', 'waiting']
const running: readonly Stage[] = ['checking', 'open', 'suspended']
const alive: readonly Stage[] = [...unsorted, ...running, 'answered']
const strict: readonly Kind[] = ['complaint', 'denunciation']
const plain: readonly Kind[] = ['fieldReport', 'regulationFeedback', 'petition']
const desk: readonly Part[] = ['desk', 'deskHead']
const lead: readonly Part[] = ['lead', 'leadHead']
const heads: readonly Part[] = ['deskHead', 'leadHead']

const table: Record<Move, Rule> = {
  look: { from: unsorted, by: desk, to: null },
  sort: { from: unsorted, by: desk, to: 'open' },
  askMore: { from: ['received'], by: desk, to: 'waiting' },
  transfer: { from: unsorted, by: desk, to: 'received' },
  guide: { from: unsorted, by: desk, to: 'ended', outcome: 'guided' },
  file: { from: unsorted, by: desk, to: 'ended', outcome: 'filed' },
  link: { from: unsorted, by: desk, to: 'ended', outcome: 'linked' },
  split: { from: unsorted, by: desk, to: 'ended', outcome: 'split' },
  forward: { from: unsorted, by: desk, to: 'ended', outcome: 'forwarded' },
  redirect: { from: unsorted, by: desk, to: 'ended', outcome: 'redirected' },
  reject: { from: [...unsorted, 'open'], by: desk, kinds: plain, to: 'ended', outcome: 'rejected' },
  accept: { from: ['checking'], by: ['deskHead'], kinds: strict, to: 'open' },
  notAccept: { from: ['checking'], by: ['deskHead'], kinds: strict, to: 'ended', outcome: 'notAccepted' },
  notDenunciation: { from: ['checking'], by: desk, kinds: ['denunciation'], to: 'ended', outcome: 'notDenunciation' },
  assign: { from: ['open'], by: desk, to: null },
  returnWrong: { from: ['open'], by: lead, to: null },
  complicate: { from: ['open'], by: heads, kinds: ['complaint'], to: null },
  extend: { from: ['open'], by: heads, kinds: [...plain, 'denunciation'], to: null },
  suspend: { from: ['open'], by: heads, kinds: strict, to: 'suspended' },
  goOn: { from: ['suspended'], by: heads, kinds: strict, to: 'open' },
  terminate: { from: ['open', 'suspended'], by: heads, kinds: strict, to: 'ended', outcome: 'terminated' },
  answer: { from: ['open'], by: lead, to: 'answered' },
  send: { from: ['answered'], by: [...desk, ...lead], kinds: strict, to: null },
  close: { from: ['answered'], by: [...desk, ...lead], to: 'closed' },
  enterWithdrawal: { from: [...unsorted, ...running], by: desk, to: 'ended', outcome: 'withdrawn' },
  note: { from: [...alive, 'closed', 'ended'], by: [...desk, ...lead, 'support'], to: null },
  write: { from: alive, by: [...desk, ...lead, 'support'], to: null },
  reissue: { from: [...alive, 'closed', 'ended'], by: desk, to: null },
  promise: { from: ['open', 'answered', 'closed'], by: lead, to: null },
  keepPromise: { from: ['open', 'answered', 'closed'], by: [...desk, ...lead, 'support'], to: null },
  movePromise: { from: ['open', 'answered', 'closed'], by: heads, to: null },
  publishConclusion: { from: ['answered', 'closed'], by: heads, kinds: strict, to: null },
  sue: { from: ['answered', 'closed'], by: [...desk, ...lead], kinds: ['complaint'], to: null },
  protect: { from: [...running, 'answered'], by: heads, kinds: ['denunciation'], to: null },
  clearAccused: { from: [...unsorted, ...running], by: ['deskHead'], to: null },
  complete: { from: ['waiting'], by: ['sender'], to: 'received' },
  withdraw: {
    from: [...unsorted, ...running],
    by: ['sender'],
    kinds: [...plain, 'complaint'],
    to: 'ended',
    outcome: 'withdrawn',
  },
  rate: { from: ['answered', 'closed'], by: ['sender'], to: null },
  reopen: { from: ['answered', 'closed'], by: ['sender'], kinds: plain, to: 'open' },
  object: { from: ['ended'], by: ['sender'], to: 'open' },
  tell: { from: alive, by: ['sender'], to: null },
}

type Facts = Pick<Submission, 'stage' | 'door' | 'kind' | 'deskId' | 'leadId' | 'outcome' | 'objected'>
export interface Standing extends Facts {
  supportIds: readonly Id<'body'>[]
}

const working: readonly Role[] = ['receiver', 'handler', 'head']

/** What an actor is to it by the roles he holds; a code with its secret makes a sender, and nothing more. */
export function partsOf(actor: Actor, { deskId, leadId, supportIds }: Standing): Part[] {
  if (actor.kind === 'operator') return ['desk', 'deskHead', 'lead', 'leadHead']
  if (actor.kind !== 'person') return []
  const holds = (role: Role, body: Id<'body'> | null) =>
    actor.roles.some((held) => held.role === role && held.bodyId === body)
  return [
    ...(holds('receiver', deskId) ? (['desk'] as const) : []),
    ...(holds('head', deskId) ? (['deskHead'] as const) : []),
    ...(holds('handler', leadId) ? (['lead'] as const) : []),
    ...(holds('head', leadId) ? (['leadHead'] as const) : []),
    ...(helps(actor, supportIds) === null ? [] : (['support'] as const)),
  ]
}

/** The body for which he supports the one that has it; null: he does not. */
export function helps(actor: Actor, supportIds: readonly Id<'body'>[]): Id<'body'> | null {
  if (actor.kind !== 'person') return null
  const held = actor.roles.filter(({ role }) => role === 'handler' || role === 'head')
  return supportIds.find((body) => held.some(({ bodyId }) => bodyId === body)) ?? null
}

export const nextOf = (move: Move): Pick<Rule, 'to' | 'outcome'> => table[move]

/** null when it may be done now; otherwise the refusal the door answers. */
export function whyNot(parts: readonly Part[], move: Move, standing: Standing) {
  const { by, from, kinds } = table[move]
  if (parts.length === 0) return notYours
  if (!parts.some((part) => by.includes(part)))
    return by.every((part) => heads.includes(part)) ? headsOnly : notYourPart
  if (kinds && !kinds.includes(standing.kind ?? standing.door)) return conflict('not-of-this-kind', ...otherKind)
  if (!from.includes(standing.stage)) return conflict('wrong-stage', ...wrongStage[standing.stage])
  return move === 'object' && (standing.outcome !== 'rejected' || standing.objected) ? notTwice : null
}

/** What he may do now, in the order of the table: the page draws these buttons and no others. */
export function movesOpen(parts: readonly Part[], standing: Standing): Move[] {
  return moves.filter((move) => whyNot(parts, move, standing) === null)
}

export function isWorker(actor: Actor): boolean {
  return (
    actor.kind === 'operator' || (actor.kind === 'person' && actor.roles.some(({ role }) => working.includes(role)))
  )
}

export const notYours = forbidden(
  'not-your-submission',
  'Hồ sơ này do cơ quan khác tiếp nhận và xử lý; đồng chí không xem và không làm được.',
  'Another body has this submission; you neither see it nor act on it.',
)
const headsOnly = forbidden(
  'heads-only',
  'Việc này do người đứng đầu cơ quan quyết định.',
  'This is for the head of the body to decide.',
)
const notYourPart = forbidden(
  'not-your-part',
  'Việc này không thuộc phần của đồng chí trong hồ sơ: bộ phận tiếp nhận phân loại và giao, cơ quan được giao trả lời.',
  'This is not your part of it: the desk sorts and assigns, the body it was given to answers.',
)
const notTwice = conflict(
  'no-second-look',
  'Chỉ việc bị từ chối mới đề nghị xem lại, và một lần.',
  'Only what was refused is looked at again, and once.',
)
const otherKind = [
  'Loại đơn này không có bước đó. Hãy xem lại các bước đang mở trên trang hồ sơ.',
  'There is no such step for this kind. See the open steps on its page.',
] as const

const wrongStage: Record<Stage, readonly [string, string]> = {
  received: ['Hồ sơ này chưa phân loại.', 'This submission is not sorted yet.'],
  waiting: ['Hồ sơ đang chờ người gửi bổ sung.', 'It waits for its sender to complete it.'],
  checking: ['Đơn đang kiểm tra điều kiện thụ lý.', 'It is being checked before acceptance.'],
  open: ['Hồ sơ đang được giải quyết.', 'It is being handled.'],
  suspended: ['Hồ sơ đang tạm đình chỉ; ra quyết định tiếp tục trước đã.', 'It is suspended; decide to go on first.'],
  answered: ['Hồ sơ đã có trả lời.', 'It was answered.'],
  closed: ['Hồ sơ đã đóng.', 'It is closed.'],
  ended: ['Hồ sơ đã kết thúc, không làm tiếp được.', 'It has ended.'],
}
