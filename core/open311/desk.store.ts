// SQL of the desks requests from other systems may go to.
import { sql } from 'kysely'
import { inForceAt, subtree } from '../places/place.read.ts'
import { levels, type Level } from '../places/place.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

export interface Desk {
  deskId: Id<'body'>
  name: string
  placeId: Id<'place'>
  level: Level
}

/** Of a place and all below it, or of everywhere; the innermost places first, of each the authority first. */
export async function desksWithin(db: ReadDb, place: Id<'place'> | null, day: Day): Promise<Desk[]> {
  const within = place === null ? sql`true` : sql`v.place_id in (select id from ${subtree([place], day)})`
  const { rows } = await sql<Desk>`
    select v.body_id as "deskId", v.name, v.place_id as "placeId", p.level
    from body_version v join body b on b.id = v.body_id join organisation o on o.key = b.organisation
    join body_function f on f.body_id = v.body_id and f.function = 'citizenReception' and ${inForceAt('f', day)}
    join place_version p on p.place_id = v.place_id and ${inForceAt('p', day)}
    where ${inForceAt('v', day)} and ${within}
    order by array_position(${levels as unknown as string[]}::text[], p.level) desc,
      b.organisation <> 'peoplesCommittee', o.position, v.body_id`.execute(db)
  return rows
}

export async function isDesk(db: ReadDb, id: Id<'body'>, day: Day): Promise<boolean> {
  return (await desksWithin(db, null, day)).some(({ deskId }) => deskId === id)
}
