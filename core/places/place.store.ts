// Reads of versions and of the tree at a day. Every query takes the day: a code or a parent means nothing without one.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { levels, placeTypes, type Level, type PlaceVersion } from './place.ts'

type PlaceId = Id<'place'>

/** Columns of a PlaceVersion, from `place_version v left join act a`. */
export const versionColumns = sql`v.place_id as "placeId", v.name, v.full_name as "fullName", v.type, v.level, v.code,
  v.parent_id as "parentId", v.valid_from as "validFrom", v.valid_to as "validTo", v.source, a.number as act`

const versions = sql`place_version v left join act a on a.id = v.from_act_id`

/** Whether the version under this alias answers for the day. */
export function inForceAt(alias: string, day: Day): RawBuilder<boolean> {
  const from = sql.ref(`${alias}.valid_from`)
  const to = sql.ref(`${alias}.valid_to`)
  return sql`((${from} is null or ${from} <= ${day}::date) and (${to} is null or ${to} >= ${day}::date))`
}

export async function versionAt(db: ReadDb, placeId: PlaceId, day: Day): Promise<PlaceVersion | undefined> {
  const { rows } = await sql<PlaceVersion>`select ${versionColumns} from ${versions}
    where v.place_id = ${placeId} and ${inForceAt('v', day)}`.execute(db)
  return rows[0]
}

/** The place that bears the code on the day. */
export async function placeAt(db: ReadDb, code: string, day: Day): Promise<PlaceVersion | undefined> {
  const { rows } = await sql<PlaceVersion>`select ${versionColumns} from ${versions}
    where v.code = ${code} and ${inForceAt('v', day)}`.execute(db)
  return rows[0]
}

/** Every version that ever bore the code, oldest first: for saying what the code meant on other days. */
export async function versionsOfCode(db: ReadDb, code: string): Promise<PlaceVersion[]> {
  const { rows } = await sql<PlaceVersion>`select ${versionColumns} from ${versions}
    where v.code = ${code} order by v.valid_from nulls first`.execute(db)
  return rows
}

export async function versionsOf(db: ReadDb, placeId: PlaceId): Promise<PlaceVersion[]> {
  const { rows } = await sql<PlaceVersion>`select ${versionColumns} from ${versions}
    where v.place_id = ${placeId} order by v.valid_from nulls first`.execute(db)
  return rows
}

/** Parent, grandparent …, nearest first. */
export async function ancestorsOf(db: ReadDb, placeId: PlaceId, day: Day): Promise<PlaceVersion[]> {
  const { rows } = await sql<PlaceVersion>`with recursive up (id, step) as (
      select v.parent_id, 1 from place_version v where v.place_id = ${placeId} and ${inForceAt('v', day)}
      union all
      select v.parent_id, up.step + 1 from up join place_version v on v.place_id = up.id and ${inForceAt('v', day)}
    )
    select ${versionColumns} from up join place_version v on v.place_id = up.id and ${inForceAt('v', day)}
    left join act a on a.id = v.from_act_id order by up.step`.execute(db)
  return rows
}

/** Ids of the place itself and of all places under it on the day. */
export async function placeUnder(db: ReadDb, placeId: PlaceId, day: Day): Promise<PlaceId[]> {
  const { rows } = await sql<{ id: PlaceId }>`select id from ${subtree([placeId], day)}`.execute(db)
  return rows.map((row) => row.id)
}

/** A derived table `under (id)`: the places and everything below them on the day. */
export function subtree(placeIds: readonly PlaceId[], day: Day): RawBuilder<unknown> {
  return sql`(with recursive below (id) as (
      select unnest(${placeIds as PlaceId[]}::int[])
      union
      select v.place_id from below join place_version v on v.parent_id = below.id and ${inForceAt('v', day)}
    ) select id from below) as under`
}

/** Usual order of lists: by level, then type (thị trấn, phường, xã), then code. */
export const officialOrder = sql`array_position(${levels as unknown as string[]}::text[], v.level),
  case when v.level in ('country', 'province') then 0 else array_position(${placeTypes as unknown as string[]}::text[], v.type) end,
  v.code, v.place_id`

/** Direct children on the day, in official order; with no place, the provinces. */
export async function childrenOf(db: ReadDb, placeId: PlaceId | null, day: Day): Promise<PlaceVersion[]> {
  const whose = placeId === null ? sql`v.level = 'province' and v.code is not null` : sql`v.parent_id = ${placeId}`
  const { rows } = await sql<PlaceVersion>`select ${versionColumns} from ${versions}
    where ${whose} and ${inForceAt('v', day)} order by ${officialOrder}`.execute(db)
  return rows
}

/** Places of a level under a place on the day, at any depth, in official order. */
export async function placesOfLevel(
  db: ReadDb,
  level: Level,
  at: { day: Day; under?: readonly PlaceId[] },
): Promise<PlaceVersion[]> {
  const within = at.under ? sql`and v.place_id in (select id from ${subtree(at.under, at.day)})` : sql``
  const { rows } = await sql<PlaceVersion>`select ${versionColumns} from ${versions}
    join place p on p.id = v.place_id and p.no_code_reason is null
    where v.level = ${level} and ${inForceAt('v', at.day)} ${within} order by ${officialOrder}`.execute(db)
  return rows
}

/** Why a place has no code, or null; undefined when there is no such place. */
export async function noCodeReason(db: ReadDb, placeId: PlaceId): Promise<string | null | undefined> {
  const row = await db.selectFrom('place').select('no_code_reason').where('id', '=', placeId).executeTakeFirst()
  return row?.no_code_reason
}
