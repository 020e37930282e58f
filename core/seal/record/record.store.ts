// SQL of the record of looks: who looked at which sealed item, when, under which request.
import { sql } from 'kysely'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

export interface RecordedLook {
  id: number
  at: Date
  handle: string
  requestId: number | null
  personName: string
  part: number | null
}

const looks = sql`select l.id, l.at, i.handle, l.request_id as "requestId", p.name as "personName", l.part
  from seal_look l join sealed_item i on i.id = l.item_id join person p on p.id = l.person_id`

/** The newest 100 in these bodies, null: in all; older than `before`. */
export async function looksIn(
  db: ReadDb,
  of: { bodies: readonly Id<'body'>[] | null; before: number },
): Promise<RecordedLook[]> {
  const within = of.bodies === null ? sql`true` : sql`i.body_id = any(${[...of.bodies]}::int[])`
  const found = sql<RecordedLook>`${looks} where ${within} and l.id < ${of.before} order by l.id desc limit 100`
  return (await found.execute(db)).rows
}

/** In the order they were made. */
export async function looksUnder(db: ReadDb, requests: readonly number[]): Promise<RecordedLook[]> {
  const found = sql<RecordedLook>`${looks} where l.request_id = any(${[...requests]}::int[]) order by l.id`
  return (await found.execute(db)).rows
}
