// The bodies of many places at once, with what a change of them has to know: their version and their functions.
import { sql } from 'kysely'
import { inForceAt } from '../places/place.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { versionColumns } from './body.store.ts'
import type { BodyVersion } from './body.ts'

export interface StandingBody extends BodyVersion {
  version: number
  functions: string[]
}

/** In force at these places on the day, in the order of the catalogue, upper bodies of a place before lower ones. */
export async function standingAt(db: ReadDb, places: readonly Id<'place'>[], day: Day): Promise<StandingBody[]> {
  const { rows } = await sql<StandingBody>`select ${versionColumns}, b.version,
      coalesce((select array_agg(f.function order by f.function) from body_function f
        where f.body_id = v.body_id and ${inForceAt('f', day)}), '{}') as functions
    from body_version v join body b on b.id = v.body_id join organisation o on o.key = b.organisation
    where v.place_id = any(${places as Id<'place'>[]}::int[]) and ${inForceAt('v', day)}
    order by v.place_id, o.position, v.name collate "vi-x-icu", v.body_id`.execute(db)
  return rows
}
