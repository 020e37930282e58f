// SQL of requests to open a seal.
import { sql, type RawBuilder, type Transaction } from 'kysely'
import { lastNameOf } from '../../bodies/body.read.ts'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { ItemTimes, RequestTimes } from '../seal.ts'
import type { ItemId } from '../sealed.store.ts'

type Tx = Transaction<Tables>
export type RequestId = Id<'seal_request'>

export interface Request extends RequestTimes, ItemTimes {
  id: RequestId
  itemId: ItemId
  handle: string
  what: string
  bodyId: Id<'body'>
  bodyName: string
  askedBy: Id<'person'>
  askerName: string
  askedAt: Date
  reason: string
  decidedBy: Id<'person'> | null
  deciderName: string | null
  decidedAt: Date | null
  note: string | null
}

const request = sql`r.id, r.item_id as "itemId", i.handle, i.what, i.body_id as "bodyId", i.kept_at as "keptAt",
  i.released_at as "releasedAt", i.destroyed_at as "destroyedAt", r.asked_by as "askedBy", asker.name as "askerName",
  r.asked_at as "askedAt", r.reason, r.wait_until as "waitUntil", r.decided_by as "decidedBy", decider.name as "deciderName",
  r.decided_at as "decidedAt", r.approved, r.note, r.open_until as "openUntil", r.ended_at as "endedAt",
  ${lastNameOf(sql`i.body_id`)} as "bodyName"`

const from = sql`seal_request r join sealed_item i on i.id = r.item_id join person asker on asker.id = r.asked_by
  left join person decider on decider.id = r.decided_by`

/** Held until the end of the save, with its item: of two who decide at once, the second reads what the first said. */
export async function holdRequest(tx: Tx, id: RequestId): Promise<Request | undefined> {
  await sql`select from seal_request r join sealed_item i on i.id = r.item_id where r.id = ${id} for update`.execute(tx)
  return (await sql<Request>`select ${request} from ${from} where r.id = ${id}`.execute(tx)).rows[0]
}

/** A request of the same person for the same item that waits or is open. */
export async function liveRequest(tx: Tx, of: { itemId: ItemId; personId: Id<'person'>; now: Date }): Promise<boolean> {
  const { rows } = await sql`select from seal_request where item_id = ${of.itemId} and asked_by = ${of.personId}
    and ended_at is null and (approved is null and wait_until > ${of.now} or open_until > ${of.now})`.execute(tx)
  return rows.length > 0
}

export async function insertRequest(
  tx: Tx,
  made: { itemId: ItemId; personId: Id<'person'>; at: Date; reason: string; waitUntil: Date },
): Promise<RequestId> {
  const { id } = await tx
    .insertInto('seal_request')
    .values({
      ...{ item_id: made.itemId, asked_by: made.personId, asked_at: made.at },
      ...{ reason: made.reason, wait_until: made.waitUntil },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function decide(
  tx: Tx,
  id: RequestId,
  by: { personId: Id<'person'>; at: Date; openUntil: Date | null; note: string | null },
): Promise<void> {
  const { personId, at, openUntil, note } = by
  await tx
    .updateTable('seal_request')
    .set({ decided_by: personId, decided_at: at, approved: openUntil !== null, open_until: openUntil, note })
    .where('id', '=', id)
    .execute()
}

export async function endRequest(tx: Tx, id: RequestId, at: Date): Promise<void> {
  await tx.updateTable('seal_request').set({ ended_at: at }).where('id', '=', id).execute()
}

const most = 50

/** His own, and those that wait in bodies where he may decide; the newest first. */
export async function requestsFor(
  db: ReadDb,
  of: { personId: Id<'person'>; bodies: readonly Id<'body'>[]; now: Date },
): Promise<Request[]> {
  const waiting = sql`i.body_id = any(${[...of.bodies]}::int[]) and r.decided_at is null and r.ended_at is null
    and r.wait_until > ${of.now}`
  // What waits comes first: it must not hide behind many that are over.
  return listed(
    db,
    sql`r.asked_by = ${of.personId} or r.decided_by = ${of.personId} or (${waiting})`,
    sql`(${waiting}) desc,`,
  )
}

/** Those of these bodies, null: of all; older than `before`. */
export async function requestsIn(
  db: ReadDb,
  of: { bodies: readonly Id<'body'>[] | null; before: number },
): Promise<Request[]> {
  const within = of.bodies === null ? sql`true` : sql`i.body_id = any(${[...of.bodies]}::int[])`
  return listed(db, sql`${within} and r.id < ${of.before}`)
}

async function listed(db: ReadDb, where: RawBuilder<unknown>, first = sql``): Promise<Request[]> {
  const found = sql<Request>`select ${request} from ${from} where ${where} order by ${first} r.id desc limit ${most}`
  return (await found.execute(db)).rows
}
