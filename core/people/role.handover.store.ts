// Roles held in bodies that ended: still in force when it did, to be ended with it and given in the taker.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Role } from '../shared/actor.ts'
import { addDays, type Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

type Tx = Transaction<Tables>

export interface RoleLeft {
  id: Id<'role_held'>
  personId: Id<'person'>
  personName: string
  role: Role
  bodyId: Id<'body'>
  validFrom: Day
  validTo: Day | null
}

/** `on`: the first day without the body. */
export async function rolesLeft(db: ReadDb, ended: readonly { bodyId: Id<'body'>; on: Day }[]): Promise<RoleLeft[]> {
  const { rows } = await sql<RoleLeft>`select r.id, r.person_id as "personId", p.name as "personName", r.role,
      r.body_id as "bodyId", r.valid_from as "validFrom", r.valid_to as "validTo"
    from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) as e ("bodyId" int, "on" date)
    join role_held r on r.body_id = e."bodyId" and (r.valid_to is null or r.valid_to >= e."on")
    join person p on p.id = r.person_id
    order by r.body_id, p.name collate "vi-x-icu", r.id`.execute(db)
  return rows
}

/** Ends the role and its deputies with the body; one that would only have begun later is taken back. */
export async function endWithBody(tx: Tx, role: RoleLeft, on: Day): Promise<void> {
  const lastDay = addDays(on, -1)
  await sql`delete from deputising where role_held_id = ${role.id} and valid_from >= ${on}::date`.execute(tx)
  await sql`update deputising set valid_to = ${lastDay}
    where role_held_id = ${role.id} and valid_to >= ${on}::date`.execute(tx)
  if (role.validFrom >= on) await tx.deleteFrom('role_held').where('id', '=', role.id).execute()
  else await tx.updateTable('role_held').set({ valid_to: lastDay }).where('id', '=', role.id).execute()
  await sql`update person set version = version + 1 where id = ${role.personId}`.execute(tx)
}
