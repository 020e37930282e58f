// SQL of the second step: its sealed key, the codes on paper, and the devices that are not asked.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

type Tx = Transaction<Tables>
type PersonId = Id<'person'>

export interface SecondStep {
  /** Sealed; null: being set up, asks for nothing yet. */
  secret: Uint8Array | null
  /** Sealed; a new key that waits for its first code. */
  begun: Uint8Array | null
  since: Date | null
  lastStep: number
  codesLeft: number
}

export async function secondStepOf(db: ReadDb, id: PersonId): Promise<SecondStep | undefined> {
  const { rows } = await sql<SecondStep>`select secret, begun, since, last_step::float8 as "lastStep",
      (select count(*)::int from recovery_code c where c.person_id = s.person_id and used_at is null) as "codesLeft"
    from second_step s where person_id = ${id}`.execute(db)
  return rows[0]
}

export async function hasSecondStep(db: ReadDb, id: PersonId): Promise<boolean> {
  const { rows } = await sql`select from second_step where person_id = ${id} and secret is not null`.execute(db)
  return rows.length > 0
}

/** A key waits for its first code; one in use goes on until then. */
export async function beginKey(tx: Tx, id: PersonId, begun: Uint8Array): Promise<void> {
  await sql`insert into second_step (person_id, begun) values (${id}, ${begun})
    on conflict (person_id) do update set begun = excluded.begun`.execute(tx)
}

/** False when another key has been begun since, or this one is in use already. */
export async function confirmKey(
  tx: Tx,
  id: PersonId,
  key: { sealed: Uint8Array; step: number; now: Date },
): Promise<boolean> {
  const { rows } =
    await sql`update second_step set secret = begun, begun = null, since = ${key.now}, last_step = ${key.step}
    where person_id = ${id} and begun = ${key.sealed} returning person_id`.execute(tx)
  return rows.length === 1
}

/** A code counts once: false when this one, or a later one, was taken before. */
export async function takeTimeStep(tx: Tx, id: PersonId, step: number): Promise<boolean> {
  const { rows } = await sql`update second_step set last_step = ${step}
    where person_id = ${id} and last_step < ${step} returning person_id`.execute(tx)
  return rows.length === 1
}

export async function replaceRecoveryCodes(tx: Tx, id: PersonId, hashes: readonly string[]): Promise<void> {
  await sql`delete from recovery_code where person_id = ${id}`.execute(tx)
  await sql`insert into recovery_code (person_id, hash) select ${id}, unnest(${hashes}::text[])`.execute(tx)
}

/** False when there is no such code, or it was used. */
export async function useRecoveryCode(tx: Tx, id: PersonId, code: { hash: string; now: Date }): Promise<boolean> {
  const { rows } = await sql`update recovery_code set used_at = ${code.now}
    where person_id = ${id} and hash = ${code.hash} and used_at is null returning hash`.execute(tx)
  return rows.length === 1
}

/** A key in use goes on; false when none was waiting. */
export async function dropKey(tx: Tx, id: PersonId): Promise<boolean> {
  const gone = await sql`delete from second_step
    where person_id = ${id} and begun is not null and secret is null returning person_id`.execute(tx)
  const kept = await sql`update second_step set begun = null
    where person_id = ${id} and begun is not null returning person_id`.execute(tx)
  return gone.rows.length + kept.rows.length > 0
}

export async function deleteSecondStep(tx: Tx, id: PersonId): Promise<void> {
  await sql`delete from second_step where person_id = ${id}`.execute(tx)
}
