// The figures of the tables: their keys in order, what each counts, in the words of files and papers. Pure.
export const groups = ['in', 'sorting', 'results', 'limits', 'openNow', 'again', 'rating'] as const
export type Group = (typeof groups)[number]

export const figureKeys = [
  ...(['received', 'transferredIn', 'transferredOut', 'secondLevel', 'manyPeople'] as const),
  ...(['sorted', 'notEligible', 'accepted'] as const),
  ...(['solved', 'solvedOnTime', 'solvedLate', 'solvedNoLimit', 'withdrawn', 'terminated', 'notPublished'] as const),
  ...(['due', 'dueOnTime', 'dueLate', 'dueOpen', 'firstDue', 'firstOnTime', 'pausedDays'] as const),
  ...(['openInTime', 'openOverdue', 'openSuspended', 'openNoLimit'] as const),
  ...(['joined', 'recurring', 'reopened'] as const),
  ...(['answers', 'rated', 'stars1', 'stars2', 'stars3', 'stars4', 'stars5'] as const),
] as const
export type FigureKey = (typeof figureKeys)[number]

/** Days between receipt and answer, over the cases solved; never added up, counted anew for every whole. */
export const dayKeys = ['meanDays', 'medianDays'] as const
export type DayKey = (typeof dayKeys)[number]

export const isFigureKey = (text: string): text is FigureKey => (figureKeys as readonly string[]).includes(text)

const keysOf: Record<Group, readonly FigureKey[]> = {
  in: ['received', 'transferredIn', 'transferredOut', 'secondLevel', 'manyPeople'],
  sorting: ['sorted', 'notEligible', 'accepted'],
  results: ['solved', 'solvedOnTime', 'solvedLate', 'solvedNoLimit', 'withdrawn', 'terminated', 'notPublished'],
  limits: ['due', 'dueOnTime', 'dueLate', 'dueOpen', 'firstDue', 'firstOnTime', 'pausedDays'],
  openNow: ['openInTime', 'openOverdue', 'openSuspended', 'openNoLimit'],
  again: ['joined', 'recurring', 'reopened'],
  rating: ['answers', 'rated', 'stars1', 'stars2', 'stars3', 'stars4', 'stars5'],
}
export const figuresIn = (group: Group): readonly FigureKey[] => keysOf[group]

/** Parts that make a whole: who sees the whole and all parts but one has that one too. */
export const wholes: readonly { whole: FigureKey; parts: readonly FigureKey[] }[] = [
  { whole: 'solved', parts: ['solvedOnTime', 'solvedLate', 'solvedNoLimit'] },
  { whole: 'due', parts: ['dueOnTime', 'dueLate', 'dueOpen'] },
  { whole: 'rated', parts: ['stars1', 'stars2', 'stars3', 'stars4', 'stars5'] },
]

/** A rate is two figures of the table, and is told with both. */
export const rates = {
  onTime: { of: 'dueOnTime', to: 'due' },
  onTimeFirst: { of: 'firstOnTime', to: 'firstDue' },
  response: { of: 'rated', to: 'answers' },
} as const satisfies Record<string, { of: FigureKey; to: FigureKey }>
export type RateKey = keyof typeof rates

export const dimensions = ['kind', 'channel', 'source', 'topic', 'area', 'reason'] as const
export type Dimension = (typeof dimensions)[number]

export type Counts = Record<FigureKey, number>
export const noCounts = (): Counts => Object.fromEntries(figureKeys.map((key) => [key, 0])) as Counts

export function addCounts(all: readonly Counts[]): Counts {
  const sum = noCounts()
  for (const one of all) for (const key of figureKeys) sum[key] += one[key]
  return sum
}
