// Whether a role of the person needs the second step, and whether it was taken from him.
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { policyOf } from '../policy.store.ts'
import { lastMove, rolesOf } from '../person.store.ts'
import { inForceOn } from '../person.ts'

export async function needsSecondStep(db: ReadDb, id: Id<'person'>, today: Day): Promise<boolean> {
  const { secondStepRoles } = await policyOf(db)
  if (secondStepRoles.length === 0) return false
  const held = await rolesOf(db, [id], today)
  return held.some((role) => inForceOn(role, today) && secondStepRoles.includes(role.role))
}

/** When an administrator took the second step away; null: never, or it was set again or ended since. */
export async function resetSince(db: ReadDb, id: Id<'person'>): Promise<Date | null> {
  const last = await lastMove(db, id, ['resetSecondStep', 'setSecondStep', 'endSecondStep'])
  return last?.move === 'resetSecondStep' ? last.at : null
}
