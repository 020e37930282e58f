// SQL of assessments: those a person may see, one with its sheets, the bodies that may be taken in, what everybody reads.
import { sql, type RawBuilder } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { UnitKind } from '../criteria/criteria.ts'
import { isSignedInFor } from '../people/role.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { searchKey } from '../shared/text.ts'
import type { Tx } from './scoresheet.store.ts'
import { unsent, type Assessment, type Purpose, type Stage } from './scoresheet.ts'

const any = (ids: readonly number[]) => sql`any(${ids as number[]}::int[])`
const inForce = (alias: string, day: Day | RawBuilder<unknown>) =>
  sql`${day}::date between coalesce(${sql.ref(`${alias}.valid_from`)}, '-infinity') and coalesce(${sql.ref(`${alias}.valid_to`)}, 'infinity')`

const placeName = sql`(select v.full_name from place_version v where v.place_id = a.place_id
  order by v.valid_from desc nulls last limit 1)`
const assessments = sql`select a.id, a.body_id as "bodyId", ${lastNameOf(sql`a.body_id`)} as "bodyName", a.place_id as "placeId",
  ${placeName} as "placeName", a.purpose, a.year, a.due_on as "dueOn", a.note, a.urged_on as "urgedOn", a.version, a.illustrative
  from assessment a`

export async function assessmentOf(db: ReadDb, id: Id<'assessment'>): Promise<Assessment | undefined> {
  return (await sql<Assessment>`${assessments} where a.id = ${id}`.execute(db)).rows[0]
}

export async function lockAssessment(tx: Tx, id: Id<'assessment'>): Promise<Assessment | undefined> {
  await sql`select from assessment where id = ${id} for no key update`.execute(tx)
  return assessmentOf(tx, id)
}

export interface NewAssessment {
  bodyId: Id<'body'>
  placeId: Id<'place'>
  purpose: Purpose
  year: number
  dueOn: Day
  note: string
  illustrative: boolean
  by: Id<'person'> | null
  at: Date
}

/** null: the body leads one of this purpose and year already. */
export async function insertAssessment(tx: Tx, made: NewAssessment): Promise<Id<'assessment'> | null> {
  const { rows } = await sql<{ id: Id<'assessment'> }>`insert into assessment
    (body_id, place_id, purpose, year, due_on, note, illustrative, made_at, made_by)
    values (${made.bodyId}, ${made.placeId}, ${made.purpose}, ${made.year}, ${made.dueOn}, ${made.note},
      ${made.illustrative}, ${made.at}, ${made.by}::int)
    on conflict (body_id, purpose, year) do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

export async function touchAssessment(tx: Tx, id: Id<'assessment'>, urgedOn: Day | null): Promise<number> {
  const { rows } = await sql<{ version: number }>`update assessment
    set version = version + 1, urged_on = coalesce(${urgedOn}::date, urged_on) where id = ${id} returning version`.execute(
    tx,
  )
  return rows[0]!.version
}

export interface AssessmentLine extends Pick<
  Assessment,
  'id' | 'bodyId' | 'bodyName' | 'placeName' | 'purpose' | 'year' | 'dueOn'
> {
  units: number
  unsent: number
  sent: number
  verified: number
  decided: number
}

const isUnsent = sql`any(${unsent as Stage[]}::text[])`

/** What a person of these bodies reads of: led by them or below, or where they lead the mobilisation work. null: all. */
export async function ledBy(db: ReadDb, mine: readonly Id<'body'>[] | null): Promise<AssessmentLine[]> {
  const count = (which: RawBuilder<unknown>) => sql`count(s.id) filter (where ${which})::int`
  const within =
    mine === null
      ? sql`true`
      : sql`(a.body_id in (select id from below) or exists (select from body_function f
          join body_version v on v.body_id = f.body_id
          where f.function = 'massMobilisation' and f.body_id in (select id from below) and v.place_id = a.place_id))`
  const { rows } = await sql<AssessmentLine>`with recursive below (id) as (
      select unnest(${mine ?? []}::int[])
      union select v.body_id from below join body_version v on v.parent_id = below.id)
    select a.id, a.body_id as "bodyId", ${lastNameOf(sql`a.body_id`)} as "bodyName", ${placeName} as "placeName",
      a.purpose, a.year, a.due_on as "dueOn", ${count(sql`s.stage <> 'excused'`)} as units,
      ${count(sql`s.stage = ${isUnsent}`)} as unsent, ${count(sql`s.stage = 'sent'`)} as sent,
      ${count(sql`s.stage = 'verified'`)} as verified, ${count(sql`s.stage = 'decided'`)} as decided
    from assessment a left join scoresheet s on s.assessment_id = a.id where ${within}
    group by a.id order by a.year desc, a.purpose, a.id limit 500`.execute(db)
  return rows
}

export interface SheetLine {
  id: Id<'scoresheet'>
  bodyId: Id<'body'>
  body: string
  purpose: Purpose
  year: number
  dueOn: Day
  leader: string
  ofKind: UnitKind
  stage: Stage
  self: number | null
  verified: number | null
  most: number
  class: string | null
  passes: boolean | null
  best: boolean | null
  decision: string | null
  decidedOn: Day | null
  onPaper: boolean
  /** Somebody signs in for it. */
  hasAccount: boolean
  /** null: there still; otherwise its last day. */
  endedOn: Day | null
  version: number
}

const points = (round: 'self' | 'verified') =>
  sql`(select sum(c.points)::float8 from scoresheet_score c where c.scoresheet_id = s.id and c.round = ${round})`
const sheetLines = (
  day: Day,
) => sql`select s.id, s.body_id as "bodyId", ${lastNameOf(sql`s.body_id`)} as body, a.purpose, a.year,
  a.due_on as "dueOn", ${lastNameOf(sql`a.body_id`)} as leader, s.of_kind as "ofKind", s.stage, ${points('self')} as self,
  ${points('verified')} as verified, (select sum(n.most)::float8 from criterion n where n.set_id = s.set_id) as most, s.class,
  s.passes, s.best, s.decision, s.decided_on as "decidedOn", s.version,
  exists (select from scoresheet_paper w where w.scoresheet_id = s.id and w.ended_at is null) as "onPaper",
  ${isSignedInFor(sql`s.body_id`, day)} as "hasAccount",
  case when exists (select from body_version v where v.body_id = s.body_id and ${inForce('v', day)}) then null
    else (select max(v.valid_to) from body_version v where v.body_id = s.body_id) end as "endedOn"
  from scoresheet s join assessment a on a.id = s.assessment_id`

/** `day`: a body that ended before it is marked. */
export async function sheetsOf(db: ReadDb, id: Id<'assessment'>, day: Day): Promise<SheetLine[]> {
  const { rows } = await sql<SheetLine>`select * from (${sheetLines(day)} where s.assessment_id = ${id}) t
    order by array_position(array['', 'commune', 'agency', 'enterprise'], "ofKind"), body collate "vi-x-icu", id`.execute(
    db,
  )
  return rows
}

/** The sheets these bodies have to fill, or have filled. */
export async function sheetsAsked(db: ReadDb, bodies: readonly Id<'body'>[], day: Day): Promise<SheetLine[]> {
  const { rows } = await sql<SheetLine>`${sheetLines(day)} where s.body_id = ${any(bodies)} and s.stage <> 'excused'
    order by a.year desc, a.purpose, s.id limit 500`.execute(db)
  return rows
}

/** Unsent and past their day, of bodies below these; of bodies that are there still. */
export async function sheetsLateBelow(db: ReadDb, bodies: readonly Id<'body'>[], day: Day): Promise<SheetLine[]> {
  const { rows } = await sql<SheetLine>`with recursive below (id) as (
      select v.body_id from body_version v where v.parent_id = ${any(bodies)} and ${inForce('v', day)}
      union select v.body_id from below join body_version v on v.parent_id = below.id and ${inForce('v', day)})
    select * from (${sheetLines(day)} where s.body_id in (select id from below) and s.body_id <> all (${bodies as Id<'body'>[]}::int[])
      and s.stage = ${isUnsent} and a.due_on < ${day}::date) t
    where "endedOn" is null order by "dueOn" desc, body collate "vi-x-icu", id limit 500`.execute(db)
  return rows
}

export interface Candidate {
  id: Id<'body'>
  name: string
  organisation: string
  organisationName: string
}

/** Bodies at the place or below on the day, without the leader and those taken in already. */
export async function candidatesFor(
  db: ReadDb,
  of: Pick<Assessment, 'id' | 'placeId' | 'bodyId'> & { day: Day },
): Promise<Candidate[]> {
  const { rows } = await sql<Candidate>`
    with recursive land (id) as (
      select ${of.placeId}::int
      union
      select v.place_id from land join place_version v on v.parent_id = land.id and ${inForce('v', of.day)})
    select v.body_id as id, v.name, o.key as organisation, o.name as "organisationName"
    from land join body_version v on v.place_id = land.id and ${inForce('v', of.day)}
    join body b on b.id = v.body_id join organisation o on o.key = b.organisation
    where v.body_id <> ${of.bodyId}
      and not exists (select from scoresheet s where s.assessment_id = ${of.id} and s.body_id = v.body_id)
    order by o.position, v.name collate "vi-x-icu", v.body_id`.execute(db)
  return rows
}

export interface PublicLine {
  body: string
  place: string
  purpose: Purpose
  ofKind: UnitKind
  class: string
  decision: string
  decidedOn: Day
  leader: string
  illustrative: boolean
}

export const publicPage = 50

export interface AskedPublic {
  year: number
  /** Of the name of the body, with or without marks. */
  q: string
  purpose: Purpose | null
  page: number
}

/** Recognised bodies of a year: those that passed, by a decision. Names of bodies, nothing of any person. */
export async function recognisedOf(db: ReadDb, asked: AskedPublic): Promise<{ lines: PublicLine[]; total: number }> {
  const key = searchKey(asked.q)
  const { rows } = await sql<PublicLine & { total: number }>`
    select body, place, purpose, "ofKind", class, decision, "decidedOn", leader, illustrative,
      count(*) over ()::int as total from (select s.id, v.name as body, v.search_key as "searchKey",
      (select p.full_name from place_version p where p.place_id = v.place_id
        order by p.valid_from desc nulls last limit 1) as place,
      a.purpose, s.of_kind as "ofKind", s.class, s.decision, s.decided_on as "decidedOn", ${lastNameOf(sql`a.body_id`)} as leader,
      a.illustrative
      from scoresheet s join assessment a on a.id = s.assessment_id
      join lateral (select b.name, b.search_key, b.place_id from body_version b where b.body_id = s.body_id
        order by b.valid_from desc nulls last limit 1) v on true
      where a.year = ${asked.year} and s.stage = 'decided' and s.passes
        and (${asked.purpose}::text is null or a.purpose = ${asked.purpose}::text)) t
    where "searchKey" like ${`%${key}%`}
    order by purpose, "ofKind", body collate "vi-x-icu", id
    limit ${publicPage} offset ${(asked.page - 1) * publicPage}`.execute(db)
  return { lines: rows.map(({ total: _, ...line }) => line), total: rows[0]?.total ?? 0 }
}

export async function yearsRecognised(db: ReadDb): Promise<number[]> {
  const { rows } = await sql<{ year: number }>`select distinct a.year from assessment a
    where exists (select from scoresheet s where s.assessment_id = a.id and s.stage = 'decided' and s.passes)
    order by a.year desc limit 30`.execute(db)
  return rows.map(({ year }) => year)
}
