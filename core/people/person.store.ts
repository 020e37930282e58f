// Reads of people: one by id or user name, their roles through time, lists.
import { sql, type RawBuilder } from 'kysely'
import type { Role } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

type PersonId = Id<'person'>

export interface Person {
  id: PersonId
  name: string
  username: string
  sample: boolean
  mustChangePassword: boolean
  disabledAt: Date | null
  version: number
  createdAt: Date
}

const columns = [
  'id',
  'name',
  'username',
  'sample',
  'must_change_password as mustChangePassword',
  'disabled_at as disabledAt',
  'version',
  'created_at as createdAt',
] as const

export async function personById(db: ReadDb, id: PersonId): Promise<Person | undefined> {
  return db.selectFrom('person').select(columns).where('id', '=', id).executeTakeFirst()
}

export async function isDisabled(db: ReadDb, id: number): Promise<boolean> {
  const { rows } = await sql`select from person where id = ${id} and disabled_at is null`.execute(db)
  return rows.length === 0
}

export async function takenUsernames(db: ReadDb, wanted: readonly string[]): Promise<Set<string>> {
  if (wanted.length === 0) return new Set()
  const rows = await db.selectFrom('person').select('username').where('username', 'in', wanted).execute()
  return new Set(rows.map((row) => row.username))
}

export async function hashOf(db: ReadDb, id: PersonId): Promise<string | null> {
  const row = await db
    .selectFrom('sign_in_account')
    .select('password')
    .where('person_id', '=', id)
    .where('provider_id', '=', 'credential')
    .executeTakeFirst()
  return row?.password ?? null
}

export interface RoleRow {
  id: Id<'role_held'>
  personId: PersonId
  role: Role
  bodyId: Id<'body'>
  /** As the body is called on the last day that counts. */
  bodyName: string
  validFrom: Day
  validTo: Day | null
}

/** Roles of these people: past, present and coming, newest first. */
export async function rolesOf(db: ReadDb, people: readonly PersonId[], today: Day): Promise<RoleRow[]> {
  return rolesWhere(db, sql`r.person_id = any(${people as PersonId[]}::int[])`, today)
}

export async function rolesById(db: ReadDb, ids: readonly Id<'role_held'>[], today: Day): Promise<RoleRow[]> {
  return rolesWhere(db, sql`r.id = any(${ids as Id<'role_held'>[]}::int[])`, today)
}

async function rolesWhere(db: ReadDb, condition: RawBuilder<unknown>, today: Day): Promise<RoleRow[]> {
  const { rows } = await sql<RoleRow>`select r.id, r.person_id as "personId", r.role, r.body_id as "bodyId",
      r.valid_from as "validFrom", r.valid_to as "validTo", v.name as "bodyName"
    from role_held r cross join lateral (
      select b.name from body_version b where b.body_id = r.body_id
      order by coalesce(b.valid_from <= least(${today}::date, r.valid_to), true) desc, b.valid_from desc nulls last
      limit 1
    ) v
    where ${condition} order by r.valid_to desc nulls first, r.valid_from desc, r.id`.execute(db)
  return rows
}

export async function anySamplePerson(db: ReadDb): Promise<boolean> {
  const row = await db.selectFrom('person').select('id').where('sample', '=', true).limit(1).executeTakeFirst()
  return row !== undefined
}

/** The last time somebody signed in with this account. */
export async function lastSignIn(db: ReadDb, id: PersonId): Promise<Date | null> {
  const { rows } = await sql<{ at: Date | null }>`select max(at) as at from event
    where noun = 'person' and noun_id = ${id} and move = 'signIn'`.execute(db)
  return rows[0]!.at
}

/** The last of these moves with this account, and when. */
export async function lastMove(
  db: ReadDb,
  id: PersonId,
  moves: readonly string[],
): Promise<{ move: string; at: Date } | undefined> {
  const { rows } = await sql<{ move: string; at: Date }>`select move, at from event
    where noun = 'person' and noun_id = ${id} and move = any(${moves as string[]}::text[])
    order by id desc limit 1`.execute(db)
  return rows[0]
}

export async function usernamesLike(db: ReadDb, beginning: string): Promise<Set<string>> {
  const { rows } = await sql<{ username: string }>`select username from person
    where starts_with(username, ${beginning})`.execute(db)
  return new Set(rows.map((row) => row.username))
}
