// SQL of the tables over `facts`: counts by desk and for the whole, what they break down into, and the cases a figure counts.
import { sql } from 'kysely'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { factsOf, type Asked } from './facts.store.ts'
import { figureKeys, type Counts, type Dimension, type FigureKey } from './figures.ts'

export interface DeskCounts extends Counts {
  /** null: all desks together. */
  deskId: Id<'body'> | null
  /** Of denunciations, which are told apart from everything else. */
  secret: boolean
  meanDays: number | null
  medianDays: number | null
}

export async function countsOf(db: ReadDb, asked: Asked): Promise<DeskCounts[]> {
  const sums = sql.join(figureKeys.map((key) => sql`sum(${sql.ref(key)})::int as ${sql.ref(key)}`))
  const { rows } = await sql<DeskCounts>`${factsOf(asked)}
    select desk_id as "deskId", secret, ${sums}, avg(days)::float8 as "meanDays",
      percentile_cont(0.5) within group (order by days)::float8 as "medianDays"
    from facts group by grouping sets ((desk_id, secret), (secret)) order by desk_id nulls last, secret`.execute(db)
  return rows
}

export interface Part {
  dimension: Dimension
  value: string
  /** What a topic or place is called; null: known by its key. */
  name: string | null
  count: number
}

/** Denunciations stand in no breakdown. */
export async function partsOf(db: ReadDb, asked: Asked): Promise<Part[]> {
  const by = (dimension: Dimension, value: ReturnType<typeof sql>, counted: FigureKey, name = sql`null::text`) => sql`
    select ${dimension}::text as dimension, ${value} as value, ${name} as name, sum(${sql.ref(counted)})::int as count
    from facts f where not secret and ${sql.ref(counted)} > 0 group by 2, 3`
  const place = sql`(select v.name from place_version v where v.place_id = f.place_id order by v.valid_from desc nulls last limit 1)`
  const all = [
    by('kind', sql`kind`, 'received'),
    by('channel', sql`channel`, 'received'),
    by('topic', sql`coalesce(topic, '')`, 'received', sql`(select t.name from topic t where t.key = f.topic)`),
    by('area', sql`place_id::text`, 'received', place),
    by('reason', sql`outcome || coalesce('.' || reason, '')`, 'notEligible'),
  ]
  const { rows } = await sql<Part>`${factsOf(asked)} ${sql.join(all, sql` union all `)} order by 1, 4 desc, 2`.execute(
    db,
  )
  return rows
}

export interface Listed {
  id: Id<'submission'>
  deskId: Id<'body'>
  year: number
  number: number
  /** More than once: it came due, or was answered, so often in the period. */
  times: number
}

export const listedAPage = 200

/** By numbers alone; what is about a body of the reader, or one above it, is not among them. */
export async function listOf(
  db: ReadDb,
  asked: Asked,
  of: { figure: FigureKey; near: readonly Id<'body'>[]; page: number },
): Promise<Listed[]> {
  const { rows } = await sql<Listed>`${factsOf(asked)}
    select id, desk_id as "deskId", year, number, ${sql.ref(of.figure)} as times from facts f
    where not secret and ${sql.ref(of.figure)} > 0
      and not exists (select from submission_accused a where a.submission_id = f.id and a.body_id = any(${of.near as Id<'body'>[]}::int[]))
    order by desk_id, year, number limit ${listedAPage + 1} offset ${(of.page - 1) * listedAPage}`.execute(db)
  return rows
}

export type CaseCounts = Counts & { id: Id<'submission'>; secret: boolean }

/** Case by case, for a table that is fixed: what it counted can then be told whatever becomes of the cases. */
export async function casesOf(db: ReadDb, asked: Asked): Promise<CaseCounts[]> {
  const { rows } = await sql<CaseCounts>`${factsOf(asked)}
    select id, secret, ${sql.join(figureKeys.map((key) => sql.ref(key)))} from facts order by id`.execute(db)
  return rows
}

export interface TableDesk {
  id: Id<'body'>
  name: string
  placeId: Id<'place'>
}

/** Desks of the day at these bodies, below them, or at or below these places, in the order of their places. */
export async function desksUnder(
  db: ReadDb,
  of: { bodies: readonly Id<'body'>[]; places: readonly Id<'place'>[]; day: Day },
): Promise<TableDesk[]> {
  const on = (alias: string) =>
    sql`daterange(${sql.ref(`${alias}.valid_from`)}, ${sql.ref(`${alias}.valid_to`)}, '[]') @> ${of.day}::date`
  const { rows } = await sql<TableDesk>`
    with recursive below (id) as (
      select b from unnest(${of.bodies as Id<'body'>[]}::int[]) b
      union select v.body_id from below join body_version v on v.parent_id = below.id and ${on('v')}
    ), places (id) as (
      select p from unnest(${of.places as Id<'place'>[]}::int[]) p
      union select v.place_id from places join place_version v on v.parent_id = places.id and ${on('v')}
    )
    select v.body_id as id, v.name, v.place_id as "placeId" from body_version v
    join body_function f on f.body_id = v.body_id and f.function = 'citizenReception' and ${on('f')}
    join place_version p on p.place_id = v.place_id and ${on('p')}
    where ${on('v')} and (v.body_id in (select id from below) or v.place_id in (select id from places))
    order by v.body_id = any(${of.bodies as Id<'body'>[]}::int[]) desc, p.name collate "vi-x-icu", v.body_id`.execute(
    db,
  )
  return rows
}
