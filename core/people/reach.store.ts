// Which bodies an administrator reaches, and which bodies a person belongs to.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { searchKey } from '../shared/text.ts'

type BodyId = Id<'body'>

/**
 * The bodies themselves and all below them in their tree. One that leads its place (of the Party, or without an upper
 * body) also reaches every body at its place and the places below. A body that has ended counts as it last stood:
 * its people still have accounts.
 */
export async function bodiesReached(db: ReadDb, from: readonly BodyId[], today: Day): Promise<Set<BodyId>> {
  if (from.length === 0) return new Set()
  const standing = (alias: string, table: string, key: string) => lastStanding({ alias, table, key, today })
  const body = standing('v', 'body_version', 'body_id')
  const { rows } = await sql<{ id: BodyId }>`with recursive mine as (
      select v.body_id as id, v.place_id, v.parent_id is null or o.family = 'party' as leads
      from body_version v join body b on b.id = v.body_id join organisation o on o.key = b.organisation
      where v.body_id = any(${from as BodyId[]}::int[]) and ${body}
    ), below (id) as (
      select id from mine union
      select v.body_id from below join body_version v on v.parent_id = below.id and ${body}
    ), land (id) as (
      select place_id from mine where leads union
      select v.place_id from land join place_version v on v.parent_id = land.id
        and ${standing('v', 'place_version', 'place_id')}
    )
    select id from below union
    select v.body_id from land join body_version v on v.place_id = land.id and ${body}`.execute(db)
  return new Set(rows.map((row) => row.id))
}

/** The bodies of a list of ids, or all of them, by words in their name; those that have ended come last. */
export async function bodiesToChoose(
  db: ReadDb,
  wanted: { reach: ReadonlySet<BodyId> | null; q: string; today: Day; most: number },
): Promise<{ id: BodyId; name: string; endedOn: Day | null; total: number }[]> {
  const { reach, q, today, most } = wanted
  const within = reach === null ? sql`true` : sql`v.body_id = any(${[...reach]}::int[])`
  const { rows } = await sql<{ id: BodyId; name: string; endedOn: Day | null; total: number }>`
    select v.body_id as id, v.name, case when v.valid_to < ${today}::date then v.valid_to end as "endedOn",
      count(*) over ()::int as total
    from body_version v join body b on b.id = v.body_id join organisation o on o.key = b.organisation
    where ${within} and v.search_key like ${`%${searchKey(q)}%`}
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
