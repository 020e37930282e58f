// A table that was fixed, beside what the same records say now: which figures moved, and by which cases. Pure.
import type { Id } from '../../shared/id.ts'
import { addCounts, figureKeys, noCounts, type Counts, type FigureKey } from './figures.ts'
import type { CaseCounts } from './table.store.ts'

/** As it is kept. Of denunciations there are sums and no cases. */
export interface FixedFigures {
  open: Counts
  secret: Counts
  meanDays: number | null
  medianDays: number | null
  /** Of each figure the cases it counts, with how often: [id, times]. */
  cases: Partial<Record<FigureKey, [number, number][]>>
}

export interface Fixed {
  id: Id<'case_table_fixed'>
  bodyId: Id<'body'>
  period: string
  no: number
  reason: string
  fixedAt: Date
  fixedBy: string | null
  figures: FixedFigures
}

export function figuresToFix(
  cases: readonly CaseCounts[],
  days: { meanDays: number | null; medianDays: number | null },
): FixedFigures {
  const [open, secret] = [false, true].map((kind) => cases.filter((one) => one.secret === kind))
  const counted = figureKeys.map(
    (key) => [key, open!.flatMap((one) => (one[key] > 0 ? [pair(one, key)] : []))] as const,
  )
  return {
    open: sumOf(open!),
    secret: sumOf(secret!),
    ...days,
    cases: Object.fromEntries(counted.filter(([, pairs]) => pairs.length > 0)),
  }
}

const pair = (one: CaseCounts, key: FigureKey): [number, number] => [one.id, one[key]]
const sumOf = (cases: readonly CaseCounts[]) => (cases.length > 0 ? addCounts(cases) : noCounts())

export interface Difference {
  figure: FigureKey
  secret: boolean
  fixed: number
  now: number
  /** Cases it counts now and did not then, or more often; and the other way round. */
  more: number[]
  fewer: number[]
}

export function differencesOf(fixed: FixedFigures, now: FixedFigures): Difference[] {
  return figureKeys.flatMap((figure) => {
    const [then, today] = [fixed, now].map(({ cases }) => new Map(cases[figure] ?? [])) as [Counted, Counted]
    const more = [...today].filter(([id, times]) => times > (then.get(id) ?? 0)).map(([id]) => id)
    const fewer = [...then].filter(([id, times]) => times > (today.get(id) ?? 0)).map(([id]) => id)
    const open = more.length + fewer.length > 0 || fixed.open[figure] !== now.open[figure]
    const secret = fixed.secret[figure] !== now.secret[figure]
    return [
      ...(open ? [{ figure, secret: false, fixed: fixed.open[figure], now: now.open[figure], more, fewer }] : []),
      ...(secret
        ? [{ figure, secret: true, fixed: fixed.secret[figure], now: now.secret[figure], more: [], fewer: [] }]
        : []),
    ]
  })
}
type Counted = Map<number, number>
