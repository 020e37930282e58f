// SQL of the boards: current sums and standings of a place and its children, at the tree of the period's last day.
import { sql } from 'kysely'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { PlaceRef } from './board.ts'
import type { Period } from '../forms/form.store.ts'

export interface ChildPlace extends PlaceRef {
  /** Others lie below it: its sums are kept; otherwise its own values are added up. */
  above: boolean
}

const inForce = (alias: string, day: Day) =>
  sql`${day}::date between coalesce(${sql.ref(`${alias}.valid_from`)}, '-infinity') and coalesce(${sql.ref(`${alias}.valid_to`)}, 'infinity')`

export async function placeRef(db: ReadDb, id: Id<'place'>, day: Day): Promise<ChildPlace | null> {
  const found = await sql<ChildPlace>`
    select v.place_id as id, v.code, v.full_name as name, exists (
      select 1 from place_version g where g.parent_id = v.place_id and ${inForce('g', day)}) as above
    from place_version v where v.place_id = ${id} and ${inForce('v', day)}`.execute(db)
  return found.rows[0] ?? null
}

/** The places directly below, in official order: by code. */
export async function childPlaces(db: ReadDb, id: Id<'place'>, day: Day): Promise<ChildPlace[]> {
  const found = await sql<ChildPlace>`
    select v.place_id as id, v.code, v.full_name as name, exists (
      select 1 from place_version g where g.parent_id = v.place_id and ${inForce('g', day)}) as above
    from place_version v where v.parent_id = ${id} and ${inForce('v', day)} order by v.code nulls last, v.place_id`.execute(
    db,
  )
  return found.rows
}

/** The period's parts in which forms are filled, and the one whose state stands for the whole. */
export interface Span {
  periodIds: Id<'period'>[]
  lastId: Id<'period'>
  day: Day
}

/** The entry periods inside a period; the last of those that have begun stands for states at its end. */
export async function spanOf(db: ReadDb, period: Period, today: Day): Promise<Span> {
  const found = await sql<{ id: Id<'period'>; startsOn: Day; endsOn: Day }>`
    select p.id, p.starts_on as "startsOn", p.ends_on as "endsOn"
    from period p join reporting_calendar c on c.id = p.calendar_id and c.entry_kind = p.kind
    where p.calendar_id = ${period.calendarId} and p.starts_on >= ${period.startsOn} and p.ends_on <= ${period.endsOn}
    order by p.ends_on`.execute(db)
  const begun = found.rows.filter((row) => row.startsOn <= today)
  const rows = begun.length > 0 ? begun : found.rows.slice(0, 1)
  const last = rows.at(-1)
  if (!last) return { periodIds: [period.id], lastId: period.id, day: period.endsOn }
  return { periodIds: rows.map((row) => row.id), lastId: last.id, day: last.endsOn }
}

/** Sums of places, by cell. */
export type SumsByPlace = Map<Id<'place'>, Map<Id<'cell'>, number>>

interface SumsOf {
  places: readonly ChildPlace[]
  span: Span
  /** Added over the parts of the period; the others are taken at its last part. */
  flowCells: readonly Id<'cell'>[]
  stateCells: readonly Id<'cell'>[]
}

/** The counted sums of several places: kept sums where places lie below, values where bodies report. */
export async function sumsOf(db: ReadDb, { places, span, flowCells, stateCells }: SumsOf): Promise<SumsByPlace> {
  const kept = places.filter((place) => place.above).map((place) => place.id)
  const leaves = places.filter((place) => !place.above).map((place) => place.id)
  const from = [
    ...(kept.length ? [partial('rollup_cached', kept)] : []),
    ...(leaves.length ? [partial('entry_value', leaves)] : []),
  ]
  if (from.length === 0) return new Map()
  // Two lists a place: thousands of small rows cost more to send and read than to add up here.
  const found = await sql<{ placeId: Id<'place'>; cells: string; values: string }>`
    select place_id as "placeId", array_agg(cell_id)::text as cells, array_agg(value)::text as values
    from (${sql.join(from, sql` union all `)}) as parts group by place_id`.execute(db)
  return new Map(found.rows.map(({ placeId, cells, values }) => [placeId, added(numbersIn(cells), numbersIn(values))]))

  function partial(table: 'rollup_cached' | 'entry_value', ids: Id<'place'>[]) {
    const counted = table === 'entry_value' ? sql`and counted` : sql``
    const of = (periods: readonly number[], cells: readonly number[]) => sql`
      from ${sql.table(table)} where period_id = any(${periods}::int[]) and place_id = any(${ids}::int[])
        and cell_id = any(${cells}::int[]) ${counted}`
    const state = sql`select place_id, cell_id, value ${of([span.lastId], stateCells)}`
    if (flowCells.length === 0) return state
    const flow = sql`select place_id, cell_id, sum(value) ${of(span.periodIds, flowCells)} group by place_id, cell_id`
    return sql`${state} union all ${flow}`
  }
}

/** Several bodies of one place may report the same cell. */
function added(cells: readonly number[], values: readonly number[]): Map<Id<'cell'>, number> {
  const sums = new Map<Id<'cell'>, number>()
  for (const [i, cell] of cells.entries())
    sums.set(cell as Id<'cell'>, (sums.get(cell as Id<'cell'>) ?? 0) + values[i]!)
  return sums
}

/** PostgreSQL's text of an array of numbers, as {1,2,3}. */
function numbersIn(text: string): number[] {
  return text.slice(1, -1).split(',').map(Number)
}

export interface StandingLine {
  placeId: Id<'place'>
  formId: Id<'form'>
  expected: number
  submitted: number
  accepted: number
  /** Of them, those whose counted version is an estimate. */
  estimated: number
}

type Line = [Id<'place'>, Id<'form'>, number, number, number, number]

/** Duties of a programme's forms due, sent and accepted at and under places, as kept; as one row of JSON. */
export async function keptStandings(
  db: ReadDb,
  { places, programmeId, span }: { places: readonly Id<'place'>[]; programmeId: Id<'programme'>; span: Span },
): Promise<StandingLine[]> {
  const found = await sql<{ lines: Line[] }>`
    select coalesce(json_agg(json_build_array(place_id, form_id, expected, submitted, accepted, estimated)), '[]') as lines from (
      select place_id, form_id, sum(expected)::int as expected, sum(submitted)::int as submitted,
             sum(accepted)::int as accepted, sum(estimated)::int as estimated
      from standing_cached where period_id = any(${span.periodIds}::int[]) and place_id = any(${places}::int[])
        and form_id = any(array(select form_id from programme_form where programme_id = ${programmeId}))
      group by place_id, form_id) as sums`.execute(db)
  const named = ([placeId, formId, expected, submitted, accepted, estimated]: Line) => {
    return { placeId, formId, expected, submitted, accepted, estimated }
  }
  return found.rows[0]!.lines.map(named)
}

/** Forms of a programme that count as estimates at or under a place, as kept. */
export async function estimatedForms(
  db: ReadDb,
  of: { placeId: Id<'place'>; programmeId: Id<'programme'>; periodIds: readonly Id<'period'>[] },
): Promise<{ periodId: Id<'period'>; formId: Id<'form'>; estimated: number }[]> {
  const found = await sql<{ periodId: Id<'period'>; formId: Id<'form'>; estimated: number }>`
    select period_id as "periodId", form_id as "formId", estimated from standing_cached
    where period_id = any(${of.periodIds}::int[]) and place_id = ${of.placeId} and estimated > 0
      and form_id = any(array(select form_id from programme_form where programme_id = ${of.programmeId}))`.execute(db)
  return found.rows
}

export interface BodyStanding extends StandingLine {
  bodyId: Id<'body'>
  bodyName: string
  organisation: string
}

/** The same, one by one, for the bodies that report at a place itself. */
export async function bodyStandings(
  db: ReadDb,
  { placeId, forms, span }: { placeId: Id<'place'>; forms: readonly Id<'form'>[]; span: Span },
): Promise<BodyStanding[]> {
  const { day } = span
  const found = await sql<BodyStanding>`
    select b.place_id as "placeId", d.form_id as "formId", d.body_id as "bodyId", b.name as "bodyName",
           body.organisation, count(*)::int as expected,
           (count(*) filter (where e.stage in ('submitted', 'accepted') or e.counted_id is not null))::int as submitted,
           (count(*) filter (where e.stage = 'accepted'))::int as accepted,
           (count(*) filter (where w.nature = 'estimate'))::int as estimated
    from body_version b join duty d on d.body_id = b.body_id and d.form_id = any(${forms}::int[]) and ${inForce('d', day)}
    join body on body.id = d.body_id
    cross join unnest(${span.periodIds}::int[]) as part (id)
    left join entry e on e.duty_id = d.id and e.period_id = part.id
    left join entry_version w on w.id = e.counted_id
    where b.place_id = ${placeId} and ${inForce('b', day)}
    group by b.place_id, d.form_id, d.body_id, b.name, body.organisation order by b.name, d.body_id`.execute(db)
  return found.rows
}

/** Sums of single bodies at one place, for the children of a commune. */
export async function bodySums(
  db: ReadDb,
  at: { placeId: Id<'place'>; span: Span; flowCells: readonly Id<'cell'>[] },
): Promise<{ bodyId: Id<'body'>; cellId: Id<'cell'>; value: number }[]> {
  const found = await sql<{ bodyId: Id<'body'>; cellId: Id<'cell'>; value: number }>`
    select e.body_id as "bodyId", v.cell_id as "cellId", sum(v.value)::bigint as value
    from entry e join entry_value v on v.version_id = e.counted_id and v.counted
    where e.place_id = ${at.placeId} and e.period_id = any(${at.span.periodIds}::int[])
      and (e.period_id = ${at.span.lastId} or v.cell_id = any(${at.flowCells}::int[]))
    group by e.body_id, v.cell_id`.execute(db)
  return found.rows
}

/** Memberships and persons of the places where the overlap was counted, under a place. */
export async function overlapUnder(
  db: ReadDb,
  { placeId, span }: { placeId: Id<'place'>; span: Span },
): Promise<{ memberships: number; persons: number; reviewed: number; places: number }> {
  const { day } = span
  const found = await sql<{ memberships: number; persons: number; reviewed: number; places: number }>`
    with recursive below (id) as (
      select ${placeId}::int
      union all
      select v.place_id from below join place_version v on v.parent_id = below.id and ${inForce('v', day)}),
    sums as (
      select v.place_id, sum(v.value) filter (where c.key like 'personsIn%') as persons,
             sum(v.value) filter (where c.key = 'members') as memberships
      from below join entry_value v on v.place_id = below.id and v.counted and v.period_id = ${span.lastId}
      join cell on cell.id = v.cell_id join count_kind c on c.id = cell.count_id
      where c.key = 'members' or c.key like 'personsIn%' group by v.place_id)
    select coalesce(sum(memberships) filter (where persons is not null), 0)::bigint as memberships,
           coalesce(sum(persons), 0)::bigint as persons, count(persons)::int as reviewed,
           (select count(*) from below where not exists (
             select 1 from place_version g where g.parent_id = below.id and ${inForce('g', day)}))::int as places
    from sums`.execute(db)
  return found.rows[0]!
}
