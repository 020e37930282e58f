// SQL of what other systems sent: with which key, and the topics they may name.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Topic } from './service.ts'

export async function topicsOn(db: ReadDb, day: Day): Promise<Topic[]> {
  const { rows } = await sql<Topic>`select key, name, hint from topic
    where since <= ${day}::date and (until is null or until >= ${day}::date) order by position`.execute(db)
  return rows
}

export async function insertRequest(
  tx: Transaction<Tables>,
  made: { id: Id<'submission'>; keyId: Id<'open311_key'>; service: string },
): Promise<void> {
  await sql`insert into open311_request (submission_id, key_id, service_code)
    values (${made.id}, ${made.keyId}, ${made.service})`.execute(tx)
}

export interface Own {
  id: Id<'submission'>
  over: boolean
  service: string
  serviceName: string
  at: Date
}

/** Of these cases the ones sent with this key. */
export async function ownRequests(
  db: ReadDb,
  ids: readonly Id<'submission'>[],
  keyId: Id<'open311_key'>,
): Promise<Own[]> {
  const { rows } = await sql<Own>`
    select s.id, s.stage in ('answered', 'closed', 'ended') as over, r.service_code as service, t.name as "serviceName",
      s.received_at as at
    from open311_request r join submission s on s.id = r.submission_id join topic t on t.key = r.service_code
    where r.submission_id = any(${[...ids]}::int[]) and r.key_id = ${keyId} order by s.id`.execute(db)
  return rows
}

/** The case of a code on a receipt, of those that came by GeoReport. */
export async function requestOfCode(db: ReadDb, code: string): Promise<Id<'submission'> | undefined> {
  const { rows } = await sql<{ id: Id<'submission'> }>`select s.id from submission s
    join open311_request r on r.submission_id = s.id where s.code = ${code}`.execute(db)
  return rows[0]?.id
}

/** false: it was told before. */
export async function insertUpdate(
  tx: Transaction<Tables>,
  made: { keyId: Id<'open311_key'>; id: Id<'submission'>; updateId: string; now: Date },
): Promise<boolean> {
  const { rows } = await sql`insert into open311_update (key_id, submission_id, update_id, at)
    values (${made.keyId}, ${made.id}, ${made.updateId}, ${made.now}) on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}
