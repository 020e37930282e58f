// Sessions and tokens of a person, for his own pages.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

type Tx = Transaction<Tables>
type PersonId = Id<'person'>

export interface Session {
  id: Id<'sign_in_session'>
  device: string
  createdAt: Date
  lastSeenAt: Date
  way: 'password' | 'provider' | 'passkey'
}

/** Sessions that have not run out, the latest seen first. */
export async function sessionsOf(db: ReadDb, id: PersonId, now: Date): Promise<Session[]> {
  return db
    .selectFrom('sign_in_session')
    .select(['id', 'device', 'created_at as createdAt', 'last_seen_at as lastSeenAt'])
    .select(sql<Session['way']>`way`.as('way'))
    .where('person_id', '=', id)
    .where('expires_at', '>', now)
    .where('last_seen_at', '>', sql<Date>`${now}::timestamptz - interval '7 days'`)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** False when the person has no such session. */
export async function endSession(tx: Tx, person: PersonId, id: Id<'sign_in_session'>): Promise<boolean> {
  const gone = await tx
    .deleteFrom('sign_in_session')
    .where('person_id', '=', person)
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}

export interface Token {
  id: Id<'api_token'>
  name: string
  /** The first characters, to recognise it by. */
  prefix: string
  scopes: string[]
  createdAt: Date
  expiresOn: Day
  lastUsedAt: Date | null
}

/** Tokens that still open something. */
export async function tokensOf(db: ReadDb, id: PersonId, today: Day): Promise<Token[]> {
  return db
    .selectFrom('api_token')
    .select(['id', 'name', 'prefix', 'scopes', 'created_at as createdAt', 'expires_on as expiresOn'])
    .select('last_used_at as lastUsedAt')
    .where('person_id', '=', id)
    .where('revoked_at', 'is', null)
    .where('expires_on', '>=', today)
    .orderBy('id', 'desc')
    .execute()
}

export interface NewToken {
  personId: PersonId
  name: string
  prefix: string
  hash: string
  scopes: string[]
  createdAt: Date
  expiresOn: Day
}

export async function insertToken(tx: Tx, token: NewToken): Promise<Id<'api_token'>> {
  const { id } = await tx
    .insertInto('api_token')
    .values({
      person_id: token.personId,
      name: token.name,
      prefix: token.prefix,
      hash: token.hash,
      scopes: token.scopes,
      created_at: token.createdAt,
      expires_on: token.expiresOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** False when the person has no such token in use. */
export async function revokeToken(
  tx: Tx,
  token: { id: Id<'api_token'>; personId: PersonId; at: Date },
): Promise<boolean> {
  const gone = await tx
    .updateTable('api_token')
    .set({ revoked_at: token.at })
    .where('id', '=', token.id)
    .where('person_id', '=', token.personId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  return gone !== undefined
}

export interface RecentMove<Move extends string> {
  at: Date
  move: Move
  way: Session['way'] | null
  by: string | null
}

/** The last events about this account, the newest first; `by` is null where the person did it himself. */
export async function recentMoves<Move extends string>(
  db: ReadDb,
  id: PersonId,
  { moves, most }: { moves: readonly Move[]; most: number },
): Promise<RecentMove<Move>[]> {
  const { rows } = await sql<RecentMove<Move>>`select e.at, e.move, e.changes ->> 'way' as way,
      case when e.person_id = ${id} then null else coalesce(p.name, 'người vận hành máy') end as by
    from event e left join person p on p.id = e.person_id
    where e.noun = 'person' and e.noun_id = ${id} and e.move = any(${[...moves]}::text[])
    order by e.id desc limit ${most}`.execute(db)
  return rows
}
