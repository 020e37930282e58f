// How long requests wait and openings last: one row, changed by the data protection officer of the whole platform.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { ReadDb } from '../shared/operation.ts'

export interface SealPolicy {
  version: number
  openHours: number
  waitDays: number
  basis: string
  confidence: 'read' | 'secondHand' | 'assumed'
}

export async function policyOf(db: ReadDb): Promise<SealPolicy> {
  const { rows } =
    await sql<SealPolicy>`select version, open_hours as "openHours", wait_days as "waitDays", basis, confidence
    from seal_policy where id = 1`.execute(db)
  return rows[0]!
}

/** False when somebody else has changed it since. */
export async function changePolicy(tx: Transaction<Tables>, expected: number, to: Omit<SealPolicy, 'version'>) {
  const { rows } = await sql`update seal_policy set version = version + 1, open_hours = ${to.openHours},
      wait_days = ${to.waitDays}, basis = ${to.basis}, confidence = ${to.confidence}
    where id = 1 and version = ${expected} returning id`.execute(tx)
  return rows.length === 1
}
