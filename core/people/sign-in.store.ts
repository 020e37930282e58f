// Who is behind a cookie or a token, with the roles in force on a day; sessions and devices.
import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { HeldRole, Role } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

type PersonId = Id<'person'>

export interface Found {
  personId: PersonId
  name: string
  mustChangePassword: boolean
  /** Own roles first. */
  roles: HeldRole[]
}

export interface FoundBySession extends Found {
  sessionId: Id<'sign_in_session'>
  seenAt: Date
  since: Date
  way: 'password' | 'provider' | 'passkey'
  /** Opened with two things, or the account asks for a second one now. */
  strong: boolean
  /** Roles that need a second step. */
  secondStepRoles: Role[]
}

export interface FoundByToken extends Found {
  tokenId: Id<'api_token'>
  scopes: ('read' | 'write')[]
  usedAt: Date | null
  /** The account has a second step, a passkey or an account at the provider: his sign-in can be a strong one. */
  strong: boolean
  secondStepRoles: Role[]
}

/** A session nobody used for a week has ended. */
const longestIdle = sql`interval '7 days'`

const person = sql`p.id as "personId", p.name, p.must_change_password as "mustChangePassword"`

/**
 * Own roles and those of absent colleagues, on the day. A deputy's deputy acts for nobody; administration and the opening of seals are not lent.
 * Who works for a body that took over from an ended one works on what that left open, in the same role (acts/handover).
 */
function roles(day: Day): RawBuilder<HeldRole[]> {
  return sql`(with recursive held (id, role, body_id, absent, step) as (
      (select r.id, r.role, r.body_id, null::int, 0 from role_held r
        where r.person_id = p.id and daterange(r.valid_from, r.valid_to, '[]') @> ${day}::date
        union all
        select r.id, r.role, r.body_id, r.person_id, 0 from deputising d join role_held r on r.id = d.role_held_id
        where d.deputy_id = p.id and r.role not in ('administrator', 'sealOpener')
          and daterange(d.valid_from, d.valid_to, '[]') @> ${day}::date
          and daterange(r.valid_from, r.valid_to, '[]') @> ${day}::date)
      union all
      select held.id, held.role, l.from_body_id, held.absent, held.step + 1 from held
      join hand_over_line l on l.to_body_id = held.body_id and l.on_date <= ${day}::date
      where held.role not in ('administrator', 'dataProtection', 'inspector')
    ) select coalesce(json_agg(json_build_object('role', h.role, 'bodyId', h.body_id, 'deputyFor', h.absent)
      order by h.step, h.absent nulls first, h.id), '[]'::json) from held h) as roles`
}

export async function findBySession(
  db: ReadDb,
  token: string,
  at: { now: Date; today: Day },
): Promise<FoundBySession | undefined> {
  const { rows } =
    await sql<FoundBySession>`select ${person}, s.id as "sessionId", s.last_seen_at as "seenAt", s.created_at as since, s.way,
      s.strong or exists (select from second_step t where t.person_id = p.id and t.secret is not null) as strong,
      (select second_step_roles from sign_in_policy) as "secondStepRoles", ${roles(at.today)}
    from sign_in_session s join person p on p.id = s.person_id
    where s.token = ${token} and p.disabled_at is null
      and s.expires_at > ${at.now} and s.last_seen_at > ${at.now}::timestamptz - ${longestIdle}`.execute(db)
  return rows[0]
}

/** null: no such account, or it is closed. */
export async function findByPersonId(db: ReadDb, id: PersonId, today: Day): Promise<Found | undefined> {
  const { rows } = await sql<Found>`select ${person}, ${roles(today)} from person p
    where p.id = ${id} and p.disabled_at is null`.execute(db)
  return rows[0]
}

export async function findByToken(db: ReadDb, hash: string, today: Day): Promise<FoundByToken | undefined> {
  const { rows } = await sql<FoundByToken>`select ${person}, t.id as "tokenId", t.last_used_at as "usedAt", t.scopes,
      exists (select from second_step s where s.person_id = p.id and s.secret is not null)
        or exists (select from passkey k where k.person_id = p.id)
        or exists (select from provider_identity i where i.person_id = p.id) as strong,
      (select second_step_roles from sign_in_policy) as "secondStepRoles", ${roles(today)}
    from api_token t join person p on p.id = t.person_id
    where t.hash = ${hash} and t.revoked_at is null and t.expires_on >= ${today}::date
      and p.disabled_at is null`.execute(db)
  return rows[0]
}

export async function findByUsername(db: ReadDb, username: string, today: Day): Promise<Found | undefined> {
  const { rows } = await sql<Found>`select ${person}, ${roles(today)} from person p
    where p.username = ${username} and p.disabled_at is null`.execute(db)
  return rows[0]
}

export async function touchSession(db: ReadDb, id: Id<'sign_in_session'>, now: Date): Promise<void> {
  await db.updateTable('sign_in_session').set({ last_seen_at: now }).where('id', '=', id).execute()
}

export async function touchToken(db: ReadDb, id: Id<'api_token'>, now: Date): Promise<void> {
  await db.updateTable('api_token').set({ last_used_at: now }).where('id', '=', id).execute()
}

/** Whose session this was, also when it has run out; not when it was ended. */
export async function ownerOfSession(db: ReadDb, token: string): Promise<PersonId | null> {
  const row = await db.selectFrom('sign_in_session').select('person_id').where('token', '=', token).executeTakeFirst()
  return row?.person_id ?? null
}

/** Whether he still has what he came by; it is not taken away before the session can be seen by whoever takes it. */
export async function holdsWay(
  tx: Transaction<Tables>,
  by: { personId: PersonId; way: string; issuer: string | undefined; passkeyId: Id<'passkey'> | undefined },
): Promise<boolean> {
  if (by.way === 'password') return true
  const { rows } =
    by.way === 'passkey'
      ? await sql`select from passkey where id = ${by.passkeyId ?? null} for key share`.execute(tx)
      : await sql`select from provider_identity
          where person_id = ${by.personId} and issuer = ${by.issuer ?? null} for key share`.execute(tx)
  return rows.length > 0
}

/** Puts a new session on the platform's clock; sessions that ran out a week ago are cleared away. */
export async function beginSession(
  db: ReadDb,
  token: string,
  { now, way, strong, passkeyId }: { now: Date; way: string; strong: boolean; passkeyId?: Id<'passkey'> | undefined },
): Promise<void> {
  await sql`update sign_in_session set last_seen_at = ${now}, created_at = ${now}, updated_at = ${now},
    way = ${way}, strong = ${strong}, passkey_id = ${passkeyId ?? null}, expires_at = ${now}::timestamptz + (expires_at - created_at) where token = ${token}`.execute(
    db,
  )
  await sql`delete from sign_in_session
    where least(expires_at, last_seen_at + ${longestIdle}) < ${now}::timestamptz - interval '7 days'`.execute(db)
}

export async function deleteSession(db: ReadDb, token: string): Promise<PersonId | null> {
  const gone = await db
    .deleteFrom('sign_in_session')
    .where('token', '=', token)
    .returning('person_id')
    .executeTakeFirst()
  return gone?.person_id ?? null
}

export async function isKnownDevice(db: ReadDb, username: string, hash: string): Promise<boolean> {
  const { rows } = await sql`select from known_device d join person p on p.id = d.person_id
    where p.username = ${username} and d.hash = ${hash}`.execute(db)
  return rows.length > 0
}

export async function rememberDevice(
  db: ReadDb,
  device: { personId: PersonId; hash: string; now: Date },
): Promise<void> {
  await sql`insert into known_device (person_id, hash, last_at) values (${device.personId}, ${device.hash}, ${device.now})
    on conflict (person_id, hash) do update set last_at = excluded.last_at`.execute(db)
  await sql`delete from known_device where last_at < ${device.now}::timestamptz - interval '1 year'`.execute(db)
}
