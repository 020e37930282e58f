// Reads what an act needs to know of the territory, in two questions, however many lines it has.
import { sql } from 'kysely'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { countryCode, type PlaceVersion } from '../place.ts'
import { inForceAt, subtree, versionColumns } from '../place.store.ts'
import type { ChangeLine } from './change.ts'
import type { World } from './world.ts'

type PlaceId = Id<'place'>

export async function readWorld(
  db: ReadDb,
  lines: readonly Pick<ChangeLine, 'from' | 'code' | 'parent'>[],
  day: Day,
): Promise<World> {
  const codes = [
    ...new Set([countryCode, ...lines.flatMap((line) => [line.from, line.code ?? [], line.parent ?? []].flat())]),
  ]
  const { rows: versions } = await sql<PlaceVersion>`with bearer as (
      select distinct place_id from place_version where code = any(${codes}::text[])
    ), meant as (
      select place_id from bearer union
      select v.parent_id from bearer join place_version v using (place_id) where v.parent_id is not null
    )
    select ${versionColumns} from meant join place_version v using (place_id) left join act a on a.id = v.from_act_id
    order by v.valid_from nulls first`.execute(db)
  const changing = new Set(lines.map((line) => line.from))
  const parents = versions.filter(({ code }) => code !== null && changing.has(code)).map(({ placeId }) => placeId)
  const { rows: children } = await sql<PlaceVersion>`select ${versionColumns} from place_version v
    left join act a on a.id = v.from_act_id
    where v.parent_id = any(${parents}::int[]) and (v.valid_to is null or v.valid_to >= ${day}::date)
    order by v.code, v.valid_from nulls first`.execute(db)
  return { day, versions, children }
}

/** Which of these places do not lie at or under one of the others, on either of the days. */
export async function outside(
  db: ReadDb,
  { places, under, days }: { places: readonly PlaceId[]; under: readonly PlaceId[]; days: readonly Day[] },
): Promise<Set<PlaceId>> {
  const left = new Set(places)
  for (const day of days) {
    const { rows } = await sql<{ id: PlaceId }>`select id from ${subtree(under, day)}`.execute(db)
    for (const { id } of rows) left.delete(id)
  }
  return left
}

/** Full names on a day, for the picture of what an act does. */
export async function namesAt(db: ReadDb, places: readonly PlaceId[], day: Day): Promise<Map<PlaceId, string>> {
  const { rows } = await sql<{ placeId: PlaceId; fullName: string }>`
    select v.place_id as "placeId", v.full_name as "fullName" from place_version v
    where v.place_id = any(${places as PlaceId[]}::int[]) and ${inForceAt('v', day)}`.execute(db)
  return new Map(rows.map(({ placeId, fullName }) => [placeId, fullName]))
}

/** Who bears these codes on a day, of whatever level. */
export async function bearersOn(db: ReadDb, codes: readonly string[], day: Day): Promise<Map<string, PlaceId>> {
  const { rows } = await sql<{ code: string; placeId: PlaceId }>`select v.code, v.place_id as "placeId"
    from place_version v where v.code = any(${codes as string[]}::text[]) and ${inForceAt('v', day)}`.execute(db)
  return new Map(rows.map(({ code, placeId }) => [code, placeId]))
}
