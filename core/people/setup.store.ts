// The one-time link of the first administrator, and whether one is needed.
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

export async function insertLink(db: Kysely<Tables>, link: { hash: string; at: Date; expiresAt: Date }): Promise<void> {
  await db.deleteFrom('setup_link').where('expires_at', '<', link.at).execute()
  await db
    .insertInto('setup_link')
    .values({ hash: link.hash, created_at: link.at, expires_at: link.expiresAt })
    .execute()
}

/** The link's id while it may still be used. */
export async function usableLink(db: ReadDb, hash: string, now: Date): Promise<Id<'setup_link'> | null> {
  const row = await db
    .selectFrom('setup_link')
    .select('id')
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.id ?? null
}

/** Two who open two links at once are one after the other. */
export async function lockSetup(tx: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(4200005)`.execute(tx)
}

export async function useLink(tx: Transaction<Tables>, id: Id<'setup_link'>, now: Date): Promise<void> {
  await tx.updateTable('setup_link').set({ used_at: now }).where('id', '=', id).execute()
}

export async function anyBody(db: ReadDb): Promise<boolean> {
  return (await db.selectFrom('body').select('id').limit(1).executeTakeFirst()) !== undefined
}

/** Bodies without an upper body on the day, for choosing where the first administrator sits. */
export async function topBodies(db: ReadDb, day: Day): Promise<{ id: Id<'body'>; name: string }[]> {
  const { rows } = await sql<{ id: Id<'body'>; name: string }>`select v.body_id as id, v.name from body_version v
    join body b on b.id = v.body_id join organisation o on o.key = b.organisation
    where v.parent_id is null and daterange(v.valid_from, v.valid_to, '[]') @> ${day}::date
    order by o.position, v.name collate "vi-x-icu" limit 200`.execute(db)
  return rows
}
