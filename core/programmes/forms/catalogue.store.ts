// SQL about what is counted, the indicators made of it, sectors, and the calendars of reporting.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { TermRole } from '../targets/scope.ts'

export interface Count {
  id: Id<'count_kind'>
  key: string
  name: string
  unit: 'person' | 'membership' | 'household' | 'organisation' | 'model' | 'meeting'
  overPlaces: 'sum' | 'none'
  overTime: 'last' | 'sum' | 'none'
  definition: string
  definitionVersion: number
  confidence: 'read' | 'secondHand' | 'assumed'
  source?: CountSource | null
}

/** What a count is drawn from, instead of being typed. */
export type CountSource =
  | { source: 'assessment'; what: 'agency' | 'government' | 'democracy'; part: 'due' | 'graded' | 'passed' | 'best' }
  | {
      source: 'models'
      what: 'guide' | 'owner'
      part: 'registered' | 'recognised' | 'effective' | 'fresh' | 'maintained' | 'replicated' | 'ended'
    }

const counts = sql`
  select id, key, name, unit, over_places as "overPlaces", over_time as "overTime", definition,
         definition_version as "definitionVersion", confidence,
         (select jsonb_build_object('source', s.source, 'what', s.what, 'part', s.part) from count_source s
           where s.count_key = key) as source
  from count_kind`

export async function listCounts(db: ReadDb): Promise<(Count & { source: CountSource | null })[]> {
  return (await sql<Count & { source: CountSource | null }>`${counts} order by position, id`.execute(db)).rows
}

export async function insertCount(
  tx: Transaction<Tables>,
  count: Omit<Count, 'id' | 'definitionVersion' | 'source'>,
): Promise<Id<'count_kind'> | null> {
  const made = await tx
    .insertInto('count_kind')
    .values((eb) => ({
      key: count.key,
      name: count.name,
      unit: count.unit,
      over_places: count.overPlaces,
      over_time: count.overTime,
      definition: count.definition,
      confidence: count.confidence,
      position: eb.selectFrom('count_kind').select(eb.fn.countAll<number>().as('n')),
    }))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made?.id ?? null
}

export async function insertSource(tx: Transaction<Tables>, key: string, of: CountSource): Promise<void> {
  await sql`insert into count_source (count_key, source, what, part) values (${key}, ${of.source}, ${of.what}, ${of.part})
    on conflict (count_key) do nothing`.execute(tx)
}

export interface IndicatorLine {
  key: string
  name: string
  versionId: Id<'indicator_version'>
  versionNo: number
  unit: '%' | 'count'
  wording: string
  basis: string | null
  confidence: 'read' | 'secondHand' | 'assumed'
  terms: { role: TermRole; count: string; organisation: string | null; name: string; unit: string }[]
}

/** Every indicator in its newest version. */
export async function listIndicators(db: ReadDb): Promise<IndicatorLine[]> {
  const found = await sql<IndicatorLine>`
    select distinct on (i.id) i.key, i.name, v.id as "versionId", v.no as "versionNo", v.unit, v.wording, v.basis,
      v.confidence, coalesce((
        select jsonb_agg(jsonb_build_object('role', t.role, 'count', c.key, 'organisation', t.organisation, 'name', c.name, 'unit', c.unit)
                         order by t.role, c.position)
        from indicator_term t join count_kind c on c.id = t.count_id where t.indicator_version_id = v.id), '[]') as terms
    from indicator i join indicator_version v on v.indicator_id = i.id order by i.id, v.no desc`.execute(db)
  return found.rows
}

export interface NewIndicator {
  key: string
  name: string
  unit: '%' | 'count'
  wording: string
  basis: string | null
  confidence: 'read' | 'secondHand' | 'assumed'
  validFrom: Day | null
  terms: { role: TermRole; countId: Id<'count_kind'>; organisation: string | null }[]
}

/** A new indicator, or the next version of one; figures already issued keep theirs. */
export async function addIndicatorVersion(
  tx: Transaction<Tables>,
  made: NewIndicator,
): Promise<Id<'indicator_version'>> {
  const indicator = await tx
    .insertInto('indicator')
    .values({ key: made.key, name: made.name })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ name: made.name }))
    .returning('id')
    .executeTakeFirstOrThrow()
  const version = await sql<{ id: Id<'indicator_version'> }>`
    insert into indicator_version (indicator_id, no, valid_from, unit, wording, basis, confidence)
    select ${indicator.id}, coalesce(max(no), 0) + 1, ${made.validFrom}, ${made.unit}, ${made.wording}, ${made.basis},
           ${made.confidence}
    from indicator_version where indicator_id = ${indicator.id} returning id`.execute(tx)
  const id = version.rows[0]!.id
  const terms = made.terms.map((term) => ({
    indicator_version_id: id,
    role: term.role,
    count_id: term.countId,
    organisation: term.organisation,
  }))
  await tx.insertInto('indicator_term').values(terms).execute()
  return id
}

export interface Calendar {
  id: Id<'reporting_calendar'>
  key: string
  name: string
  entryKind: 'year' | 'half' | 'quarter' | 'month'
  basis: string | null
  confidence: 'read' | 'secondHand' | 'assumed'
}

export async function listCalendars(db: ReadDb): Promise<Calendar[]> {
  const found = await sql<Calendar>`
    select id, key, name, entry_kind as "entryKind", basis, confidence from reporting_calendar order by id`.execute(db)
  return found.rows
}

export async function insertCalendar(
  tx: Transaction<Tables>,
  calendar: Omit<Calendar, 'id'>,
): Promise<Id<'reporting_calendar'> | null> {
  const { entryKind, ...rest } = calendar
  const made = await tx
    .insertInto('reporting_calendar')
    .values({ ...rest, entry_kind: entryKind })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return made?.id ?? null
}

export interface NewPeriod {
  key: string
  kind: Calendar['entryKind']
  name: string
  startsOn: Day
  endsOn: Day
  cutOffOn: Day
  dueOn: Day
}

/** The kind of period in which forms of the calendar are filled; undefined when there is no such calendar. */
export async function entryKindOf(db: ReadDb, id: Id<'reporting_calendar'>): Promise<string | undefined> {
  const found = await sql<{ kind: string }>`
    select entry_kind as kind from reporting_calendar where id = ${id}`.execute(db)
  return found.rows[0]?.kind
}

/** Adds periods that are not there yet; returns how many. */
export async function insertPeriods(
  tx: Transaction<Tables>,
  calendarId: Id<'reporting_calendar'>,
  periods: readonly NewPeriod[],
): Promise<number> {
  const rows = periods.map((period) => ({
    calendar_id: calendarId,
    key: period.key,
    kind: period.kind,
    name: period.name,
    starts_on: period.startsOn,
    ends_on: period.endsOn,
    cut_off_on: period.cutOffOn,
    due_on: period.dueOn,
  }))
  const made = await tx
    .insertInto('period')
    .values(rows)
    .onConflict((conflict) => conflict.columns(['calendar_id', 'key']).doNothing())
    .returning('id')
    .execute()
  return made.length
}

/** Closes a period for the forms of a body, or opens it again. */
export async function setClosed(
  tx: Transaction<Tables>,
  { periodId, bodyId, at }: { periodId: Id<'period'>; bodyId: Id<'body'>; at: Date | null },
): Promise<void> {
  const here = { period_id: periodId, body_id: bodyId }
  await tx.deleteFrom('period_closing').where('period_id', '=', periodId).where('body_id', '=', bodyId).execute()
  if (at)
    await tx
      .insertInto('period_closing')
      .values({ ...here, closed_at: at })
      .execute()
}

export async function isClosed(
  db: ReadDb,
  { periodId, bodyId }: { periodId: Id<'period'>; bodyId: Id<'body'> },
): Promise<boolean> {
  const closing = db.selectFrom('period_closing').select('period_id')
  const found = await closing.where('period_id', '=', periodId).where('body_id', '=', bodyId).executeTakeFirst()
  return found !== undefined
}

export async function listSectors(db: ReadDb): Promise<{ key: string; name: string }[]> {
  return db.selectFrom('sector').select(['key', 'name']).orderBy('position').execute()
}

/** Adds sectors that are not there yet; returns how many. */
export async function insertSectors(
  tx: Transaction<Tables>,
  sectors: readonly { key: string; name: string }[],
): Promise<number> {
  const there = (await listSectors(tx)).length
  const made = await tx
    .insertInto('sector')
    .values(sectors.map((sector, i) => ({ ...sector, position: there + i })))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .execute()
  return made.length
}
