// Which bodies an administrator reaches, and which bodies a person belongs to.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { searchKey } from '../shared/text.ts'

type BodyId = Id<'body'>

/**
 * The bodies themselves and all below them in their tree. One that leads its place (of the Party, or without an upper
 * body) also reaches every body at its place and the places below. A body that has ended, or whose place has, is
 * judged on the last day, one to come on its first: its people have accounts all the same.
 */
export async function bodiesReached(db: ReadDb, from: readonly BodyId[], today: Day): Promise<Set<BodyId>> {
  if (from.length === 0) return new Set()
  const { rows } = await sql<{ id: BodyId }>`with recursive standing as materialized (
      select v.body_id as id, v.place_id, v.parent_id, least(v.valid_to, p.last, greatest(${today}::date, v.valid_from)) as day
      from body_version v cross join lateral (
        select case when bool_and(valid_to is not null) then max(valid_to) end as last
        from place_version where place_id = v.place_id
      ) p where ${lastStanding({ alias: 'v', table: 'body_version', key: 'body_id', today })}
    ), days as (select distinct day from standing), mine as (
      select s.id, s.place_id, s.parent_id is null or o.family = 'party' as leads
      from standing s join body b on b.id = s.id join organisation o on o.key = b.organisation
      where s.id = any(${from as BodyId[]}::int[])
    ), below (id, day) as (
      select mine.id, day from mine, days union
      select v.body_id, below.day from below join body_version v on v.parent_id = below.id and ${onDay('below')}
    ), land (id, day) as (
      select mine.place_id, day from mine, days where leads union
      select v.place_id, land.day from land join place_version v on v.parent_id = land.id and ${onDay('land')}
    )
    select id from standing join below using (id, day) union
    select s.id from standing s join land on land.id = s.place_id and land.day = s.day`.execute(db)
  return new Set(rows.map((row) => row.id))
}

function onDay(table: string): RawBuilder<unknown> {
  return sql`daterange(v.valid_from, v.valid_to, '[]') @> ${sql.ref(table)}.day`
}

/** The bodies of a list of ids, or all of them, by words in their name; those that have ended come last. */
export async function bodiesToChoose(
  db: ReadDb,
  wanted: { reach: ReadonlySet<BodyId> | null; q: string; today: Day; most: number },
): Promise<{ id: BodyId; name: string; endedOn: Day | null; total: number }[]> {
  const { reach, q, today, most } = wanted
  const words = searchKey(q)
    .split(' ')
    .map((word) => `% ${word}%`)
  const within = reach === null ? sql`true` : sql`v.body_id = any(${[...reach]}::int[])`
  const { rows } = await sql<{ id: BodyId; name: string; endedOn: Day | null; total: number }>`
    select v.body_id as id, v.name, case when v.valid_to < ${today}::date then v.valid_to end as "endedOn",
      count(*) over ()::int as total
    from body_version v join body b on b.id = v.body_id join organisation o on o.key = b.organisation
    where ${within} and ' ' || v.search_key like all(${words})
      and ${lastStanding({ alias: 'v', table: 'body_version', key: 'body_id', today })}
    order by coalesce(v.valid_to < ${today}::date, false), o.position, v.name collate "vi-x-icu", v.body_id
    limit ${most}`.execute(db)
  return rows
}

/** Whether the body had begun by the day; one that has ended still has figures and papers that somebody looks after. */
export async function hasBegun(db: ReadDb, id: BodyId, day: Day): Promise<boolean> {
  const { rows } = await sql`select from body_version
    where body_id = ${id} and (valid_from is null or valid_from <= ${day}::date) limit 1`.execute(db)
  return rows.length > 0
}

/** The version of today; of what has ended, its last; of what is to come, its first. */
export function lastStanding(of: { alias: string; table: string; key: string; today: Day }): RawBuilder<unknown> {
  const [v, table, key] = [sql.ref(of.alias), sql.table(of.table), sql.ref(of.key)]
  const from = sql`${v}.valid_from`
  return sql`not exists (select from ${table} n where n.${key} = ${v}.${key} and case
      when ${from} is null or ${from} <= ${of.today}::date
        then n.valid_from <= ${of.today}::date and (${from} is null or n.valid_from > ${from})
      else n.valid_from is null or n.valid_from < ${from} end)`
}

/** Where the person has roles now or to come; without any, where he had the last ones. */
export async function bodiesOfPerson(db: ReadDb, id: Id<'person'>, today: Day): Promise<BodyId[]> {
  const { rows } = await sql<{ id: BodyId }>`
    with held as (select body_id, coalesce(valid_to, 'infinity') as until from role_held where person_id = ${id})
    select distinct body_id as id from held
    where until >= ${today}::date or until = (select max(until) from held)`.execute(db)
  return rows.map((row) => row.id)
}

/** Accounts in use with the role of administrator today, other than this person's. */
export async function otherAdministrators(db: ReadDb, id: Id<'person'> | null, today: Day): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(distinct p.id)::int as n
    from role_held r join person p on p.id = r.person_id
    join sign_in_account a on a.person_id = p.id and a.password is not null
    where r.role = 'administrator' and p.disabled_at is null and p.id is distinct from ${id}
      and daterange(r.valid_from, r.valid_to, '[]') @> ${today}::date`.execute(db)
  return rows[0]!.n
}
