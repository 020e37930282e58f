// How many units each province holds on a day, and what is known to have changed but is not entered yet.
import { sql } from 'kysely'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
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
