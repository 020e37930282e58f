// Lists of bodies, their history, and where new bodies of a whole area belong.
import { sql, type RawBuilder } from 'kysely'
import { inForceAt, officialOrder, subtree } from '../places/place.read.ts'
import type { Level, SuccessionKind } from '../places/place.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { searchKey } from '../shared/text.ts'
import type { BodyVersion, Family } from './body.ts'

type BodyId = Id<'body'>
type PlaceId = Id<'place'>

export interface Listed extends BodyVersion {
  family: Family
  placeName: string | null
  parentName: string | null
  illustrative: boolean
}

export interface Wanted {
  day: Day
  placeId?: PlaceId
  /** Also at the places below. */
  under?: boolean
  organisation?: string
  function?: string
  q?: string
  page: number
  size: number
}

export async function listBodies(db: ReadDb, wanted: Wanted): Promise<{ total: number; bodies: Listed[] }> {
  const { rows } = await sql<Listed & { total: number }>`select ${columns}, o.family, b.illustrative,
      v.full_name as "placeName", p.name as "parentName", count(*) over ()::int as total
    from body_version bv join body b on b.id = bv.body_id join organisation o on o.key = b.organisation
    left join place_version v on v.place_id = bv.place_id and ${inForceAt('v', wanted.day)}
    left join body_version p on p.body_id = bv.parent_id and ${inForceAt('p', wanted.day)}
    where ${inForceAt('bv', wanted.day)} and ${conditions(wanted)}
    order by o.position, ${officialOrder}, bv.name collate "vi-x-icu", bv.body_id
    limit ${wanted.size} offset ${(wanted.page - 1) * wanted.size}`.execute(db)
  return { total: rows[0]?.total ?? 0, bodies: rows.map(({ total: _total, ...body }) => body) }
}

const columns = sql`bv.body_id as "bodyId", b.organisation, bv.name, bv.short_name as "shortName",
  bv.place_id as "placeId", bv.parent_id as "parentId", bv.symbol, bv.valid_from as "validFrom",
  bv.valid_to as "validTo"`

function conditions(wanted: Wanted): RawBuilder<unknown> {
  const { day, placeId, under, organisation, function: does, q } = wanted
  const all: RawBuilder<unknown>[] = [sql`true`]
  if (placeId !== undefined && under) all.push(sql`bv.place_id in (select id from ${subtree([placeId], day)})`)
  else if (placeId !== undefined) all.push(sql`bv.place_id = ${placeId}`)
  if (organisation !== undefined) all.push(sql`b.organisation = ${organisation}`)
  if (does !== undefined)
    all.push(sql`exists (select from body_function f where f.body_id = bv.body_id and f.function = ${does}
      and ${inForceAt('f', day)})`)
  if (q !== undefined) all.push(sql`bv.search_key like ${`%${searchKey(q)}%`}`)
  return sql.join(all, sql` and `)
}

/** The bodies at these places on the day: place by place as given, each in the order of the catalogue. */
export async function bodiesOfPlaces(
  db: ReadDb,
  places: readonly PlaceId[],
  day: Day,
): Promise<{ bodyId: BodyId; name: string }[]> {
  const { rows } = await sql<{ bodyId: BodyId; name: string }>`select bv.body_id as "bodyId", bv.name
    from body_version bv join body b on b.id = bv.body_id join organisation o on o.key = b.organisation
    where bv.place_id = any(${places as PlaceId[]}::int[]) and ${inForceAt('bv', day)}
    order by array_position(${places as PlaceId[]}::int[], bv.place_id), o.position, bv.name collate "vi-x-icu",
      bv.body_id`.execute(db)
  return rows
}

export interface Relative {
  bodyId: BodyId | null
  name: string | null
  onDate: Day
  kind: SuccessionKind
  note: string | null
}

/** Where the body came from or went, each named as around that day. */
export async function relativesOf(db: ReadDb, id: BodyId, side: 'predecessors' | 'successors'): Promise<Relative[]> {
  const [here, there, day] =
    side === 'predecessors'
      ? [sql`s.to_id`, sql`s.from_id`, sql`s.on_date - 1`]
      : [sql`s.from_id`, sql`s.to_id`, sql`s.on_date`]
  const { rows } = await sql<Relative>`select s.on_date as "onDate", s.kind, s.note, ${there} as "bodyId", v.name
    from body_succession s
    left join body_version v on v.body_id = ${there} and daterange(v.valid_from, v.valid_to, '[]') @> ${day}
    where ${here} = ${id} order by s.on_date, v.name`.execute(db)
  return rows
}

export interface Site {
  placeId: PlaceId
  fullName: string
  /** The nearest body of the upper organisation, at the place itself only when that organisation is another. */
  upperId: BodyId | null
  already: boolean
}

/** Every place of a level under a place, with what is there already and where a new body would belong. */
export async function sitesUnder(
  db: ReadDb,
  under: { placeId: PlaceId; level: Level; day: Day },
  bodies: { organisation: string; upper: string },
): Promise<Site[]> {
  const { placeId, level, day } = under
  const from = bodies.organisation === bodies.upper ? 1 : 0
  const { rows } = await sql<Site>`with recursive site as (
      select v.place_id, v.full_name, row_number() over (order by ${officialOrder}) as no from place_version v
      where v.level = ${level} and ${inForceAt('v', day)} and v.place_id in (select id from ${subtree([placeId], day)})
    ), up (site, place, step) as (
      select place_id, place_id, 0 from site
      union all
      select up.site, v.parent_id, up.step + 1 from up
      join place_version v on v.place_id = up.place and ${inForceAt('v', day)} where v.parent_id is not null
    ), upper as (
      select distinct on (up.site) up.site, bv.body_id from up
      join body_version bv on bv.place_id = up.place and ${inForceAt('bv', day)}
      join body b on b.id = bv.body_id and b.organisation = ${bodies.upper}
      where up.step >= ${from} order by up.site, up.step, bv.body_id
    )
    select site.place_id as "placeId", site.full_name as "fullName", upper.body_id as "upperId",
      exists (select from body_version bv join body b on b.id = bv.body_id where bv.place_id = site.place_id
        and b.organisation = ${bodies.organisation} and ${inForceAt('bv', day)}) as already
    from site left join upper on upper.site = site.place_id order by site.no`.execute(db)
  return rows
}
