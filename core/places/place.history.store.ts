// What became of places: successions with their acts, changes still to be entered, boundaries, statistics.
import { sql } from 'kysely'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Flow } from './carry.ts'
import type { Confidence, SuccessionKind } from './place.ts'
import { inForceAt } from './place.store.ts'

type PlaceId = Id<'place'>

/** One line of history seen from a place: the other place, how it was called then, and the act that says so. */
export interface Relative {
  placeId: PlaceId | null
  fullName: string | null
  code: string | null
  onDate: Day
  kind: SuccessionKind
  share: string | null
  shareMethod: string | null
  act: { number: string; issuer: string | null; title: string | null; issuedOn: Day | null } | null
  confidence: Confidence
  note: string | null
}

const lineColumns = sql`s.on_date as "onDate", s.kind, s.share, s.share_method as "shareMethod",
  s.confidence, s.note, v.place_id as "placeId", v.full_name as "fullName", v.code,
  case when a.id is not null then jsonb_build_object('number', a.number, 'issuer', a.issuer, 'title', a.title,
    'issuedOn', a.issued_on) end as act`

/** Where the place came from; its own earlier names too. Each named as on the day before. */
export async function predecessorsOf(db: ReadDb, placeId: PlaceId): Promise<Relative[]> {
  const { rows } = await sql<Relative>`select ${lineColumns} from place_succession s
    join place_version v on v.place_id = s.from_id and v.valid_to = s.on_date - 1
    left join act a on a.id = s.act_id
    where s.to_id = ${placeId} order by s.on_date desc, v.code, s.kind`.execute(db)
  return rows
}

/** Where it went; its own later names too. Each named as on the day itself; nobody when it was dissolved. */
export async function successorsOf(db: ReadDb, placeId: PlaceId): Promise<Relative[]> {
  const { rows } = await sql<Relative>`select ${lineColumns} from place_succession s
    left join place_version v on v.place_id = s.to_id and v.valid_from = s.on_date
    left join act a on a.id = s.act_id
    where s.from_id = ${placeId} order by s.on_date, v.code, s.kind`.execute(db)
  return rows
}

/** The flows that start at these places after `from` and until `on`, and those that follow; the newest key counts. */
export async function flowsFrom(db: ReadDb, places: readonly PlaceId[], span: { from: Day; on: Day }): Promise<Flow[]> {
  const { rows } = await sql<Flow>`with recursive reached (id) as (
      select unnest(${places as PlaceId[]}::int[])
      union
      select s.to_id from reached join place_succession s on s.from_id = reached.id
      where s.to_id is not null and s.on_date > ${span.from}::date and s.on_date <= ${span.on}::date
    )
    select s.from_id as "from", s.to_id as "to", s.on_date as "onDate", s.kind,
      coalesce(part.top || '/' || part.bottom, s.share::text) as share, part.key_id as "keyId"
    from reached join place_succession s on s.from_id = reached.id
    left join place_key k on k.place_id = s.from_id and s.kind = 'split'
      and k.version = (select max(version) from place_key where place_id = s.from_id)
    left join place_key_share part on part.key_id = k.id and part.to_id = s.to_id
    where s.kind in ('merged', 'split', 'dissolved') and s.on_date > ${span.from}::date
      and s.on_date <= ${span.on}::date
    order by s.on_date, s.from_id, s.to_id`.execute(db)
  return rows
}

/** Of each of these places the ones of the earlier day that went into it, whole or in part; of an unchanged one itself. */
export async function originsOf(
  db: ReadDb,
  places: readonly PlaceId[],
  span: { from: Day; on: Day },
): Promise<{ placeId: PlaceId; from: PlaceId }[]> {
  const { rows } = await sql<{ placeId: PlaceId; from: PlaceId }>`with recursive reached (place, id) as (
      select p, p from unnest(${places as PlaceId[]}::int[]) as p
      union
      select r.place, s.from_id from reached r join place_succession s on s.to_id = r.id and ${moves(span)}
    )
    select place as "placeId", id as "from" from reached r
    where not exists (select from place_succession s where s.to_id = r.id and ${moves(span)})`.execute(db)
  return rows
}

const moves = ({ from, on }: { from: Day; on: Day }) =>
  sql`s.kind in ('merged', 'split') and s.on_date > ${from}::date and s.on_date <= ${on}::date`

export interface PendingChange {
  act: string
  onDate: Day
  howMany: number
  what: string
}

/** Changes known to have happened at these places by the day but not yet entered unit by unit. */
export async function pendingAt(db: ReadDb, places: readonly PlaceId[], day: Day): Promise<PendingChange[]> {
  const { rows } =
    await sql<PendingChange>`select a.number as act, p.on_date as "onDate", p.how_many as "howMany", p.what
    from place_change_pending p join act a on a.id = p.act_id
    where p.place_id = any(${places as PlaceId[]}::int[]) and p.on_date <= ${day}::date
    order by p.on_date, p.id`.execute(db)
  return rows
}

export interface Shape {
  placeId: PlaceId
  validFrom: Day
  validTo: Day | null
  geometry: unknown
  source: string
}

/** The nearest places with a boundary: the place itself (step 0), or those it went into, or those it came from. */
export async function nearestShapes(
  db: ReadDb,
  placeId: PlaceId,
  direction: 'successors' | 'predecessors',
): Promise<{ step: number; shapes: Shape[] }> {
  const [here, there] = direction === 'successors' ? ['from_id', 'to_id'] : ['to_id', 'from_id']
  const { rows } = await sql<Shape & { step: number }>`with recursive reached (id, step) as (
      select ${placeId}::int, 0
      union
      select ${sql.ref(`s.${there}`)}, r.step + 1 from reached r
      join place_succession s on ${sql.ref(`s.${here}`)} = r.id and s.to_id <> s.from_id
    ), found as (
      select r.id, min(r.step) as step from reached r where exists (select from place_boundary b where b.place_id = r.id)
      group by r.id
    )
    select f.step, b.place_id as "placeId", b.valid_from as "validFrom", b.valid_to as "validTo", b.geometry, b.source
    from found f join place_boundary b on b.place_id = f.id
    where f.step = (select min(step) from found) order by b.place_id, b.valid_from`.execute(db)
  return { step: rows[0]?.step ?? 0, shapes: rows.map(({ step: _step, ...shape }) => shape) }
}

/** The boundaries in force on the day, of those of these places that have one. */
export async function shapesAt(db: ReadDb, places: readonly PlaceId[], day: Day): Promise<Shape[]> {
  const { rows } =
    await sql<Shape>`select b.place_id as "placeId", b.valid_from as "validFrom", b.valid_to as "validTo",
      b.geometry, b.source
    from place_boundary b where b.place_id = any(${places as PlaceId[]}::int[]) and b.valid_from <= ${day}::date
      and (b.valid_to is null or b.valid_to >= ${day}::date) order by b.place_id`.execute(db)
  return rows
}

/** The first day from this one on of which any boundary is known; null: none is. */
export async function firstDayWithShapes(db: ReadDb, day: Day): Promise<Day | null> {
  const { rows } = await sql<{ day: Day | null }>`select min(greatest(valid_from, ${day}::date)) as day
    from place_boundary where valid_to is null or valid_to >= ${day}::date`.execute(db)
  return rows[0]!.day
}

export async function statisticOf(db: ReadDb, placeId: PlaceId) {
  const columns = ['area_km2', 'population', 'seat', 'lat', 'lon', 'source', 'reviewed'] as const
  return db.selectFrom('place_statistic').select(columns).where('place_id', '=', placeId).executeTakeFirst()
}

/**
 * Every place of whatever day that lies in one of these areas on the day, with its area. What ended lies in the place it went
 * whole into; else where it lay last. So none lies in two areas of one level.
 */
export async function placesIn(db: ReadDb, areas: readonly PlaceId[], day: Day): Promise<Map<PlaceId, PlaceId>> {
  const wholeInto = sql`s.kind = 'merged' and s.to_id <> s.from_id and s.on_date <= ${day}::date`
  const goesOn = (id: string) =>
    sql`exists (select from place_version w where w.place_id = ${sql.ref(id)} and ${inForceAt('w', day)})`
  const { rows } = await sql<{ area: PlaceId; id: PlaceId }>`with recursive inside (area, id) as (
      select a, a from unnest(${areas as PlaceId[]}::int[]) a
      union
      select i.area, n.id from inside i cross join lateral (
        select v.place_id as id from place_version v where v.parent_id = i.id and ${inForceAt('v', day)}
        union all
        select s.from_id from place_succession s where s.to_id = i.id and ${wholeInto} and not ${goesOn('s.from_id')}
        union all
        select v.place_id from place_version v where v.parent_id = i.id and v.valid_to < ${day}::date
          and not ${goesOn('v.place_id')}
          and not exists (select from place_version w where w.place_id = v.place_id and w.valid_from > v.valid_to)
          and not exists (select from place_succession s where s.from_id = v.place_id and ${wholeInto})) n)
    select area, id from inside`.execute(db)
  return new Map(rows.map(({ area, id }) => [id, area]))
}

/** Another one as soon as a place, a version or a succession was added. */
export async function placesStamp(db: ReadDb): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`select concat_ws(' ', (select max(id) from place),
    (select count(*) from place_version), (select max(id) from place_succession), (select max(id) from place_boundary)) as stamp`.execute(
    db,
  )
  return rows[0]!.stamp
}
