// SQL about targets given down: who may receive, who received what, and what lower programmes made of it.
import { sql } from 'kysely'
import { lastNameOf } from '../../bodies/body.read.ts'
import { inForceAt, officialOrder } from '../../places/place.read.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Comparator } from '../targets/fraction.ts'
import type { Programme, ProgrammeStage } from '../programme.ts'
import type { CascadeRule, GapSide } from './cascade.ts'

type BodyId = Id<'body'>
type TargetId = Id<'target'>

export interface Cascade {
  targetId: TargetId
  /** null: no longer given down. */
  rule: CascadeRule | null
  organisation: string
  weightPeriodId: Id<'period'> | null
  version: number
}

export async function cascadesIn(db: ReadDb, programmeId: Id<'programme'>): Promise<Cascade[]> {
  const found = await sql<Cascade>`
    select c.target_id as "targetId", c.rule, c.organisation, c.weight_period_id as "weightPeriodId", c.version
    from target_cascade c join target t on t.id = c.target_id where t.programme_id = ${programmeId} order by t.no`.execute(
    db,
  )
  return found.rows
}

/** The day on which the programme's bodies are looked at: today within its year, as long as its own body was there. */
export async function cascadeDay(db: ReadDb, { bodyId, year }: Programme, today: Day): Promise<Day> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  const day = today < first ? first : today > last ? last : today
  const found = await sql<{ day: Day }>`
    select least(${day}::date, max(coalesce(valid_to, 'infinity'::date))) as day from body_version
    where body_id = ${bodyId} and coalesce(valid_from, '-infinity') <= ${day}::date`.execute(db)
  return found.rows[0]?.day ?? day
}

/** One level below: the bodies under the programme's own, and those at the places directly below its place. */
const below = ({ bodyId, placeId }: Programme, day: Day) => sql`
  select v.body_id, v.name, v.place_id, b.organisation from body_version v join body b on b.id = v.body_id
  where ${inForceAt('v', day)} and v.body_id <> ${bodyId} and (v.parent_id = ${bodyId} or exists (
    select from place_version p where p.place_id = v.place_id and p.parent_id = ${placeId} and ${inForceAt('p', day)}))`

export interface Group {
  organisation: string
  name: string
  bodies: number
}

/** The kinds of bodies to which a target of the programme can be given down. */
export async function groupsBelow(db: ReadDb, programme: Programme, day: Day): Promise<Group[]> {
  const found = await sql<Group>`
    select o.key as organisation, o.name, count(*)::int as bodies from (${below(programme, day)}) as one
    join organisation o on o.key = one.organisation group by o.key, o.name, o.position order by o.position`.execute(db)
  return found.rows
}

/** What a lower programme made of it. */
export interface Taken {
  targetId: TargetId
  programmeId: Id<'programme'>
  no: number
  number: string | null
  title: string
  stage: ProgrammeStage
  comparator: Comparator
  threshold: string
  sameIndicator: boolean
}

export interface CascadeUnit {
  bodyId: BodyId
  name: string
  placeId: Id<'place'>
  placeName: string
  placeCode: string | null
  /** Its last day, of a body that is no longer there. */
  endedOn: Day | null
  /** null: nothing was given, or it was taken back. */
  threshold: string | null
  weight: string | null
  weightBasis: string | null
  givenBy: string | null
  givenAt: Date | null
  taken: Taken | null
}

/** The bodies that ought to carry the target, and those that were given a share and ended; in official order. */
export async function unitsOf(
  db: ReadDb,
  at: { programme: Programme; targetId: TargetId; organisation: string; day: Day },
): Promise<CascadeUnit[]> {
  const { programme, targetId, organisation, day } = at
  const found = await sql<CascadeUnit>`
    with asked as (select * from (${below(programme, day)}) as one where organisation = ${organisation}),
    newest as (select distinct on (body_id) * from target_share where target_id = ${targetId} order by body_id, version desc),
    unit as (select coalesce(a.body_id, n.body_id) as body_id, a.body_id is null as ended, n.threshold, n.weight,
        n.weight_basis, n.given_by, n.given_at
      from asked a full join newest n on n.body_id = a.body_id where a.body_id is not null or n.threshold is not null),
    named as (select u.*, w.name, w.place_id, w.valid_to from unit u join lateral (
      select name, place_id, valid_to from body_version bv where bv.body_id = u.body_id
      order by daterange(bv.valid_from, bv.valid_to, '[]') @> ${day}::date desc, bv.valid_from desc nulls last limit 1) w on true)
    select u.body_id as "bodyId", u.name, u.place_id as "placeId", v.full_name as "placeName", v.code as "placeCode",
      case when u.ended then coalesce(u.valid_to, ${day}::date) end as "endedOn",
      u.threshold::text as threshold, u.weight::text as weight, u.weight_basis as "weightBasis",
      person.name as "givenBy", u.given_at as "givenAt",
      case when t.id is not null then jsonb_build_object('targetId', t.id, 'programmeId', p.id, 'no', t.no,
        'number', p.number, 'title', p.title, 'stage', p.stage, 'comparator', t.comparator,
        'threshold', t.threshold::text, 'sameIndicator', i.indicator_id = mine.indicator_id) end as taken
    from named u
    join lateral (select * from place_version pv where pv.place_id = u.place_id
      order by daterange(pv.valid_from, pv.valid_to, '[]') @> ${day}::date desc, pv.valid_from desc nulls last limit 1) v on true
    left join person on person.id = u.given_by
    left join target_link l on l.upper_id = ${targetId} and l.body_id = u.body_id
    left join target t on t.id = l.target_id left join programme p on p.id = t.programme_id
    left join indicator_version i on i.id = t.indicator_version_id
    cross join (select iv.indicator_id from target own join indicator_version iv on iv.id = own.indicator_version_id
      where own.id = ${targetId}) as mine
    order by u.ended, ${officialOrder}, u.name collate "vi-x-icu", u.body_id`.execute(db)
  return found.rows
}

export interface ShareVersion {
  bodyId: BodyId
  bodyName: string
  version: number
  threshold: string | null
  weight: string | null
  givenBy: string | null
  givenAt: Date
}

/** Every share that was ever given, newest first. */
export async function shareHistory(db: ReadDb, targetId: TargetId): Promise<ShareVersion[]> {
  const found = await sql<ShareVersion>`
    select s.body_id as "bodyId", ${lastNameOf(sql`s.body_id`)} as "bodyName",
      s.version, s.threshold::text as threshold, s.weight::text as weight, p.name as "givenBy", s.given_at as "givenAt"
    from target_share s left join person p on p.id = s.given_by where s.target_id = ${targetId}
    order by s.version desc, s.id`.execute(db)
  return found.rows
}

export interface Gap {
  targetId: TargetId
  side: GapSide
  no: number
  numbers: string
  lacking: string | null
  missing: number
  lessStrict: number
  reason: string
  bodyName: string
  by: string
  at: Date
}

/** What was recorded last of each of these targets, on each side. */
export async function gapsOf(db: ReadDb, targets: readonly TargetId[]): Promise<Gap[]> {
  if (targets.length === 0) return []
  const found = await sql<Gap>`
    select distinct on (g.target_id, g.side) g.target_id as "targetId", g.side, g.no, g.numbers, g.lacking, g.missing,
      g.less_strict as "lessStrict", g.reason, p.name as by, g.recorded_at as at,
      ${lastNameOf(sql`g.body_id`)} as "bodyName"
    from target_gap g join person p on p.id = g.recorded_by where g.target_id = any(${targets as TargetId[]}::int[])
    order by g.target_id, g.side, g.no desc`.execute(db)
  return found.rows
}

/** A target that a body was given, or has linked, of programmes that are issued. */
export interface Given {
  upperId: TargetId
  upperProgrammeId: Id<'programme'>
  upperNumber: string | null
  upperTitle: string
  upperBodyName: string
  no: number
  name: string
  indicator: string
  indicatorName: string
  unit: '%' | 'count'
  rule: CascadeRule | null
  comparator: Comparator
  upperThreshold: string
  /** null: given to others, or taken back. */
  threshold: string | null
  givenAt: Date | null
  taken: Taken | null
}

export async function givenTo(db: ReadDb, { bodyId, year }: Programme): Promise<Given[]> {
  const found = await sql<Given>`
    select u.id as "upperId", up.id as "upperProgrammeId", up.number as "upperNumber", up.title as "upperTitle",
      ${lastNameOf(sql`up.body_id`)} as "upperBodyName",
      u.no, u.name, i.key as indicator, i.name as "indicatorName", iv.unit, c.rule, u.comparator,
      u.threshold::text as "upperThreshold", case when c.rule is not null then s.threshold::text end as threshold,
      s.given_at as "givenAt",
      case when t.id is not null then jsonb_build_object('targetId', t.id, 'programmeId', p.id, 'no', t.no,
        'number', p.number, 'title', p.title, 'stage', p.stage, 'comparator', t.comparator,
        'threshold', t.threshold::text, 'sameIndicator', tv.indicator_id = iv.indicator_id) end as taken
    from target_cascade c join target u on u.id = c.target_id join programme up on up.id = u.programme_id
    join indicator_version iv on iv.id = u.indicator_version_id join indicator i on i.id = iv.indicator_id
    left join lateral (select threshold, given_at from target_share s where s.target_id = u.id and s.body_id = ${bodyId}
      order by version desc limit 1) s on true
    left join target_link l on l.upper_id = u.id and l.body_id = ${bodyId}
    left join target t on t.id = l.target_id left join programme p on p.id = t.programme_id
    left join indicator_version tv on tv.id = t.indicator_version_id
    where up.year = ${year} and up.stage <> 'draft'
      and ((c.rule is not null and s.threshold is not null) or t.id is not null)
    order by up.id, u.no`.execute(db)
  return found.rows
}

/** A share no programme of the body has taken up yet. */
export interface WaitingShare {
  bodyId: BodyId
  bodyName: string
  year: number
  upperNumber: string | null
  upperTitle: string
  upperBodyName: string
  no: number
  name: string
  unit: '%' | 'count'
  comparator: Comparator
  threshold: string
  /** Of the body for that year, not closed; null: none is made yet. */
  programmeId: Id<'programme'> | null
}

/** Of programmes that are issued and not closed; newest year first. Who ended carries its share no more. */
export async function waitingFor(db: ReadDb, bodies: readonly BodyId[], today: Day): Promise<WaitingShare[]> {
  if (bodies.length === 0) return []
  const found = await sql<WaitingShare>`
    with newest as (select distinct on (target_id, body_id) * from target_share
      where body_id = any(${bodies as BodyId[]}::int[]) order by target_id, body_id, version desc)
    select s.body_id as "bodyId", ${lastNameOf(sql`s.body_id`)} as "bodyName", up.year, up.number as "upperNumber",
      up.title as "upperTitle", ${lastNameOf(sql`up.body_id`)} as "upperBodyName", u.no, u.name, iv.unit, u.comparator,
      s.threshold::text as threshold, (select max(p.id) from programme p
        where p.body_id = s.body_id and p.year = up.year and p.stage <> 'closed') as "programmeId"
    from newest s join target_cascade c on c.target_id = s.target_id and c.rule is not null
    join target u on u.id = s.target_id join indicator_version iv on iv.id = u.indicator_version_id
    join programme up on up.id = u.programme_id and up.stage = 'issued'
    where s.threshold is not null
      and not exists (select from target_link l where l.upper_id = u.id and l.body_id = s.body_id)
      and exists (select from body_version v where v.body_id = s.body_id
        and daterange(v.valid_from, v.valid_to, '[]') @> least(${today}::date, make_date(up.year, 12, 31)))
    order by up.year desc, up.id, u.no, s.body_id`.execute(db)
  return found.rows
}
