// Which body does what at a place on a day. The bodies' tables are read here only for words on the page of a place.
import { sql } from 'kysely'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { inForceAt } from './place.store.ts'

export interface FunctionHere {
  function: string
  name: string
  bodyId: Id<'body'>
  bodyName: string
  validFrom: Day | null
  validTo: Day | null
}

export async function functionsHere(db: ReadDb, placeId: Id<'place'>, day: Day): Promise<FunctionHere[]> {
  const { rows } = await sql<FunctionHere>`select f.function, k.name, b.body_id as "bodyId", b.name as "bodyName",
      f.valid_from as "validFrom", f.valid_to as "validTo"
    from body_function f join function_kind k on k.key = f.function
    join body_version b on b.body_id = f.body_id and ${inForceAt('b', day)}
    where b.place_id = ${placeId} and ${inForceAt('f', day)}
    order by k.position, b.name collate "vi-x-icu", b.body_id`.execute(db)
  return rows
}
