// What a saved act did, read back: who went where, each named as around that day.
import { sql } from 'kysely'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { SuccessionKind } from '../place.ts'

export interface Went {
  oldId: Id<'place'>
  oldName: string
  oldFullName: string
  kind: SuccessionKind
  newId: Id<'place'> | null
  newName: string | null
  newFullName: string | null
  newCode: string | null
}

export async function wentBy(db: ReadDb, actId: Id<'act'>, day: Day): Promise<Went[]> {
  const { rows } =
    await sql<Went>`select s.from_id as "oldId", o.name as "oldName", o.full_name as "oldFullName", s.kind,
      s.to_id as "newId", n.name as "newName", n.full_name as "newFullName", n.code as "newCode"
    from place_succession s
    join place_version o on o.place_id = s.from_id and o.valid_to = ${day}::date - 1
    left join place_version n on n.place_id = s.to_id and n.valid_from = ${day}::date
    where s.act_id = ${actId} and s.on_date = ${day}::date order by o.code, n.code, s.kind`.execute(db)
  return rows
}
