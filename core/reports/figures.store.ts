// SQL behind a report's figures: who owed what and what was pinned of it, which child a place lies under, values again.
import { sql } from 'kysely'
import { inForceAt } from '../places/place.read.ts'
import { placesBelow } from '../programmes/programme.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

export interface DutyLine {
  formId: Id<'form'>
  formKey: string
  bodyId: Id<'body'>
  bodyName: string
  organisation: string
  placeId: Id<'place'>
  placeName: string
  placeCode: string | null
  dueOn: Day
  /** null: nothing of it counts in this report. */
  entry: Id<'entry'> | null
  version: Id<'entry_version'> | null
  nature: 'actual' | 'estimate' | null
  firstSentAt: Date | null
  reportedBy: string | null
  reportedAt: Date | null
  acceptedBy: string | null
  acceptedAt: Date | null
}

interface DutiesAt {
  programmeId: Id<'programme'>
  placeId: Id<'place'>
  periods: readonly Id<'period'>[]
  /** null: what counts now. */
  consolidationId: Id<'consolidation'> | null
}

/** Every form due at and under a place for some periods, with the version of it that counts. */
export async function dutiesWithPins(db: ReadDb, at: DutiesAt): Promise<DutyLine[]> {
  const day = sql`p.ends_on`
  const inForce = (alias: string) =>
    sql`${day} between coalesce(${sql.ref(`${alias}.valid_from`)}, '-infinity') and coalesce(${sql.ref(`${alias}.valid_to`)}, 'infinity')`
  const found = await sql<DutyLine>`
    with recursive below (period, day, id) as (
      select p.id, p.ends_on, ${at.placeId}::int from period p where p.id = any(${at.periods}::int[])
      union all
      select below.period, below.day, g.place_id from below join place_version g on g.parent_id = below.id
        and below.day between coalesce(g.valid_from, '-infinity') and coalesce(g.valid_to, 'infinity'))
    select d.form_id as "formId", f.key as "formKey", d.body_id as "bodyId", b.name as "bodyName", body.organisation,
           b.place_id as "placeId", v.full_name as "placeName", v.code as "placeCode", p.due_on as "dueOn",
           case when w.id is null then null else e.id end as entry, w.id as version, w.nature, first.at as "firstSentAt",
           r.name as "reportedBy", w.submitted_at as "reportedAt", a.name as "acceptedBy", w.accepted_at as "acceptedAt"
    from programme_form pf join form f on f.id = pf.form_id join duty d on d.form_id = f.id
    join period p on p.id = any(${at.periods}::int[]) and p.calendar_id = f.calendar_id and ${inForce('d')}
    join body on body.id = d.body_id join body_version b on b.body_id = d.body_id and ${inForce('b')}
    join below on below.period = p.id and below.id = b.place_id
    join place_version v on v.place_id = b.place_id and ${inForce('v')}
    left join entry e on e.duty_id = d.id and e.period_id = p.id
    left join consolidation_pin pin on pin.entry_id = e.id and pin.consolidation_id = ${at.consolidationId}::int
    left join entry_version w
      on w.id = case when ${at.consolidationId}::int is null then e.counted_id else pin.version_id end
    left join person r on r.id = w.submitted_by left join person a on a.id = w.accepted_by
    left join lateral (select min(submitted_at) as at from entry_version where entry_id = e.id) first on true
    where pf.programme_id = ${at.programmeId}
    order by v.level desc, v.code nulls last, f.key, b.name`.execute(db)
  return found.rows
}

/** Of every place under some places on a day: which of them it lies under. */
export async function childOfPlaces(
  db: ReadDb,
  children: readonly Id<'place'>[],
  day: Day,
): Promise<Map<Id<'place'>, Id<'place'>>> {
  const found = await sql<{ id: Id<'place'>; child: Id<'place'> }>`
    with recursive below (id, child) as (
      select id, id from unnest(${children as Id<'place'>[]}::int[]) as start (id)
      union all
      select v.place_id, below.child from below join place_version v on v.parent_id = below.id and ${inForceAt('v', day)})
    select id, child from below`.execute(db)
  return new Map(found.rows.map(({ id, child }) => [id, child]))
}

export interface StoredInput {
  version: number
  entry: number
  cell: number
  count: string
  value: number
}

/** The values as they stand in the database, for checking a document against them. */
export async function valuesOfVersions(db: ReadDb, versions: readonly number[]): Promise<StoredInput[]> {
  const found = await sql<StoredInput>`
    select x.version_id as version, w.entry_id as entry, x.cell_id as cell, c.key as count, x.value
    from entry_value x join entry_version w on w.id = x.version_id
    join cell on cell.id = x.cell_id join count_kind c on c.id = cell.count_id
    where x.version_id = any(${versions as number[]}::int[])`.execute(db)
  return found.rows
}

/** Sent entries that count now but are not among the pinned ones. */
export async function countedSince(
  db: ReadDb,
  at: { consolidationId: Id<'consolidation'>; programmeId: Id<'programme'>; periods: readonly Id<'period'>[] },
): Promise<{ entryId: Id<'entry'>; bodyName: string; formKey: string }[]> {
  const found = await sql<{ entryId: Id<'entry'>; bodyName: string; formKey: string }>`
    with recursive ${placesBelow({ programmeId: at.programmeId, periodIds: at.periods })}
    select e.id as "entryId", b.name as "bodyName", f.key as "formKey"
    from programme_form pf join form f on f.id = pf.form_id
    join entry e on e.form_id = f.id and e.counted_id is not null
    join below on below.period = e.period_id and below.id = e.place_id
    join body_version b on b.body_id = e.body_id
      and below.day between coalesce(b.valid_from, '-infinity') and coalesce(b.valid_to, 'infinity')
    where pf.programme_id = ${at.programmeId} and not exists (
      select 1 from consolidation_pin pin where pin.consolidation_id = ${at.consolidationId} and pin.entry_id = e.id)
    order by b.name, f.key`.execute(db)
  return found.rows
}
