// SQL about mails: made once by their key, taken by one sender at a time, ended once.
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Kind, State } from './mail.ts'

type Db = Kysely<Tables>

export interface NewMail {
  key: string
  kind: Kind
  person: Id<'person'>
  message?: number
  at: Date
}

/** False when it was made before. */
export async function insertMail(db: Db, { key, kind, person, message = undefined, at }: NewMail): Promise<boolean> {
  const made = await sql`
    insert into mail (key, kind, person_id, message_id, created_at, next_try_at)
    values (${key}, ${kind}, ${person}, ${message ?? null}, ${at}, ${at}) on conflict (key) do nothing returning id`.execute(
    db,
  )
  return made.rows.length === 1
}

/** Who has his daily mail already. */
export async function digestsMade(db: ReadDb, keys: string): Promise<Set<number>> {
  const found = await sql<{ person: number }>`select person_id as person from mail where key like ${keys}`.execute(db)
  return new Set(found.rows.map((row) => row.person))
}

export interface Taken {
  id: number
  key: string
  kind: Kind
  tries: number
  personId: Id<'person'>
  /** null: given no more, or the account is closed. */
  address: string | null
  choice: 'atOnce' | 'digest' | 'none'
  topic: string | null
  payload: Record<string, string | number | null> | null
}

/** The next mail whose time has come, for this process alone until `freeAgainAt`. */
export async function takeMail(db: Db, at: { now: Date; freeAgainAt: Date }): Promise<Taken | undefined> {
  const found = await sql<Taken>`
    with one as (
      select id from mail where state = 'waiting' and next_try_at <= ${at.now}
      order by next_try_at, id limit 1 for update skip locked),
    taken as (
      update mail set tries = tries + 1, next_try_at = ${at.freeAgainAt} from one where mail.id = one.id
      returning mail.id, key, kind, tries, person_id, message_id)
    select t.id, t.key, t.kind, t.tries, t.person_id as "personId", m.topic, m.payload, p.mail_choice as choice,
      case when p.disabled_at is null then p.mail_address end as address
    from taken t join person p on p.id = t.person_id left join outbox_message m on m.id = t.message_id`.execute(db)
  return found.rows[0]
}

export async function endMail(
  db: Db,
  id: number,
  end: { state: Exclude<State, 'waiting'>; reply: string | null; at: Date },
): Promise<void> {
  await sql`update mail set state = ${end.state}, reply = ${end.reply}, ended_at = ${end.at}
    where id = ${id} and state = 'waiting'`.execute(db)
}

export async function postponeMail(db: Db, id: number, to: { until: Date; reply: string }): Promise<void> {
  await sql`update mail set next_try_at = ${to.until}, reply = ${to.reply}
    where id = ${id} and state = 'waiting'`.execute(db)
}

export interface Told {
  id: number
  topic: string
  bodyId: Id<'body'> | null
  at: Date
}

/** Messages not yet made into mails, locked: a second process takes the next ones. */
export async function unspread(tx: Transaction<Tables>, most: number): Promise<Told[]> {
  const found = await sql<Told>`
    select id, topic, body_id as "bodyId", created_at as at from outbox_message
    where spread_at is null order by id limit ${most} for update skip locked`.execute(tx)
  return found.rows
}

export async function markSpread(
  tx: Transaction<Tables>,
  id: number,
  to: { at: Date; atOnce: number; inDigest: number; unreached: number },
): Promise<void> {
  await sql`update outbox_message set spread_at = ${to.at}, at_once = ${to.atOnce}, in_digest = ${to.inDigest},
    unreached = ${to.unreached} where id = ${id}`.execute(tx)
}

/** Failed for good, to be tried once more: of these people, or (null) of all. */
export async function retryRefused(db: Db, people: readonly Id<'person'>[] | null, now: Date): Promise<number> {
  const done = await sql`update mail set state = 'waiting', ended_at = null, tries = 0, next_try_at = ${now}
    where state = 'refused' and (${people === null} or person_id = any(${people ?? []}::int[])) returning id`.execute(
    db,
  )
  return done.rows.length
}

export async function countMails(
  db: ReadDb,
  { since, topics }: { since: Date; topics: readonly string[] },
): Promise<Record<State | 'delayed' | 'unspread', number>> {
  const found = await sql<Record<State | 'delayed' | 'unspread', number>>`
    select count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'waiting' and tries > 0 and reply is not null)::int as delayed,
      count(*) filter (where state = 'sent' and ended_at >= ${since})::int as sent,
      count(*) filter (where state = 'refused')::int as refused,
      count(*) filter (where state = 'dropped' and ended_at >= ${since})::int as dropped,
      (select count(*) from outbox_message where spread_at is null and topic = any(${topics as string[]}))::int as unspread
    from mail`.execute(db)
  return found.rows[0]!
}

export interface Failed {
  id: number
  personId: Id<'person'>
  personName: string
  kind: Kind
  state: State
  at: Date
  tries: number
  reply: string | null
  nextTryAt: Date | null
}

/** Mails refused, and those that wait after a failed try; newest first. */
export async function failedMails(db: ReadDb, most: number): Promise<Failed[]> {
  const found = await sql<Failed>`
    select m.id, m.person_id as "personId", p.name as "personName", m.kind, m.state, m.created_at as at, m.tries,
      m.reply, case when m.state = 'waiting' then m.next_try_at end as "nextTryAt"
    from mail m join person p on p.id = m.person_id
    where m.state = 'refused' or (m.state = 'waiting' and m.tries > 0 and m.reply is not null)
    order by m.id desc limit ${most}`.execute(db)
  return found.rows
}

export async function lastTest(db: ReadDb, person: Id<'person'>) {
  const found = await sql<{ state: State; at: Date; reply: string | null; tries: number }>`
    select state, coalesce(ended_at, created_at) as at, reply, tries from mail
    where person_id = ${person} and kind = 'test' order by id desc limit 1`.execute(db)
  return found.rows[0] ?? null
}
