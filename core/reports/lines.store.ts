// SQL behind the values a report rests on: the numbers by themselves, then once an entry whose they are.
import { sql } from 'kysely'
import { subtree } from '../places/place.read.ts'
import type { CountedCell } from '../programmes/programme.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

/** What is said of all values of one version of an entry. */
interface Sent {
  entry: Id<'entry'>
  version: Id<'entry_version'>
  nature: 'actual' | 'estimate'
  period: string
  place: { id: Id<'place'>; code: string | null; name: string }
  body: { id: Id<'body'>; name: string }
  reportedBy: string | null
  reportedAt: Date | null
  acceptedBy: string | null
  acceptedAt: Date | null
}

export interface Line extends Sent {
  cellId: Id<'cell'>
  count: string
  definitionVersion: number
  value: number
}

export interface Value {
  version: Id<'entry_version'>
  cellId: Id<'cell'>
  value: number
}

/** The values of some cells that count now under a place. */
export async function valuesUnder(
  db: ReadDb,
  at: { placeId: Id<'place'>; day: Day; periods: readonly Id<'period'>[]; cells: readonly Id<'cell'>[] },
): Promise<Value[]> {
  const found = await sql<Value>`
    select x.version_id as version, x.cell_id as "cellId", x.value
    from ${subtree([at.placeId], at.day)} join entry_value x on x.place_id = under.id and x.counted
      and x.period_id = any(${at.periods}::int[]) and x.cell_id = any(${at.cells}::int[])
    order by x.version_id, x.cell_id`.execute(db)
  return found.rows
}

/**
 * The values of some cells in pinned versions: what an issued report rests on, whatever came later. `flow` of every
 * pinned period, `state` of the last ones.
 */
export async function valuesPinned(
  db: ReadDb,
  at: {
    consolidationId: Id<'consolidation'>
    flow: readonly Id<'cell'>[]
    state: readonly Id<'cell'>[]
    lasts: readonly Id<'period'>[]
  },
): Promise<Value[]> {
  // Without flow the versions of earlier periods need not be opened: eleven of a year's twelve.
  const needed = at.flow.length > 0 ? sql`true` : sql`e.period_id = any(${at.lasts}::int[])`
  const found = await sql<Value>`
    select x.version_id as version, x.cell_id as "cellId", x.value
    from consolidation_pin pin join entry e on e.id = pin.entry_id and ${needed}
    join entry_value x on x.version_id = pin.version_id and (x.cell_id = any(${at.flow}::int[])
      or (x.cell_id = any(${at.state}::int[]) and x.period_id = any(${at.lasts}::int[])))
    where pin.consolidation_id = ${at.consolidationId}
    order by x.version_id, x.cell_id`.execute(db)
  return found.rows
}

/** Whose these values are, in official order. Read once an entry: a province's year has seven values in each. */
export async function linesOf(db: ReadDb, values: readonly Value[], cells: readonly CountedCell[]): Promise<Line[]> {
  const valuesOf = Map.groupBy(values, ({ version }) => version)
  const cellOf = new Map(cells.map(({ id, count, definitionVersion }) => [id, { count, definitionVersion }]))
  const sent = await sentOf(db, [...valuesOf.keys()])
  return sent.flatMap((one) =>
    valuesOf.get(one.version)!.map(({ cellId, value }) => ({ ...one, cellId, ...cellOf.get(cellId)!, value })),
  )
}

async function sentOf(db: ReadDb, versions: readonly Id<'entry_version'>[]): Promise<Sent[]> {
  if (versions.length === 0) return []
  const found = await sql<Sent>`
    select e.id as entry, w.id as version, w.nature, p.key as period,
           jsonb_build_object('id', v.place_id, 'code', v.code, 'name', v.full_name) as place,
           jsonb_build_object('id', b.body_id, 'name', b.name) as body, r.name as "reportedBy",
           w.submitted_at as "reportedAt", a.name as "acceptedBy", w.accepted_at as "acceptedAt"
    from entry_version w join entry e on e.id = w.entry_id join period p on p.id = e.period_id
    join place_version v on v.place_id = e.place_id
      and p.ends_on between coalesce(v.valid_from, '-infinity') and coalesce(v.valid_to, 'infinity')
    join body_version b on b.body_id = e.body_id
      and p.ends_on between coalesce(b.valid_from, '-infinity') and coalesce(b.valid_to, 'infinity')
    left join person r on r.id = w.submitted_by left join person a on a.id = w.accepted_by
    where w.id = any(${versions}::int[])
    order by v.level desc, v.code nulls last, b.name, e.id`.execute(db)
  return found.rows
}
