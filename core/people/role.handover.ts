// When a body is handed over, those who worked in it work in the taker from its first day, or their role just ends.
import { onHandOver, type Batch } from '../acts/handover/registry.ts'
import type { WriteContext } from '../shared/operation.ts'
import { roleNames } from './person.ts'
import { insertRole } from './person.write.store.ts'
import { endWithBody, rolesLeft, type RoleLeft } from './role.handover.store.ts'
import { overlappingRole } from './role.store.ts'

onHandOver({
  key: 'roles',
  async open(db, ended) {
    return (await rolesLeft(db, ended)).map(({ id, bodyId, personName, role, validTo }) => ({
      ...{ noun: 'roleHeld', id, bodyId, dueOn: validTo },
      what: `${personName} – ${roleNames[role].vi}`,
    }))
  },
  async take(context, batch) {
    const lineOf = new Map(batch.lines.map((line) => [line.from, line]))
    const ended = batch.lines.map(({ from, on }) => ({ bodyId: from, on }))
    for (const role of await rolesLeft(context.db, ended)) {
      const { on } = lineOf.get(role.bodyId)!
      await endWithBody(context.db, role, on)
      const goesOn = !batch.endRoles.has(role.id) && (await grantAtTaker(context, batch, { role, on }))
      const changes = { roleId: role.id, role: role.role, from: role.bodyId, goesOn, handOver: batch.id }
      await context.record({ noun: 'person', id: role.personId, move: goesOn ? 'moveRole' : 'endRole', changes })
    }
  },
})

/** False when he holds the role there already. */
async function grantAtTaker(
  { db }: WriteContext,
  { takerOf }: Batch,
  { role, on }: { role: RoleLeft; on: string },
): Promise<boolean> {
  const validFrom = role.validFrom > on ? role.validFrom : on
  const wanted = {
    personId: role.personId,
    role: role.role,
    bodyId: takerOf(role.bodyId),
    validFrom,
    validTo: role.validTo,
  }
  if (await overlappingRole(db, wanted)) return false
  await insertRole(db, role.personId, wanted)
  return true
}
