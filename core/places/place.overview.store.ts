// How many units each province holds on a day, and what is known to have changed but is not entered yet.
import { sql } from 'kysely'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Confidence } from './place.ts'
import type { PendingChange } from './place.history.store.ts'
import { inForceAt } from './place.store.ts'

export interface Held {
  placeId: Id<'place'>
  districts: number
  communes: number
}

/** One line for each province of the day. */
export async function unitsHeld(db: ReadDb, day: Day): Promise<Held[]> {
  const { rows } = await sql<Held>`with recursive below (province, id, level) as (
      select v.place_id, v.place_id, v.level from place_version v
      where v.level = 'province' and v.code is not null and ${inForceAt('v', day)}
      union all
      select below.province, v.place_id, v.level from below
      join place_version v on v.parent_id = below.id and ${inForceAt('v', day)}
      join place p on p.id = v.place_id and p.no_code_reason is null
    )
    select province as "placeId", count(*) filter (where level = 'district')::int as districts,
      count(*) filter (where level = 'commune')::int as communes
    from below group by province`.execute(db)
  return rows
}

/** A day on which provinces began, ended or took another name or type; `before` and `after` count them. */
export interface ProvinceChange {
  onDate: Day
  before: number
  after: number
  /** Provinces that went on under another name. */
  renamed: { from: string; to: string }[]
  acts: { number: string; title: string | null; confidence: Confidence }[]
}

export async function provinceChanges(db: ReadDb): Promise<ProvinceChange[]> {
  const { rows } = await sql<ProvinceChange>`with province as (
      select place_id, valid_from, valid_to, full_name, daterange(valid_from, valid_to, '[]') as days
      from place_version where level = 'province' and code is not null
    ), day as (select distinct valid_from as d from province where valid_from is not null)
    select d as "onDate",
      (select count(*)::int from province where days @> d - 1) as before,
      (select count(*)::int from province where days @> d) as after,
      (select coalesce(json_agg(json_build_object('from', old.full_name, 'to', now.full_name) order by now.place_id), '[]')
        from province old join province now using (place_id)
        where old.valid_to = d - 1 and now.valid_from = d and old.full_name <> now.full_name) as renamed,
      (select coalesce(json_agg(json_build_object('number', number, 'title', title, 'confidence', confidence)
          order by number), '[]')
        from act where id in (select s.act_id from place_succession s join province old on old.place_id = s.from_id
          and old.valid_to = d - 1 where s.on_date = d)) as acts
    from day order by d`.execute(db)
  return rows
}

export interface PendingAnywhere extends PendingChange {
  placeId: Id<'place'>
  fullName: string
}

export async function pendingAnywhere(db: ReadDb, day: Day): Promise<PendingAnywhere[]> {
  const { rows } = await sql<PendingAnywhere>`select p.place_id as "placeId", v.full_name as "fullName",
      a.number as act, p.on_date as "onDate", p.how_many as "howMany", p.what
    from place_change_pending p join act a on a.id = p.act_id
    join place_version v on v.place_id = p.place_id and ${inForceAt('v', day)}
    where p.on_date <= ${day}::date order by p.on_date, p.id`.execute(db)
  return rows
}
