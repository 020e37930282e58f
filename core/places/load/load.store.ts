// Writes a whole plan in a few statements: one JSON array a table, ids taken in blocks.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import type { Boundary, StatisticRow } from './files.ts'
import type { Plan } from './rows.ts'

type Tx = Transaction<Tables>
type PlaceIds = readonly Id<'place'>[]

/** Locks the loading for this transaction, so that two processes starting at once load one list. */
export async function alreadyLoaded(tx: Tx): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(4200003)`.execute(tx)
  const one = await tx
    .selectFrom('place_version')
    .select('id')
    .where('source', '=', 'listOfJuly2025')
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
}

export async function insertActs(tx: Tx, plan: Plan): Promise<void> {
  await sql`insert into act (number, issuer, title, issued_on, effective_on, confidence, note)
    select * from jsonb_to_recordset(${JSON.stringify(plan.acts)}::jsonb)
      as a (number text, issuer text, title text, issued_on date, effective_on date, confidence text, note text)
    on conflict do nothing`.execute(tx)
}

/** Ids in the order of `plan.places`. */
export async function insertPlaces(tx: Tx, plan: Plan): Promise<PlaceIds> {
  const { rows } = await sql<{ id: Id<'place'> }>`insert into place (no_code_reason)
    select r.reason from jsonb_array_elements(${JSON.stringify(plan.places)}::jsonb) with ordinality p (value, n),
      lateral (select p.value ->> 'no_code_reason' as reason) r
    order by p.n returning id`.execute(tx)
  return rows.map((row) => row.id).sort((a, b) => a - b)
}

export async function insertVersions(tx: Tx, plan: Plan, ids: PlaceIds): Promise<void> {
  const rows = plan.versions.map(({ place, parent, ...version }) => ({
    ...version,
    place_id: ids[place],
    parent_id: parent === null ? null : ids[parent],
  }))
  await sql`insert into place_version (place_id, valid_from, valid_to, name, full_name, type, level, code, parent_id,
      name_en, search_key, exact_key, source, from_act_id)
    select v.place_id, v.valid_from, v.valid_to, v.name, v.full_name, v.type, v.level, v.code, v.parent_id,
      v.name_en, v.search_key, v.exact_key, v.source, act.id
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v (place_id int, valid_from date, valid_to date,
      name text, full_name text, type text, level text, code text, parent_id int, name_en text, search_key text,
      exact_key text, source text, act text)
    left join act on act.number = v.act`.execute(tx)
}

export async function insertSuccessions(tx: Tx, plan: Plan, ids: PlaceIds): Promise<void> {
  const rows = plan.successions.map(({ from, to, ...line }) => ({
    ...line,
    from_id: ids[from],
    to_id: to === null ? null : ids[to],
  }))
  await sql`insert into place_succession (from_id, to_id, on_date, kind, share, share_method, act_id, confidence, note)
    select s.from_id, s.to_id, s.on_date, s.kind, s.share, case when s.share = 1 then 'whole' end, act.id,
      s.confidence, s.note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as s (from_id int, to_id int, on_date date, kind text,
      share numeric, act text, confidence text, note text)
    left join act on act.number = s.act`.execute(tx)
}

export async function insertPending(tx: Tx, plan: Plan, ids: PlaceIds): Promise<void> {
  const rows = plan.pending.map(({ place, ...line }) => ({ ...line, place_id: ids[place] }))
  await sql`insert into place_change_pending (act_id, place_id, on_date, how_many, what)
    select act.id, p.place_id, p.on_date, p.how_many, p.what
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as p (act text, place_id int, on_date date, how_many int,
      what text)
    join act on act.number = p.act`.execute(tx)
}

/** Zero, empty and “đang cập nhật” mean not known. */
export async function insertStatistics(
  tx: Tx,
  rows: (StatisticRow & { source: string })[],
  idOf: (code: string) => Id<'place'>,
): Promise<void> {
  const lines = rows.map((row) => ({ ...row, place_id: idOf(row.code) }))
  await sql`insert into place_statistic (place_id, area_km2, population, seat, lat, lon, source)
    select s.place_id, nullif(s.area_km2, '')::numeric, nullif(s.population, '')::int,
      nullif(nullif(s.seat, ''), 'đang cập nhật'), nullif(s.lat, '')::numeric, nullif(s.lon, '')::numeric, s.source
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as s (place_id int, area_km2 text, population text,
      seat text, lat text, lon text, source text)`.execute(tx)
  await sql`update place_statistic set area_km2 = nullif(area_km2, 0), population = nullif(population, 0)
    where area_km2 = 0 or population = 0`.execute(tx)
}

export async function insertBoundaries(
  tx: Tx,
  boundaries: (Boundary & { placeId: Id<'place'> })[],
  from: { day: string; source: string },
): Promise<void> {
  const ids = boundaries.map((boundary) => boundary.placeId)
  const shapes = boundaries.map((boundary) => boundary.geometry)
  await sql`insert into place_boundary (place_id, valid_from, geometry, source)
    select b.id, ${from.day}::date, b.shape::jsonb, ${from.source}
    from unnest(${ids}::int[], ${shapes}::text[]) as b (id, shape)`.execute(tx)
}
