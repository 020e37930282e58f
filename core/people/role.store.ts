// Roles and deputies: reads for their moves, and their writes.
import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Role } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

type Tx = Transaction<Tables>
type PersonId = Id<'person'>
type RoleId = Id<'role_held'>

export interface Held {
  id: RoleId
  personId: PersonId
  role: Role
  bodyId: Id<'body'>
  validFrom: Day
  validTo: Day | null
}

const held = sql`r.id, r.person_id as "personId", r.role, r.body_id as "bodyId", r.valid_from as "validFrom",
  r.valid_to as "validTo"`

export async function roleById(db: ReadDb, id: RoleId): Promise<Held | undefined> {
  return (await sql<Held>`select ${held} from role_held r where r.id = ${id}`.execute(db)).rows[0]
}

/** The same role in the same body on some of these days. */
export async function overlappingRole(db: ReadDb, wanted: Omit<Held, 'id'>): Promise<Held | undefined> {
  const { rows } = await sql<Held>`select ${held} from role_held r
    where r.person_id = ${wanted.personId} and r.role = ${wanted.role} and r.body_id = ${wanted.bodyId}
      and daterange(r.valid_from, r.valid_to, '[]') && daterange(${wanted.validFrom}, ${wanted.validTo}, '[]')
    order by r.valid_from limit 1`.execute(db)
  return rows[0]
}

/** The last day of a role; a role that has not begun is taken back whole, with its deputies. */
export async function endRole(tx: Tx, id: RoleId, lastDay: Day): Promise<'ended' | 'withdrawn'> {
  const { rows } = await sql`update role_held set valid_to = ${lastDay}
    where id = ${id} and valid_from <= ${lastDay}::date returning id`.execute(tx)
  if (rows.length > 0) return 'ended'
  await tx.deleteFrom('deputising').where('role_held_id', '=', id).execute()
  await tx.deleteFrom('role_held').where('id', '=', id).execute()
  return 'withdrawn'
}

/** In a query: whether anybody's account is in use for the body on the day: who reports, works or leads there, or stands in for him. */
export const isSignedInFor = (body: RawBuilder<unknown>, day: Day) => sql`exists (select from role_held r
  where r.body_id = ${body} and r.role in ('reporter', 'officer', 'head')
    and daterange(r.valid_from, r.valid_to, '[]') @> ${day}::date
    and exists (select from person p where p.disabled_at is null and (p.id = r.person_id or p.id in (
      select d.deputy_id from deputising d
      where d.role_held_id = r.id and ${day}::date between d.valid_from and d.valid_to))))`

export async function signsInFor(db: ReadDb, at: { bodyId: Id<'body'>; day: Day }): Promise<boolean> {
  const { rows } = await sql<{ yes: boolean }>`select ${isSignedInFor(sql`${at.bodyId}::int`, at.day)} as yes`.execute(
    db,
  )
  return rows[0]!.yes
}

/** Whether the person has an account in use and holds some role of his own in the body on the day. */
export async function holdsRoleIn(
  db: ReadDb,
  person: PersonId,
  at: { bodyId: Id<'body'>; day: Day },
): Promise<boolean> {
  const { rows } = await sql`select from role_held r join person p on p.id = r.person_id and p.disabled_at is null
    where r.person_id = ${person} and r.body_id = ${at.bodyId} and r.role <> 'administrator'
      and daterange(r.valid_from, r.valid_to, '[]') @> ${at.day}::date`.execute(db)
  return rows.length > 0
}

export interface Deputy {
  id: Id<'deputising'>
  roleId: RoleId
  deputyId: PersonId
  deputyName: string
  validFrom: Day
  validTo: Day
  reason: string
}

const deputy = sql`d.id, d.role_held_id as "roleId", d.deputy_id as "deputyId", p.name as "deputyName",
  d.valid_from as "validFrom", d.valid_to as "validTo", d.reason`

export async function deputyById(db: ReadDb, id: Id<'deputising'>): Promise<Deputy | undefined> {
  const { rows } = await sql<Deputy>`select ${deputy} from deputising d join person p on p.id = d.deputy_id
    where d.id = ${id}`.execute(db)
  return rows[0]
}

/** Deputies of these roles who act today or later. */
export async function deputiesOf(db: ReadDb, roles: readonly RoleId[], today: Day): Promise<Deputy[]> {
  if (roles.length === 0) return []
  const { rows } = await sql<Deputy>`select ${deputy} from deputising d join person p on p.id = d.deputy_id
    where d.role_held_id = any(${roles as RoleId[]}::int[]) and d.valid_to >= ${today}::date
    order by d.valid_from, d.id`.execute(db)
  return rows
}

/** Who already deputises in this role on some of these days. */
export async function overlappingDeputy(
  db: ReadDb,
  role: RoleId,
  days: { from: Day; to: Day },
): Promise<Deputy | undefined> {
  const { rows } = await sql<Deputy>`select ${deputy} from deputising d join person p on p.id = d.deputy_id
    where d.role_held_id = ${role} and daterange(d.valid_from, d.valid_to, '[]') && daterange(${days.from}, ${days.to}, '[]')
    limit 1`.execute(db)
  return rows[0]
}

export async function insertDeputy(
  tx: Tx,
  made: { roleId: RoleId; deputyId: PersonId; from: Day; to: Day; reason: string },
): Promise<Id<'deputising'>> {
  const { id } = await tx
    .insertInto('deputising')
    .values({
      role_held_id: made.roleId,
      deputy_id: made.deputyId,
      valid_from: made.from,
      valid_to: made.to,
      reason: made.reason,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The last day of a deputy; one who has not begun is taken back. */
export async function endDeputy(tx: Tx, id: Id<'deputising'>, lastDay: Day): Promise<void> {
  await sql`delete from deputising where id = ${id} and valid_from > ${lastDay}::date`.execute(tx)
  await sql`update deputising set valid_to = ${lastDay} where id = ${id}`.execute(tx)
}

/** Whether one of the two stood in for the other, in any role, on some of these days. */
export async function stoodIn(
  db: ReadDb,
  [one, other]: readonly [PersonId, PersonId],
  days: { from: Day; to: Day },
): Promise<boolean> {
  const { rows } = await sql`select from deputising d join role_held r on r.id = d.role_held_id
    where ((r.person_id = ${one} and d.deputy_id = ${other}) or (r.person_id = ${other} and d.deputy_id = ${one}))
      and daterange(d.valid_from, d.valid_to, '[]') && daterange(${days.from}, ${days.to}, '[]') limit 1`.execute(db)
  return rows.length > 0
}
