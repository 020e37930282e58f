// SQL of passkeys: the public halves of keys that live in a person's phone, computer or stick.
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

type Tx = Transaction<Tables>
type PersonId = Id<'person'>

export interface Passkey {
  id: Id<'passkey'>
  name: string
  createdAt: Date
  lastUsedAt: Date | null
}

export interface Credential {
  credentialId: string
  publicKey: Uint8Array
  counter: number
  transports: string[]
}

export async function passkeysOf(db: ReadDb, person: PersonId): Promise<(Passkey & Credential)[]> {
  const { rows } = await sql<Passkey & Credential>`select id, name, created_at as "createdAt",
      last_used_at as "lastUsedAt", credential_id as "credentialId", public_key as "publicKey",
      counter::float8 as counter, transports
    from passkey where person_id = ${person} order by id`.execute(db)
  return rows
}

export async function passkeyByCredential(
  db: ReadDb,
  credentialId: string,
): Promise<(Credential & { id: Id<'passkey'>; personId: PersonId }) | undefined> {
  const { rows } = await sql<Credential & { id: Id<'passkey'>; personId: PersonId }>`select id, person_id as "personId",
      credential_id as "credentialId", public_key as "publicKey", counter::float8 as counter, transports
    from passkey where credential_id = ${credentialId}`.execute(db)
  return rows[0]
}

/** False when this key is known already. */
export async function insertPasskey(
  tx: Tx,
  key: Credential & { personId: PersonId; name: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql`insert into passkey
      (person_id, credential_id, public_key, counter, transports, name, created_at)
    values (${key.personId}, ${key.credentialId}, ${Buffer.from(key.publicKey)}, ${key.counter},
      ${key.transports}::text[], ${key.name}, ${key.at})
    on conflict (credential_id) do nothing returning id`.execute(tx)
  return rows.length === 1
}

export async function countUse(
  db: Kysely<Tables>,
  use: { credentialId: string; counter: number; at: Date },
): Promise<void> {
  await sql`update passkey set counter = ${use.counter}, last_used_at = ${use.at}
    where credential_id = ${use.credentialId}`.execute(db)
}

/** False when the person has no such key. */
export async function renamePasskey(
  tx: Tx,
  key: { id: Id<'passkey'>; person: PersonId; name: string },
): Promise<boolean> {
  const { rows } = await sql`update passkey set name = ${key.name}
    where id = ${key.id} and person_id = ${key.person} returning id`.execute(tx)
  return rows.length === 1
}

/** False when the person has no such key. */
export async function deletePasskey(tx: Tx, person: PersonId, id: Id<'passkey'>): Promise<boolean> {
  const { rows } = await sql`delete from passkey where id = ${id} and person_id = ${person} returning id`.execute(tx)
  return rows.length === 1
}

/** All of them; answers how many there were. */
export async function deletePasskeys(tx: Tx, person: PersonId): Promise<number> {
  const { numDeletedRows } = await tx.deleteFrom('passkey').where('person_id', '=', person).executeTakeFirst()
  return Number(numDeletedRows)
}
