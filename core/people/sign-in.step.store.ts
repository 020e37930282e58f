// Sign-ins under way, by the hash of what the browser must bring back.
import { sql, type Kysely } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

export type StepKind = 'secondStep' | 'provider' | 'identity' | 'passkey'

export interface Step {
  personId: Id<'person'> | null
  facts: Record<string, unknown>
}

interface Wanted {
  hash: string
  kind: StepKind
  now: Date
}

/** Those that ran out are cleared away. */
export async function insertStep(db: Kysely<Tables>, step: Step & Wanted & { until: Date }): Promise<void> {
  await sql`delete from sign_in_step where expires_at < ${step.now}`.execute(db)
  await sql`insert into sign_in_step (hash, kind, person_id, facts, expires_at)
    values (${step.hash}, ${step.kind}, ${step.personId}, ${JSON.stringify(step.facts)}::jsonb, ${step.until})`.execute(
    db,
  )
}

export async function findStep(db: ReadDb, { hash, kind, now }: Wanted): Promise<Step | undefined> {
  const { rows } = await sql<Step>`select person_id as "personId", facts from sign_in_step
    where hash = ${hash} and kind = ${kind} and expires_at > ${now}`.execute(db)
  return rows[0]
}

/** It can be taken once: of two who come with the same, one gets nothing. */
export async function takeStep(db: Kysely<Tables>, { hash, kind, now }: Wanted): Promise<Step | undefined> {
  const { rows } = await sql<Step>`delete from sign_in_step
    where hash = ${hash} and kind = ${kind} and expires_at > ${now}
    returning person_id as "personId", facts`.execute(db)
  return rows[0]
}

export async function forgetSteps(db: Kysely<Tables>, person: Id<'person'>): Promise<void> {
  await db.deleteFrom('sign_in_step').where('person_id', '=', person).execute()
}
