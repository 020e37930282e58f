// A table as it is told to somebody: his sight decides which counts are withheld. The page, the files and the papers all begin here.
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { casesOf, countsOf, partsOf, type DeskCounts, type Part } from './table.store.ts'
import { noCounts, type Counts, type Dimension } from './figures.ts'
import { figuresToFix, type FixedFigures } from './fixed.ts'
import type { Period } from './period.ts'
import { leastCell, sourceOf } from './rules.ts'
import { isExact, type Table } from './scope.ts'
import { toldDesks, toldOf, toldParts, type Told } from './withheld.ts'

export interface ToldTable {
  /** Everything but denunciations. */
  open: Told
  /** Denunciations: small counts are withheld from everybody. */
  secret: Told
  meanDays: number | null
  medianDays: number | null
  desks: { id: Id<'body'>; name: string; told: Told }[]
  parts: { dimension: Dimension; value: string; name: string | null; count: number | null }[]
}

export interface At {
  db: ReadDb
  now: Date
  today: Day
}

const asked = ({ now, today }: At, { desks }: Table, { from, to }: Period) => ({
  ...{ desks: desks.map(({ id }) => id), from, to, now, today },
})

export async function tell(at: At, table: Table, period: Period): Promise<ToldTable> {
  const rows = await countsOf(at.db, asked(at, table, period))
  const least = isExact(table) ? 1 : leastCell.value
  const of = (deskId: Id<'body'> | null, secret: boolean) =>
    rows.find((row) => row.deskId === deskId && row.secret === secret) ?? empty
  const whole = of(null, false)
  const told = toldDesks(
    table.desks.map(({ id }) => of(id, false)),
    least,
  )
  const { meanDays, medianDays } = daysTold(whole, least)
  return {
    open: toldOf(whole, least),
    secret: toldOf(of(null, true), leastCell.value),
    ...{ meanDays, medianDays },
    desks: table.reach === 'all' ? table.desks.map(({ id, name }, i) => ({ id, name, told: told[i]! })) : [],
    parts: partsTold(await partsOf(at.db, asked(at, table, period)), least),
  }
}

const empty = { ...noCounts(), meanDays: null, medianDays: null }

/** A middle of a few is about a few. */
export function daysTold(
  { solved, meanDays, medianDays }: Pick<DeskCounts, 'solved' | 'meanDays' | 'medianDays'>,
  least: number,
) {
  const round = (days: number | null) => (days === null || solved < least ? null : Math.round(days * 10) / 10)
  return { meanDays: round(meanDays), medianDays: round(medianDays) }
}

function partsTold(parts: readonly Part[], least: number): ToldTable['parts'] {
  const channels = parts.filter(({ dimension }) => dimension === 'channel')
  const bySource = Map.groupBy(channels, ({ value }) => sourceOf(value as 'web'))
  const sources = [...bySource].map(([source, own]) => ({
    ...{ dimension: 'source' as const, value: source, name: null },
    count: own.reduce((sum, { count }) => sum + count, 0),
  }))
  const all: Part[] = [...parts, ...sources]
  return [...Map.groupBy(all, ({ dimension }) => dimension).values()].flatMap((own) => toldParts(own, least))
}

/** The counts of a desk case by case, as they are fixed. */
export async function countNow(at: At, table: Table, period: Period): Promise<FixedFigures> {
  const of = asked(at, table, period)
  const rows = await countsOf(at.db, of)
  const whole = rows.find(({ deskId, secret }) => deskId === null && !secret)
  const days = { meanDays: whole?.meanDays ?? null, medianDays: whole?.medianDays ?? null }
  return figuresToFix(await casesOf(at.db, of), days)
}

export type { Counts }
export { asked as askedOf }
