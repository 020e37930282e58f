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

export async function candidatesFor(db: ReadDb, of: { report: Id<'report'>; day: Day }): Promise<Candidate[]> {
  const found = await sql<Candidate>`
    with recursive land (id) as (
      select place_id from report where id = ${of.report} union
      select v.place_id from land join place_version v on v.parent_id = land.id
        and daterange(v.valid_from, v.valid_to, '[]') @> ${of.day}::date),
    up (id) as (
      select body_id from report where id = ${of.report} union
      select v.parent_id from up join body_version v on v.body_id = up.id and v.parent_id is not null
        and daterange(v.valid_from, v.valid_to, '[]') @> ${of.day}::date)
    select v.body_id as id, v.name, o.key as organisation, o.name as "organisationName"
    from body_version v join body b on b.id = v.body_id join organisation o on o.key = b.organisation
    where daterange(v.valid_from, v.valid_to, '[]') @> ${of.day}::date
      and (v.place_id in (select id from land) or v.body_id in (select id from up))
      and v.body_id <> (select body_id from report where id = ${of.report})
    order by o.position, v.name collate "vi-x-icu", v.body_id`.execute(db)
  return found.rows
}
