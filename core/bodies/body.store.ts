// Reads of bodies on a day: versions, the trees above and below, functions held, catalogue.
import { sql, type RawBuilder } from 'kysely'
import { inForceAt } from '../places/place.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { BodyVersion, Family } from './body.ts'

type BodyId = Id<'body'>
type PlaceId = Id<'place'>

/** Columns of a BodyVersion, from `body_version v join body b`. */
export const versionColumns = sql`v.body_id as "bodyId", b.organisation, v.name, v.short_name as "shortName",
  v.place_id as "placeId", v.parent_id as "parentId", v.symbol, v.valid_from as "validFrom", v.valid_to as "validTo"`

const versions = sql`body_version v join body b on b.id = v.body_id`

async function versionsWhere(db: ReadDb, condition: RawBuilder<unknown>): Promise<BodyVersion[]> {
  const { rows } = await sql<BodyVersion>`select ${versionColumns} from ${versions} where ${condition}`.execute(db)
  return rows
}

export async function bodyAt(db: ReadDb, id: BodyId, day: Day): Promise<BodyVersion | undefined> {
  return (await versionsWhere(db, sql`v.body_id = ${id} and ${inForceAt('v', day)}`))[0]
}

export async function bodiesAt(db: ReadDb, ids: readonly BodyId[], day: Day): Promise<BodyVersion[]> {
  return versionsWhere(
    db,
    sql`v.body_id = any(${ids as BodyId[]}::int[]) and ${inForceAt('v', day)} order by v.body_id`,
  )
}

/** Oldest first. */
export async function versionsOf(db: ReadDb, id: BodyId): Promise<BodyVersion[]> {
  return versionsWhere(db, sql`v.body_id = ${id} order by v.valid_from nulls first`)
}

/** Bodies directly under this one, in the order of the catalogue. */
export async function childrenOf(db: ReadDb, id: BodyId, day: Day): Promise<BodyVersion[]> {
  const position = sql`(select position from organisation o where o.key = b.organisation)`
  return versionsWhere(
    db,
    sql`v.parent_id = ${id} and ${inForceAt('v', day)} order by ${position}, v.name collate "vi-x-icu", v.body_id`,
  )
}

/** These bodies and all below them on the day. */
export async function bodiesBelow(db: ReadDb, ids: readonly BodyId[], day: Day): Promise<BodyId[]> {
  const { rows } = await sql<{ id: BodyId }>`with recursive below (id) as (
      select unnest(${ids as BodyId[]}::int[])
      union
      select v.body_id from below join body_version v on v.parent_id = below.id and ${inForceAt('v', day)}
    ) select id from below order by id`.execute(db)
  return rows.map((row) => row.id)
}

/** The bodies above this one on the day, nearest first, without itself. */
export async function bodiesAbove(db: ReadDb, id: BodyId, day: Day): Promise<BodyId[]> {
  const { rows } = await sql<{ id: BodyId }>`with recursive above (id, path) as (
      select v.parent_id, array[v.body_id] from body_version v where v.body_id = ${id} and ${inForceAt('v', day)}
      union all
      select v.parent_id, above.path || v.body_id from above
      join body_version v on v.body_id = above.id and ${inForceAt('v', day)} and v.body_id <> all (above.path)
    ) select id from above where id is not null order by cardinality(path)`.execute(db)
  return rows.map((row) => row.id)
}

/** SQL: the name by which a body is called last, whether it stands or not; `id` is an expression. */
export const lastNameOf = (id: RawBuilder<unknown>) =>
  sql`(select called.name from body_version called where called.body_id = ${id}
    order by called.valid_from desc nulls last limit 1)`

/** Those that took over from these, or, `before`, those these took over from; through any number of changes up to the day. */
export async function kinOf(
  db: ReadDb,
  ids: readonly BodyId[],
  { day, side }: { day: Day; side: 'after' | 'before' },
): Promise<BodyId[]> {
  const [here, there] = side === 'after' ? [sql`s.from_id`, sql`s.to_id`] : [sql`s.to_id`, sql`s.from_id`]
  const { rows } = await sql<{ id: BodyId }>`
    with recursive kin as (
      select ${there} as id from body_succession s where ${here} = any(${ids as BodyId[]}::int[]) and s.on_date <= ${day}::date
      union
      select ${there} from kin join body_succession s on ${here} = kin.id where s.on_date <= ${day}::date)
    select id from kin where id is not null`.execute(db)
  return rows.map(({ id }) => id)
}

/** Whether the body is one of these or below one of them on the day. */
export async function isWithin(db: ReadDb, id: BodyId, upperIds: readonly BodyId[], day: Day): Promise<boolean> {
  if (upperIds.includes(id)) return true
  return (await bodiesAbove(db, id, day)).some((above) => upperIds.includes(above))
}

/** Bodies without an upper body whose place is this one or holds it. */
export async function topBodiesOver(db: ReadDb, places: readonly PlaceId[], day: Day): Promise<BodyId[]> {
  const top = sql`v.parent_id is null and v.place_id = any(${places as PlaceId[]}::int[])`
  return (await versionsWhere(db, sql`${top} and ${inForceAt('v', day)}`)).map((version) => version.bodyId)
}

export interface FunctionHeld {
  function: string
  name: string
  validFrom: Day | null
  validTo: Day | null
}

/** Functions a body has held, holds or will hold. */
export async function functionsOf(db: ReadDb, id: BodyId): Promise<FunctionHeld[]> {
  const { rows } =
    await sql<FunctionHeld>`select f.function, k.name, f.valid_from as "validFrom", f.valid_to as "validTo"
    from body_function f join function_kind k on k.key = f.function
    where f.body_id = ${id} order by k.position, f.valid_from nulls first`.execute(db)
  return rows
}

/** Who does this at the place on the day; usually one body, in the order of the catalogue when several do. */
export async function functionHolders(
  db: ReadDb,
  key: string,
  at: { placeId: PlaceId; day: Day },
): Promise<BodyVersion[]> {
  const { rows } = await sql<BodyVersion>`select ${versionColumns} from ${versions}
    join body_function f on f.body_id = v.body_id and f.function = ${key} and ${inForceAt('f', at.day)}
    join organisation o on o.key = b.organisation
    where v.place_id = ${at.placeId} and ${inForceAt('v', at.day)} order by o.position, v.body_id`.execute(db)
  return rows
}

export interface Organisation {
  key: string
  name: string
  shortName: string
  family: Family
  members: string | null
}

export interface BodyRow {
  version: number
  illustrative: boolean
  organisation: Organisation
}

/** What does not change with the day, and the version to compare; undefined when there is no such body. */
export async function bodyRow(db: ReadDb, id: BodyId): Promise<BodyRow | undefined> {
  const row = await db.selectFrom('body').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) return undefined
  const organisation = (await organisations(db)).find(({ key }) => key === row.organisation)!
  return { version: row.version, illustrative: row.illustrative, organisation }
}

export async function organisations(db: ReadDb): Promise<Organisation[]> {
  return db
    .selectFrom('organisation')
    .select(['key', 'name', 'short_name as shortName', 'family', 'members'])
    .orderBy('position')
    .execute()
}

export async function functionKinds(db: ReadDb): Promise<{ key: string; name: string }[]> {
  return db.selectFrom('function_kind').select(['key', 'name']).orderBy('position').execute()
}
