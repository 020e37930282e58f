// Figures of the citizens' desks in a report: sums of tables the desks have fixed for the same days, each known by its table.
import { desksUnder, fixedSums, type FixedSums } from '../cases/case.read.ts'
import { isFigureKey, rates, type FigureKey, type RateKey } from '../cases/tables/figures.ts'
import { periodBetween } from '../cases/tables/period.ts'
import { leastCell } from '../cases/tables/rules.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { reckon, type Figure, type Input } from './figure.ts'

/** What the desks at and below a place answered for. */
export interface CaseTables {
  /** Key of the period in the tables; null: longer than any table. */
  period: string | null
  from: Day
  to: Day
  place: { id: number; code: string | null; name: string }
  desks: number
  tables: FixedSums[]
}

export async function caseTablesOf(
  db: ReadDb,
  of: { place: CaseTables['place']; from: Day; to: Day },
): Promise<CaseTables> {
  const period = periodBetween(of.from, of.to)
  const { place, from, to } = of
  if (period === null) return { period: null, place, from, to, desks: 0, tables: [] }
  const desks = await desksUnder(db, { bodies: [], places: [place.id as Id<'place'>], day: of.to })
  const tables = await fixedSums(db, { bodies: desks.map(({ id }) => id), period: period.key })
  return { period: period.key, place, from, to, desks: desks.length, tables }
}

export type CaseFigure = Figure | 'notFixed' | 'withheld'

/** null: no figure of the tables is called so. Until every desk has fixed its table there is no figure of the place. */
export function caseFigure(of: CaseTables, key: string): CaseFigure | null {
  const rate = Object.hasOwn(rates, key) ? rates[key as RateKey] : null
  if (rate === null && !isFigureKey(key)) return null
  if (of.tables.length === 0 || of.tables.length < of.desks) return 'notFixed'
  const inputs = rate
    ? [inputOf(of, rate.of, 'numerator'), inputOf(of, rate.to, 'denominator')]
    : [inputOf(of, key as FigureKey, 'numerator')]
  // Outside the desks small counts are not told, nor a rate by which they could be had.
  if (inputs.some(({ value }) => value > 0 && value < leastCell.value)) return 'withheld'
  const figure = {
    ...{ id: `dt.${key}.p${of.place.id}.k${of.period}`, unit: rate ? ('%' as const) : ('count' as const) },
    ...{ comparator: null, threshold: null, inputs },
  }
  return { ...figure, ...reckon(figure) }
}

/** One sum over all tables: what a single desk counted would be told by a line a desk. */
function inputOf({ place, tables }: CaseTables, count: FigureKey, role: Input['role']): Input {
  return {
    ...{ entry: 0, version: 0, cell: 0, place, body: { id: 0, name: place.name }, count, definitionVersion: 1, role },
    value: tables.reduce((sum, { open }) => sum + open[count], 0),
    tables: tables.map(({ id, bodyId, no }) => ({ id, body: bodyId, no })),
    ...{ reportedBy: null, reportedAt: null, acceptedBy: null, acceptedAt: null },
  }
}

/** The same sum again from the tables as they are kept; undefined: one of them is gone. */
export async function recountedCases(
  db: ReadDb,
  inputs: readonly Input[],
): Promise<(input: Input) => number | undefined> {
  const ids = [...new Set(inputs.flatMap(({ tables = [] }) => tables.map(({ id }) => id)))]
  const kept = new Map((ids.length > 0 ? await fixedSums(db, { ids }) : []).map((one) => [one.id as number, one.open]))
  return ({ tables = [], count }) =>
    tables.every(({ id }) => kept.has(id))
      ? tables.reduce((sum, { id }) => sum + kept.get(id)![count as FigureKey], 0)
      : undefined
}
