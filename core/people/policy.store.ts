// What signing in goes by: one row, changed by an administrator of the whole platform.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Role } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

export interface Policy {
  version: number
  /** Whoever holds one of these has no rights until he has a second step. */
  secondStepRoles: Role[]
  /** 0: no device is trusted. */
  trustedDeviceDays: number
  /** How long a sign-in may be under way. */
  stepMinutes: number
  /** What guards the account is changed only so soon after signing in. */
  freshMinutes: number
  recoveryCodes: number
  /** How long the provider is waited for. */
  providerSeconds: number
  invitationDays: number
  basis: string
  confidence: 'read' | 'secondHand' | 'assumed'
}

export async function policyOf(db: ReadDb): Promise<Policy> {
  const { rows } = await sql<Policy>`select version, second_step_roles as "secondStepRoles",
      trusted_device_days as "trustedDeviceDays", step_minutes as "stepMinutes", fresh_minutes as "freshMinutes",
      recovery_codes as "recoveryCodes", provider_seconds as "providerSeconds", invitation_days as "invitationDays",
      basis, confidence
    from sign_in_policy where id = 1`.execute(db)
  return rows[0]!
}

export type NewPolicy = Omit<Policy, 'version'>

/** False when somebody else has changed it since. */
export async function changePolicy(tx: Transaction<Tables>, expectedVersion: number, to: NewPolicy): Promise<boolean> {
  const { rows } = await sql`update sign_in_policy set version = version + 1,
      second_step_roles = ${to.secondStepRoles}::text[], trusted_device_days = ${to.trustedDeviceDays},
      step_minutes = ${to.stepMinutes}, fresh_minutes = ${to.freshMinutes}, recovery_codes = ${to.recoveryCodes},
      provider_seconds = ${to.providerSeconds}, invitation_days = ${to.invitationDays},
      basis = ${to.basis}, confidence = ${to.confidence}
    where id = 1 and version = ${expectedVersion} returning id`.execute(tx)
  return rows.length === 1
}

/** Bodies of the day that these do not contain: whoever administers all has none left. */
export async function anyBodyOutside(db: ReadDb, reach: ReadonlySet<Id<'body'>>, day: Day): Promise<boolean> {
  const { rows } = await sql`select from body_version
    where daterange(valid_from, valid_to, '[]') @> ${day}::date and body_id <> all(${[...reach]}::int[]) limit 1`.execute(
    db,
  )
  return rows.length > 0
}
