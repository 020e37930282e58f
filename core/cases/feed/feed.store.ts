// SQL about calendars behind a secret address, and the limits that stand in them.
import { sql } from 'kysely'
import { lastNameOf } from '../../bodies/body.read.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Scope } from '../queue.store.ts'
import type { Tx } from '../submission.store.ts'
import type { FedLimit } from './feed.ts'

export interface Feed {
  id: Id<'calendar_feed'>
  personId: Id<'person'>
  bodyId: Id<'body'> | null
  bodyName: string | null
  madeAt: Date
}

const feeds = sql`select f.id, f.person_id as "personId", f.body_id as "bodyId", f.made_at as "madeAt",
    ${lastNameOf(sql`f.body_id`)} as "bodyName"
  from calendar_feed f where f.revoked_at is null`

export async function feedsOf(db: ReadDb, personId: Id<'person'>): Promise<Feed[]> {
  return (await sql<Feed>`${feeds} and f.person_id = ${personId} order by f.id`.execute(db)).rows
}

export async function feedOfSecret(db: ReadDb, hash: string): Promise<Feed | null> {
  return (await sql<Feed>`${feeds} and f.secret_hash = ${hash}`.execute(db)).rows[0] ?? null
}

/** Held until the end of the save: of two who renew at once the second ends the address of the first. */
export async function lockPerson(tx: Tx, personId: Id<'person'>): Promise<void> {
  await sql`select 1 from person where id = ${personId} for no key update`.execute(tx)
}

export async function insertFeed(
  tx: Tx,
  made: { personId: Id<'person'>; bodyId: Id<'body'> | null; hash: string; at: Date },
): Promise<Id<'calendar_feed'>> {
  const { rows } = await sql<{ id: Id<'calendar_feed'> }>`
    insert into calendar_feed (person_id, body_id, secret_hash, made_at)
    values (${made.personId}, ${made.bodyId}, ${made.hash}, ${made.at}) returning id`.execute(tx)
  return rows[0]!.id
}

/** The live one of this target; false: there was none. */
export async function revokeFeed(
  tx: Tx,
  of: { personId: Id<'person'>; id?: Id<'calendar_feed'>; bodyId?: Id<'body'> | null; at: Date },
): Promise<boolean> {
  const which = of.id === undefined ? sql`body_id is not distinct from ${of.bodyId ?? null}` : sql`id = ${of.id}`
  const { numAffectedRows } = await sql`update calendar_feed set revoked_at = ${of.at}
    where person_id = ${of.personId} and revoked_at is null and ${which}`.execute(tx)
  return (numAffectedRows ?? 0n) > 0n
}

/** More than one calendar shows with profit; the soonest are in it. */
const most = 2000

const any = (ids: readonly number[]) => sql`any(${ids as number[]}::int[])`

/** Limits that run and have an end now, of what lies on the desks or has to be done by the bodies. Changed by moves alone. */
export async function limitsToFeed(db: ReadDb, { desks, leads, near }: Scope): Promise<FedLimit[]> {
  const { rows } = await sql<FedLimit>`
    select d.id as "limitId", s.id as "submissionId", n.year, n.number, d.limit_name as "limit", d.due, d.version,
      (select max(a.at) from submission_act a where a.submission_id = s.id and a.move = any(${changing}::text[])) as "changedAt"
    from submission s join desk_line n on n.submission_id = s.id and n.desk_id = s.desk_id
    join legal_deadline d on d.noun = 'submission' and d.noun_id = s.id and d.met_at is null and d.due is not null
    where s.stage not in ('closed', 'ended')
      and (s.desk_id = ${any(desks)} or s.lead_id = ${any(leads)}
        or s.id in (select submission_id from submission_support where body_id = ${any(leads)}))
      and not exists (select from submission_accused a where a.submission_id = s.id and a.body_id = ${any(near)})
    order by d.due_at, d.id limit ${most}`.execute(db)
  return rows
}

const changing = [
  ...['receive', 'complete', 'sort', 'transfer', 'accept', 'complicate', 'extend', 'suspend', 'goOn', 'answer'],
  ...['reopen', 'object', 'limitMoved'],
]
