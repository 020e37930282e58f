// Devices that are not asked for the second step.
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

type Tx = Transaction<Tables>
type PersonId = Id<'person'>

export interface Trusted {
  id: Id<'trusted_device'>
  device: string
  createdAt: Date
  expiresAt: Date
}

export async function trustedDevices(db: ReadDb, person: PersonId, now: Date): Promise<Trusted[]> {
  return db
    .selectFrom('trusted_device')
    .select(['id', 'device', 'created_at as createdAt', 'expires_at as expiresAt'])
    .where('person_id', '=', person)
    .where('expires_at', '>', now)
    .orderBy('id', 'desc')
    .execute()
}

export async function isTrusted(db: ReadDb, device: { person: PersonId; hash: string; now: Date }): Promise<boolean> {
  const { rows } = await sql`select from trusted_device
    where person_id = ${device.person} and hash = ${device.hash} and expires_at > ${device.now}`.execute(db)
  return rows.length > 0
}

export interface NewTrusted {
  person: PersonId
  hash: string
  device: string
  now: Date
  days: number
}

/** The days are counted anew. Those that ran out are cleared away. */
export async function trustDevice(db: Kysely<Tables>, { person, hash, device, now, days }: NewTrusted): Promise<void> {
  const until = new Date(now.getTime() + days * 86_400_000)
  await sql`delete from trusted_device where expires_at < ${now}`.execute(db)
  await sql`insert into trusted_device (person_id, hash, device, created_at, expires_at)
    values (${person}, ${hash}, ${device}, ${now}, ${until})
    on conflict (person_id, hash) do update set device = excluded.device, created_at = excluded.created_at,
      expires_at = excluded.expires_at`.execute(db)
}

/** False when the person has no such device. */
export async function endTrusted(tx: Tx, person: PersonId, id: Id<'trusted_device'>): Promise<boolean> {
  const { rows } =
    await sql`delete from trusted_device where person_id = ${person} and id = ${id} returning id`.execute(tx)
  return rows.length === 1
}

/** Answers how many there were. */
export async function endAllTrusted(tx: Tx, person: PersonId): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('trusted_device').where('person_id', '=', person).executeTakeFirst()
  return Number(numDeletedRows)
}
