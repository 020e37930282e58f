// The lives of reception: of a session, a booked place, a line of the register, a conclusion and its points. Which move, from
// which stage, by whom. One table; every door asks it.
import { bodiesWhere, type Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { conflict, forbidden } from '../shared/result.ts'

export const lives = {
  sitting: ['proposed', 'posted', 'held', 'cancelled'],
  booking: ['booked', 'cancelled', 'came', 'missed'],
  visit: ['noted', 'taken', 'told', 'refused', 'refusedInWriting'],
  conclusion: ['draft', 'issued'],
  point: ['open', 'done'],
} as const
export type Life = keyof typeof lives
export type StageOf<L extends Life> = (typeof lives)[L][number]

/** Works on the desk, leads it, has the point to do, or holds code and secret. */
export const parts = ['desk', 'deskHead', 'lead', 'guest'] as const
export type Part = (typeof parts)[number]

interface Rule<L extends Life = Life> {
  of: L
  from: readonly StageOf<L>[]
  by: readonly Part[]
  /** null: the stage stays. */
  to: StageOf<L> | null
}
const rule = <L extends Life>(
  of: L,
  from: readonly StageOf<L>[],
  by: readonly Part[],
  to: StageOf<L> | null,
): Rule<L> => ({
  ...{ of, from, by, to },
})
const office: readonly Part[] = ['desk', 'deskHead']

const table = {
  post: rule('sitting', ['proposed'], office, 'posted'),
  shift: rule('sitting', ['posted'], office, null),
  cancel: rule('sitting', ['proposed', 'posted'], office, 'cancelled'),
  hold: rule('sitting', ['posted'], office, 'held'),
  open: rule('booking', ['booked'], ['desk'], null),
  noteCall: rule('booking', ['booked'], ['desk'], null),
  giveUp: rule('booking', ['booked'], ['guest'], 'cancelled'),
  drop: rule('booking', ['booked'], ['desk', 'guest'], 'cancelled'),
  come: rule('booking', ['booked'], ['desk'], 'came'),
  miss: rule('booking', ['booked'], office, 'missed'),
  tellResult: rule('visit', ['taken', 'told'], office, 'told'),
  refuseInWriting: rule('visit', ['refused'], office, 'refusedInWriting'),
  draft: rule('conclusion', ['draft'], office, null),
  issue: rule('conclusion', ['draft'], ['deskHead'], 'issued'),
  fulfil: rule('point', ['open'], ['lead'], 'done'),
} as const
export type Move = keyof typeof table
export const moves = Object.keys(table) as Move[]

export const ruleOf = (move: Move): Rule => table[move]

/** The stage a move leads to; of one that keeps it the stage as it is. */
export function nextStage<L extends Life>(move: Move, stage: StageOf<L>): StageOf<L> {
  return (table[move].to ?? stage) as StageOf<L>
}

export function partsAt(actor: Actor, at: { deskId: Id<'body'>; leadId?: Id<'body'> }): Part[] {
  if (actor.kind === 'operator') return ['desk', 'deskHead', 'lead']
  const holds = (body: Id<'body'> | undefined, ...roles: Parameters<typeof bodiesWhere>[1][]) =>
    body !== undefined && bodiesWhere(actor, ...roles).includes(body)
  return [
    ...(holds(at.deskId, 'receiver') ? (['desk'] as const) : []),
    ...(holds(at.deskId, 'head') ? (['deskHead'] as const) : []),
    ...(holds(at.leadId, 'handler', 'head') ? (['lead'] as const) : []),
  ]
}

/** null when it may be done now; otherwise the refusal the door answers. */
export function whyNot<L extends Life>(own: readonly Part[], move: Move, stage: StageOf<L>) {
  const { of, from, by } = ruleOf(move)
  if (!own.some((part) => by.includes(part)))
    return own.length === 0 ? notYours : by[0] === 'deskHead' ? headOnly : notYourPart
  return (from as readonly string[]).includes(stage) ? null : conflict('wrong-stage', ...wrongStage[of])
}

/** What he may do with such a thing now, in the order of the table. */
export function movesOpen<L extends Life>(own: readonly Part[], of: L, stage: StageOf<L>): Move[] {
  return moves.filter((move) => table[move].of === of && whyNot(own, move, stage) === null)
}

export const notYours = forbidden(
  'not-your-desk',
  'Đồng chí không tiếp công dân ở nơi này nên không xem và không làm được.',
  'You do not receive at this desk; you neither see nor change it.',
)
const headOnly = forbidden(
  'heads-only',
  'Việc này do người đứng đầu nơi tiếp công dân làm.',
  'This is for the head of the desk.',
)
const notYourPart = forbidden(
  'not-your-part',
  'Việc này không thuộc phần của đồng chí: bộ phận tiếp công dân ghi sổ, cơ quan được giao thực hiện kết luận.',
  'This is not your part: the desk keeps the register, the body that was given a point does it.',
)

const wrongStage: Record<Life, readonly [string, string]> = {
  sitting: [
    'Buổi tiếp này không còn ở bước đó: đã niêm yết, đã tiếp hoặc đã huỷ. Hãy tải lại trang.',
    'This session is past that step: posted, held or cancelled. Load the page again.',
  ],
  booking: [
    'Đăng ký này đã huỷ, hoặc người đăng ký đã được tiếp. Hãy tải lại trang.',
    'This booking was cancelled, or the person was received. Load the page again.',
  ],
  visit: [
    'Lần tiếp này không còn bước đó: đã trả lời tại chỗ, hoặc đã báo kết quả.',
    'This visit has no such step: it was answered on the spot, or its result was told.',
  ],
  conclusion: [
    'Thông báo kết luận đã ban hành, không sửa được nữa.',
    'The notice of conclusion was issued and is not changed any more.',
  ],
  point: ['Việc này đã được báo xong.', 'This point was reported done.'],
}
