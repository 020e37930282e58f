// “Dân vận khéo” models: kinds, stages, what a registration must hold, what is counted. Words and rules, pure (domain.md 4).
import { problem, type Problem } from '../shared/result.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'

/** A way of doing somewhere over time; an exemplary collective or person is something else (4.1). */
export const kinds = ['model', 'exemplarCollective', 'exemplarPerson'] as const
export type Kind = (typeof kinds)[number]

export const stages = [
  ...(['draft', 'registered', 'returned', 'guided', 'underway', 'selfScored', 'inspected', 'improving'] as const),
  ...(['recognised', 'notRecognised', 'ended', 'withdrawn'] as const),
] as const
export type Stage = (typeof stages)[number]

/** tốt, khá, trung bình, hình thức. */
export const reviewClasses = ['good', 'fair', 'average', 'formal'] as const
export type ReviewClass = (typeof reviewClasses)[number]
/** Counted as effective (4.4). */
export const effectiveClasses: readonly ReviewClass[] = ['good', 'fair']

/** What real reports count of a year (4.4), each model once a column. */
export const yearCounts = [
  ...(['registered', 'recognised', 'effective', 'fresh', 'maintained', 'replicated', 'ended'] as const),
] as const
export type YearCount = (typeof yearCounts)[number]
export const isYearCount = (text: string): text is YearCount => (yearCounts as readonly string[]).includes(text)

export const resourceKinds = ['workDays', 'land', 'money', 'other'] as const
export const resourceSources = ['budget', 'people', 'business', 'other'] as const
export interface Resource {
  kind: (typeof resourceKinds)[number]
  source: (typeof resourceSources)[number]
  /** Days, square metres, dong; of other things a count. */
  amount: number
  note: string
}

export const evidenceKinds = ['photo', 'minutes', 'document', 'figure'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Before and after. */
export interface ToldEffect {
  effect: 'notMeasured' | 'measured'
  effectOf: string
  effectUnit: string
  effectBefore: number | null
  effectAfter: number | null
  effectAgainst: string
  /** Evidence that cites what the body reported, in place of a typed figure. */
  effectBeforeCited: Id<'model_evidence'> | null
  effectAfterCited: Id<'model_evidence'> | null
}

/** What a registration says of itself; empty and null: not said yet. */
export interface Told extends ToldEffect {
  kind: Kind
  field: string
  year: number
  name: string
  leaderPost: string
  contact: string
  forces: string
  problem: string
  objective: string
  content: string
  expected: string
  participants: number | null
  beneficiaries: number | null
  startsOn: Day | null
  endsOn: Day | null
  changed: string
}

export interface Model extends Told {
  id: Id<'model'>
  code: string
  fieldName: string
  ownerId: Id<'body'>
  ownerName: string
  placeId: Id<'place'>
  placeName: string
  guideId: Id<'body'>
  guideName: string
  originId: Id<'model'> | null
  stage: Stage
  setId: Id<'criteria_set'> | null
  firstRecognisedOn: Day | null
  endedOn: Day | null
  version: number
  illustrative: boolean
}

/** What is missing before it can be registered, in plain words; everything at once. */
export function missingToRegister(told: Told & { originId: number | null }): Problem[] {
  const missing: Problem[] = []
  const need = (field: keyof typeof wanted, there: boolean) => {
    const [vi, en] = wanted[field]
    if (!there) missing.push(problem(field, 'missing', vi, en))
  }
  need('name', told.name.length >= 5)
  need('leaderPost', told.leaderPost !== '')
  need('contact', told.contact !== '')
  need('problem', told.problem.length >= 20)
  need('objective', told.objective.length >= 20)
  need('content', told.content.length >= 40)
  need('expected', told.expected.length >= 20)
  need('startsOn', told.startsOn !== null)
  need('forces', told.kind === 'exemplarPerson' || told.forces !== '')
  need('changed', told.originId === null || told.changed.length >= 20)
  return missing
}

const wanted = {
  name: ['Đặt tên cho mô hình, điển hình.', 'Give it a name.'],
  leaderPost: ['Ghi chức danh người phụ trách.', 'Say which office leads it.'],
  contact: ['Ghi cách liên hệ của cơ quan, không ghi số riêng.', 'Give an address of the office, nobody’s own number.'],
  problem: [
    'Nói việc khó, việc cấp bách nào của dân, ít nhất một câu.',
    'Say what was difficult or urgent, in a sentence.',
  ],
  objective: ['Nói nhằm đạt điều gì, ít nhất một câu.', 'Say what is to be reached, in a sentence.'],
  content: ['Kể sẽ làm thế nào, ai làm, ở đâu, ít nhất hai câu.', 'Tell how it is done, by whom and where.'],
  expected: ['Nói kết quả mong đợi, có số nếu được.', 'Say what is expected, in figures if possible.'],
  startsOn: ['Ghi ngày bắt đầu.', 'Give the day it begins.'],
  forces: ['Ghi những lực lượng cùng tham gia.', 'Say who takes part.'],
  changed: ['Mô hình nhân rộng: nói đã đổi gì so với nơi đầu tiên.', 'A copy: say what is done otherwise here.'],
} as const satisfies Record<string, readonly [string, string]>
