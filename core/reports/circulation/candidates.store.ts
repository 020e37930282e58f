// SQL of the bodies a report may be sent to, for comments or when it is out: at its place, below it, and right above it.
import { sql } from 'kysely'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

export interface Candidate {
  id: Id<'body'>
  name: string
  organisation: string
  organisationName: string
}

/** Of the same name, as the unions of two communes called Tân An: told apart by the place above. As on the day; of a body that has ended, as on the last day of the report's period. */
export async function candidatesFor(db: ReadDb, of: { report: Id<'report'>; day: Day }): Promise<Candidate[]> {
  const found = await sql<Candidate>`
    with recursive asked (day) as (
      select case when exists (
          select 1 from body_version where body_id = r.body_id and daterange(valid_from, valid_to, '[]') @> ${of.day}::date)
        then ${of.day}::date else p.ends_on end
      from report r join period p on p.id = r.period_id where r.id = ${of.report}),
    land (id) as (
      select place_id from report where id = ${of.report} union
      select v.place_id from land join place_version v on v.parent_id = land.id
        and daterange(v.valid_from, v.valid_to, '[]') @> (select day from asked)),
    up (id) as (
      select body_id from report where id = ${of.report} union
      select v.parent_id from up join body_version v on v.body_id = up.id and v.parent_id is not null
        and daterange(v.valid_from, v.valid_to, '[]') @> (select day from asked))
    select v.body_id as id, o.key as organisation, o.name as "organisationName",
      v.name || case when count(*) over (partition by v.name) = 1 then '' else coalesce((
        select ' (' || up.full_name || ')' from place_version own join place_version up on up.place_id = own.parent_id
          and daterange(up.valid_from, up.valid_to, '[]') @> (select day from asked)
        where own.place_id = v.place_id and daterange(own.valid_from, own.valid_to, '[]') @> (select day from asked)), '')
      end as name
    from body_version v join body b on b.id = v.body_id join organisation o on o.key = b.organisation
    where daterange(v.valid_from, v.valid_to, '[]') @> (select day from asked)
      and (v.place_id in (select id from land) or v.body_id in (select id from up))
      and v.body_id <> (select body_id from report where id = ${of.report})
    order by o.position, v.name collate "vi-x-icu", v.body_id`.execute(db)
  return found.rows
}
