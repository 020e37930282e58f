// SQL about desks: the bodies that receive citizens on a day, each with its place.
import { sql } from 'kysely'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

export interface Desk {
  deskId: Id<'body'>
  name: string
  organisation: string
  placeId: Id<'place'>
  placeName: string
  upperPlace: string | null
}

const on = (alias: string, day: Day) =>
  sql`daterange(${sql.ref(`${alias}.valid_from`)}, ${sql.ref(`${alias}.valid_to`)}, '[]') @> ${day}::date`

const desks = (day: Day) => sql`
  select v.body_id as "deskId", v.name, b.organisation, v.place_id as "placeId", p.name as "placeName", u.name as "upperPlace"
  from body_version v join body b on b.id = v.body_id
  join body_function f on f.body_id = v.body_id and f.function = 'citizenReception' and ${on('f', day)}
  join organisation o on o.key = b.organisation
  join place_version p on p.place_id = v.place_id and ${on('p', day)}
  left join place_version u on u.place_id = p.parent_id and ${on('u', day)}
  where ${on('v', day)}`

export async function deskOf(db: ReadDb, id: Id<'body'>, day: Day): Promise<Desk | null> {
  return (await sql<Desk>`${desks(day)} and v.body_id = ${id}`.execute(db)).rows[0] ?? null
}

/** Every open desk, by place; those of an authority stand before the others of the same place. */
export async function openDesks(db: ReadDb, day: Day, only?: { placeId?: Id<'place'> }): Promise<Desk[]> {
  const where = only?.placeId === undefined ? sql`` : sql`and v.place_id = ${only.placeId}`
  return (
    await sql<Desk>`${desks(day)} ${where}
      order by u.name collate "vi-x-icu" nulls first, p.name collate "vi-x-icu", b.organisation <> 'peoplesCommittee',
        o.position, v.body_id`.execute(db)
  ).rows
}

export interface Topic {
  key: string
  name: string
  hint: string
}

export async function topicsOn(db: ReadDb, day: Day): Promise<Topic[]> {
  const rows = db.selectFrom('topic').select(['key', 'name', 'hint']).where('since', '<=', day)
  return rows
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', day)]))
    .orderBy('position')
    .execute()
}
