// Forms kept for people whose session ran out while they typed; gone after an hour.
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

type PersonId = Id<'person'>

/** At most a few for one person: the oldest give way. */
export async function insertKept(
  db: Kysely<Tables>,
  kept: { hash: string; personId: PersonId; sealed: Uint8Array; now: Date; until: Date },
): Promise<void> {
  await sql`delete from kept_form where expires_at < ${kept.now} or hash in (
    select hash from kept_form where person_id = ${kept.personId} order by expires_at desc offset 4)`.execute(db)
  await db
    .insertInto('kept_form')
    .values({ hash: kept.hash, person_id: kept.personId, sealed: kept.sealed, expires_at: kept.until })
    .execute()
}

export async function findKept(
  db: ReadDb,
  kept: { hash: string; personId: PersonId; now: Date },
): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('kept_form')
    .select('sealed')
    .where('hash', '=', kept.hash)
    .where('person_id', '=', kept.personId)
    .where('expires_at', '>', kept.now)
    .executeTakeFirst()
  return row?.sealed ?? null
}
