// Writes about people: accounts, passwords, closing and opening.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Role } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import { searchKey } from '../shared/text.ts'

type Tx = Transaction<Tables>
type PersonId = Id<'person'>

export interface NewRole {
  role: Role
  bodyId: Id<'body'>
  validFrom: Day
  validTo?: Day | null
}

export interface NewPerson {
  name: string
  /** Lower case; see `usernameFaults`. */
  username: string
  /** From `hashPassword`; people with the same password may share one. */
  passwordHash: string
  mustChangePassword?: boolean
  sample?: boolean
  roles?: readonly NewRole[]
  at: Date
}

/** Held until the transaction ends: two accounts made at once do not get the same user name. */
export async function lockNewPeople(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(4200004)`.execute(tx)
}

/** One account with its password and roles. The caller has asked whether it may be and records the event. */
export async function insertPerson(tx: Tx, person: NewPerson): Promise<PersonId> {
  const { id } = await tx
    .insertInto('person')
    .values({
      name: person.name,
      username: person.username,
      search_key: searchKey(`${person.name} ${person.username}`),
      sample: person.sample ?? false,
      must_change_password: person.mustChangePassword ?? false,
      created_at: person.at,
      updated_at: person.at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .insertInto('sign_in_account')
    .values({ person_id: id, account_id: String(id), provider_id: 'credential', password: person.passwordHash })
    .execute()
  for (const role of person.roles ?? []) await insertRole(tx, id, role)
  return id
}

export async function insertRole(tx: Tx, personId: PersonId, held: NewRole): Promise<Id<'role_held'>> {
  const { id } = await tx
    .insertInto('role_held')
    .values({
      person_id: personId,
      role: held.role,
      body_id: held.bodyId,
      valid_from: held.validFrom,
      valid_to: held.validTo ?? null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False when somebody else has changed the person since he was read; without a version only his row is locked. */
export async function advance(tx: Tx, id: PersonId, expectedVersion: number | undefined): Promise<boolean> {
  const { rows } = await sql`update person set version = version + 1, updated_at = now()
    where id = ${id} and version = coalesce(${expectedVersion ?? null}, version) returning id`.execute(tx)
  return rows.length === 1
}

export async function setPassword(tx: Tx, id: PersonId, set: { hash: string; mustChange: boolean }): Promise<void> {
  await tx
    .updateTable('sign_in_account')
    .set({ password: set.hash, updated_at: sql<Date>`now()` })
    .where('person_id', '=', id)
    .where('provider_id', '=', 'credential')
    .execute()
  await tx.updateTable('person').set({ must_change_password: set.mustChange }).where('id', '=', id).execute()
}

/** Devices that signed in until now are strangers again. */
export async function forgetDevices(tx: Tx, id: PersonId): Promise<void> {
  await tx.deleteFrom('known_device').where('person_id', '=', id).execute()
}

export async function setName(tx: Tx, id: PersonId, name: { name: string; username: string }): Promise<void> {
  const search_key = searchKey(`${name.name} ${name.username}`)
  await tx.updateTable('person').set({ name: name.name, search_key }).where('id', '=', id).execute()
}

export async function setDisabled(tx: Tx, id: PersonId, at: Date | null): Promise<void> {
  await tx.updateTable('person').set({ disabled_at: at }).where('id', '=', id).execute()
}

/** All sessions but one; answers how many ended. */
export async function endSessions(tx: Tx, id: PersonId, but: Id<'sign_in_session'> | null): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('sign_in_session')
    .where('person_id', '=', id)
    .where('id', '<>', but ?? (0 as Id<'sign_in_session'>))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

/** Those opened by a passkey that is no more, or by the office's account, but for one; run after the passkey is deleted. */
export async function endSessionsBy(
  tx: Tx,
  id: PersonId,
  by: { way: 'passkey' | 'provider'; but: Id<'sign_in_session'> | null },
): Promise<number> {
  // Of a passkey that is gone, and of sessions from before it was noted which, no passkey is known.
  const { rows } = await sql`delete from sign_in_session where person_id = ${id} and way = ${by.way}
    and passkey_id is null and id is distinct from ${by.but}::int returning id`.execute(tx)
  return rows.length
}

export async function revokeTokens(tx: Tx, id: PersonId, at: Date): Promise<void> {
  await tx
    .updateTable('api_token')
    .set({ revoked_at: at })
    .where('person_id', '=', id)
    .where('revoked_at', 'is', null)
    .execute()
}
