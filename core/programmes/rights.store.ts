// SQL behind rights: the places of the bodies that receive forms of a programme.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

/**
 * Places where one of these bodies, or a body right above it, receives forms of the programme from other organisations. Who
 * receives its own bases sees their forms, and no board of everybody else.
 */
export async function receivingPlaces(
  db: ReadDb,
  at: { programmeId: Id<'programme'>; bodies: readonly Id<'body'>[]; day: Day },
): Promise<Id<'place'>[]> {
  if (at.bodies.length === 0) return []
  const found = await sql<{ id: Id<'place'> }>`
    select distinct b.place_id as id
    from programme_form pf join duty d on d.form_id = pf.form_id
    join body_version b on b.body_id = d.to_body_id
      and ${at.day}::date between coalesce(b.valid_from, '-infinity') and coalesce(b.valid_to, 'infinity')
    join body sender on sender.id = d.body_id join body receiver on receiver.id = d.to_body_id
      and receiver.organisation <> sender.organisation
    where pf.programme_id = ${at.programmeId}
      and (b.body_id = any(${at.bodies}::int[]) or b.parent_id = any(${at.bodies}::int[]))`.execute(db)
  return found.rows.map((row) => row.id)
}

/**
 * Whether what a unit says on a form is a programme's to read: its own body, or one right under it, asks the form; or the unit
 * lies at its place on the day. A commune that uses the district's form in its own programme reads its commune, nothing else.
 */
export const itsUnit = (of: {
  programme: RawBuilder<unknown>
  form: RawBuilder<unknown>
  place: RawBuilder<unknown>
  day: RawBuilder<unknown>
}) => sql`exists (
  with recursive up (id) as (
    select ${of.place} union
    select v.parent_id from up join place_version v on v.place_id = up.id and v.parent_id is not null
      and ${of.day} between coalesce(v.valid_from, '-infinity') and coalesce(v.valid_to, 'infinity'))
  select 1 from programme its join form asked on asked.id = ${of.form}
  where its.id = ${of.programme} and (asked.body_id = its.body_id or its.place_id in (select id from up)
    or exists (select 1 from body_version under where under.body_id = asked.body_id and under.parent_id = its.body_id)))`

/** `below (period, day, id)`: every place of a programme at the end of each of these periods. */
export const placesBelow = (at: {
  programmeId: Id<'programme'>
  periodIds: readonly Id<'period'>[]
}) => sql`below (period, day, id) as (
  select p.id, p.ends_on, its.place_id from period p, programme its
  where p.id = any(${at.periodIds}::int[]) and its.id = ${at.programmeId}
  union all
  select below.period, below.day, g.place_id from below join place_version g on g.parent_id = below.id
    and below.day between coalesce(g.valid_from, '-infinity') and coalesce(g.valid_to, 'infinity'))`

/** Whether what one unit says on a form is a programme’s to read, on a day. */
export async function readsUnit(
  db: ReadDb,
  of: { programmeId: Id<'programme'>; formId: Id<'form'>; placeId: Id<'place'>; day: Day },
): Promise<boolean> {
  const [programme, form] = [sql`${of.programmeId}::int`, sql`${of.formId}::int`]
  const found = await sql<{ its: boolean }>`
    select ${itsUnit({ programme, form, place: sql`${of.placeId}::int`, day: sql`${of.day}::date` })} as its`.execute(
    db,
  )
  return found.rows[0]!.its
}

export async function programmeOfTarget(db: ReadDb, target: Id<'target'>): Promise<Id<'programme'> | null> {
  const found = await db.selectFrom('target').select('programme_id').where('id', '=', target).executeTakeFirst()
  return found?.programme_id ?? null
}

/** The bodies whose programmes these bodies work on: the one right above where they do mass mobilisation, then themselves. */
export async function issuersFor(
  db: ReadDb,
  bodies: readonly Id<'body'>[],
): Promise<{ id: Id<'body'>; name: string; placeName: string }[]> {
  if (bodies.length === 0) return []
  const found = await sql<{ id: Id<'body'>; name: string; placeName: string }>`
    with above as (
      select v.parent_id as id from body_version v join body_function f on f.body_id = v.body_id
      where v.body_id = any(${bodies}::int[]) and f.function = 'massMobilisation' and v.parent_id is not null),
    mine as (select id from above union select unnest(${bodies}::int[])),
    named as (
      select distinct on (v.body_id) v.body_id as id, v.name, p.full_name as "placeName"
      from mine join body_version v on v.body_id = mine.id
      join place_version p on p.place_id = v.place_id
      order by v.body_id, v.valid_from desc nulls last, p.valid_from desc nulls last)
    select * from named order by id not in (select id from above), id`.execute(db)
  return found.rows
}

/** A body that receives forms of a programme, under the names of both. */
export interface Receiver {
  body: Id<'body'>
  bodyName: string
  programme: Id<'programme'>
  number: string | null
  title: string
}

/** Which of these bodies receive forms of which programmes; newest programme first. */
export async function receiversOf(
  db: ReadDb,
  of: { bodies: readonly Id<'body'>[]; programmeId?: Id<'programme'> },
): Promise<Receiver[]> {
  if (of.bodies.length === 0) return []
  const found = await sql<Receiver>`
    select distinct on (p.year, p.id, d.to_body_id) d.to_body_id as body, v.name as "bodyName", p.id as programme,
      p.number, p.title
    from programme p join programme_form pf on pf.programme_id = p.id join duty d on d.form_id = pf.form_id
    join body_version v on v.body_id = d.to_body_id
    where d.to_body_id = any(${of.bodies}::int[]) and p.stage <> 'draft'
      and (p.id = ${of.programmeId ?? null}::int or ${of.programmeId ?? null}::int is null)
    order by p.year desc, p.id desc, d.to_body_id, v.valid_from desc nulls last`.execute(db)
  return found.rows
}
