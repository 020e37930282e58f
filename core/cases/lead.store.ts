// SQL about who may be given a case: the bodies at the desk's place, those above the desk, and those directly below it.
import { sql } from 'kysely'
import { bodiesAbove } from '../bodies/body.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

export interface Lead {
  id: Id<'body'>
  name: string
}

export async function leadsFor(db: ReadDb, deskId: Id<'body'>, day: Day): Promise<Lead[]> {
  const above = await bodiesAbove(db, deskId, day)
  const { rows } = await sql<Lead>`
    select v.body_id as id, v.name from body_version v join body b on b.id = v.body_id
    join organisation o on o.key = b.organisation
    where daterange(v.valid_from, v.valid_to, '[]') @> ${day}::date and (
      v.place_id = (select d.place_id from body_version d where d.body_id = ${deskId}
        and daterange(d.valid_from, d.valid_to, '[]') @> ${day}::date)
      or v.parent_id = ${deskId} or v.body_id = any(${above as Id<'body'>[]}::int[]))
    order by v.body_id <> ${deskId}, o.position, v.name collate "vi-x-icu"`.execute(db)
  return rows
}
