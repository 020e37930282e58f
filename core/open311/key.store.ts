// SQL of the keys of other systems.
import { sql, type Transaction } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Tables } from '../db/schema.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

export interface Key {
  id: Id<'open311_key'>
  deskId: Id<'body'>
  desk: string
  name: string
  prefix: string
  createdAt: Date
  revokedAt: Date | null
  /** Requests sent with it. */
  sent: number
  lastUsedAt: Date | null
  /** So many at once, then so many a minute. */
  burst: number
  aMinute: number
}

const keys = sql`select k.id, k.desk_id as "deskId", ${lastNameOf(sql`k.desk_id`)} as desk, k.name, k.prefix, k.created_at as "createdAt",
  k.revoked_at as "revokedAt", (select count(*)::int from open311_request r where r.key_id = k.id) as sent,
  k.last_used_at as "lastUsedAt", k.burst, k.a_minute as "aMinute"
  from open311_key k`

export async function allKeys(db: ReadDb): Promise<Key[]> {
  return (await sql<Key>`${keys} order by k.id`.execute(db)).rows
}

export async function readKey(db: ReadDb, id: Id<'open311_key'>): Promise<Key | undefined> {
  return (await sql<Key>`${keys} where k.id = ${id}`.execute(db)).rows[0]
}

/** A revoked one is not found. */
export async function keyByHash(
  db: ReadDb,
  hash: string,
): Promise<Pick<Key, 'id' | 'deskId' | 'burst' | 'aMinute'> | undefined> {
  const columns = ['id', 'desk_id as deskId', 'burst', 'a_minute as aMinute'] as const
  const rows = db.selectFrom('open311_key').select(columns).where('hash', '=', hash)
  return rows.where('revoked_at', 'is', null).executeTakeFirst()
}

export async function noteUse(tx: Transaction<Tables>, id: Id<'open311_key'>, now: Date): Promise<void> {
  await sql`update open311_key set last_used_at = ${now} where id = ${id}`.execute(tx)
}

interface NewKey {
  deskId: Id<'body'>
  name: string
  prefix: string
  hash: string
  burst: number
  aMinute: number
  by: Id<'person'> | null
  now: Date
}

export async function insertKey(tx: Transaction<Tables>, made: NewKey): Promise<Id<'open311_key'>> {
  const { rows } = await sql<{ id: Id<'open311_key'> }>`
    insert into open311_key (desk_id, name, prefix, hash, burst, a_minute, created_at, created_by)
    values (${made.deskId}, ${made.name}, ${made.prefix}, ${made.hash}, ${made.burst}, ${made.aMinute}, ${made.now},
      ${made.by}::int)
    returning id`.execute(tx)
  return rows[0]!.id
}

/** false: it was revoked before. */
export async function revokeKey(tx: Transaction<Tables>, id: Id<'open311_key'>, now: Date): Promise<boolean> {
  const { rows } = await sql`update open311_key set revoked_at = ${now}
    where id = ${id} and revoked_at is null returning 1`.execute(tx)
  return rows.length > 0
}
