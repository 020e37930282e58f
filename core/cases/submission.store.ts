// SQL about submissions: their head and their line in a desk's register. The stage is written here and nowhere else.
import { sql, type Transaction } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Tables } from '../db/schema.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { publicKinds } from './publish/publication.ts'
import type { Channel, Kind, Outcome, Stage, Submission } from './submission.ts'

export type Tx = Transaction<Tables>
type SubmissionId = Id<'submission'>

/** Bodies are called as they are called now. */
export const submissions = sql`
  select s.id, s.desk_id as "deskId", ${lastNameOf(sql`s.desk_id`)} as "deskName", l.year, l.number, s.code,
    s.place_id as "placeId", s.channel, s.door, s.received_at as "receivedAt", s.before_id as "beforeId", s.level, s.stage,
    s.outcome, s.kind, s.topic, t.name as "topicName", s.urgency, s.lead_id as "leadId", ${lastNameOf(sql`s.lead_id`)} as "leadName",
    s.joined_id as "joinedId", s.transfers, s.reopened, s.objected, s.version, s.illustrative
  from submission s
  join desk_line l on l.submission_id = s.id and l.desk_id = s.desk_id
  left join topic t on t.key = s.topic`

export async function readSubmission(db: ReadDb, id: SubmissionId): Promise<Submission | null> {
  return (await sql<Submission>`${submissions} where s.id = ${id}`.execute(db)).rows[0] ?? null
}

/** Not `for update`: who is kept away is written from another connection meanwhile, and points here. */
export async function lockSubmission(tx: Tx, id: SubmissionId): Promise<Submission | null> {
  await sql`select 1 from submission where id = ${id} for no key update`.execute(tx)
  return readSubmission(tx, id)
}

/** By the code on the receipt, with the hash of its secret. */
export async function findByCode(
  db: ReadDb,
  code: string,
): Promise<{ id: SubmissionId; secretHash: string } | undefined> {
  return db
    .selectFrom('submission')
    .select(['id', 'secret_hash as secretHash'])
    .where('code', '=', code)
    .executeTakeFirst() as Promise<{ id: SubmissionId; secretHash: string } | undefined>
}

export async function findByOnce(db: ReadDb, onceHash: string): Promise<SubmissionId | undefined> {
  const found = await db.selectFrom('submission').select('id').where('once_hash', '=', onceHash).executeTakeFirst()
  return found?.id
}

export interface NewSubmission {
  deskId: Id<'body'>
  code: string
  secretHash: string
  onceHash: string
  placeId: Id<'place'>
  channel: Channel
  door: Kind
  receivedAt: Date
  by: Id<'person'> | null
  beforeId: SubmissionId | null
  level: 1 | 2
  illustrative: boolean
}

/** null: another submission has this code, or came with the same form a moment ago. */
export async function insertSubmission(tx: Tx, made: NewSubmission): Promise<SubmissionId | null> {
  const found = await sql<{ id: SubmissionId }>`
    insert into submission (desk_id, code, secret_hash, once_hash, place_id, channel, door, received_at, registered_by,
      before_id, level, stage, illustrative)
    values (${made.deskId}, ${made.code}, ${made.secretHash}, ${made.onceHash}, ${made.placeId}, ${made.channel},
      ${made.door}, ${made.receivedAt}, ${made.by}, ${made.beforeId}, ${made.level}, 'received', ${made.illustrative})
    on conflict do nothing returning id`.execute(tx)
  return found.rows[0]?.id ?? null
}

export async function secretHashOf(db: ReadDb, id: SubmissionId): Promise<string> {
  const row = db.selectFrom('submission').select('secret_hash as hash').where('id', '=', id)
  return (await row.executeTakeFirstOrThrow()).hash
}

export async function addSealed(tx: Tx, id: SubmissionId, handle: string, at: Date): Promise<void> {
  await sql`insert into submission_sealed (submission_id, no, handle, at)
    select ${id}, coalesce(max(no), 0) + 1, ${handle}, ${at} from submission_sealed where submission_id = ${id}`.execute(
    tx,
  )
}

export async function sealedOf(db: ReadDb, id: SubmissionId): Promise<{ handle: string; at: Date }[]> {
  const rows = db.selectFrom('submission_sealed').select(['handle', 'at']).where('submission_id', '=', id)
  return rows.orderBy('no').execute()
}

/** Whose item it is; null: no submission has it. */
export async function submissionOfHandle(db: ReadDb, handle: string): Promise<SubmissionId | null> {
  const rows = db.selectFrom('submission_sealed').select('submission_id as id').where('handle', '=', handle)
  return (await rows.executeTakeFirst())?.id ?? null
}

/** The next line of the desk's register of the year; others who register there wait for this save. */
export async function enterLine(
  tx: Tx,
  at: { deskId: Id<'body'>; year: number; id: SubmissionId; now: Date },
): Promise<number> {
  const { rows } = await sql<{ number: number }>`
    with counted as (
      insert into desk_count (desk_id, year, last) values (${at.deskId}, ${at.year}, 1)
      on conflict (desk_id, year) do update set last = desk_count.last + 1 returning last)
    insert into desk_line (desk_id, year, number, submission_id, at)
    select ${at.deskId}, ${at.year}, last, ${at.id}, ${at.now} from counted returning number`.execute(tx)
  return rows[0]!.number
}

/** A desk that had it before keeps its number when it comes back. */
export async function hasLine(db: ReadDb, deskId: Id<'body'>, id: SubmissionId): Promise<boolean> {
  const rows = await sql`select from desk_line where desk_id = ${deskId} and submission_id = ${id}`.execute(db)
  return rows.rows.length > 0
}

interface Changes {
  stage?: Stage
  outcome?: Outcome | null
  kind?: Kind
  topic?: string | null
  urgency?: string
  desk_id?: Id<'body'>
  lead_id?: Id<'body'> | null
  joined_id?: SubmissionId
  transfers?: number
  reopened?: number
  objected?: boolean
  secret_hash?: string
}

/** Answers the new version. */
export async function updateSubmission(tx: Tx, id: SubmissionId, changes: Changes): Promise<number> {
  const { version } = await tx
    .updateTable('submission')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }) as object)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  await countShown(tx, id)
  return version
}

/**
 * What everybody reads of it may have changed: by which it is found is written anew, and who counted before counts again. Of what
 * is not shown nothing is written.
 */
export async function countShown(tx: Tx, id: SubmissionId): Promise<void> {
  const kinds = publicKinds as readonly string[] as string[]
  await sql`with shown as (update submission_public p set topic = s.topic,
      state = case when p.desk_id <> s.desk_id or s.kind is null or s.kind <> all(${kinds}::text[]) then null
        when s.outcome = 'rejected' then 'rejected'
        else case s.stage when 'open' then 'open' when 'answered' then 'answered' when 'closed' then 'answered' end end
      from submission s where s.id = p.submission_id and s.id = ${id} returning p.desk_id)
    insert into desk_shown (desk_id) select desk_id from shown on conflict (desk_id) do update set changes = desk_shown.changes + 1`.execute(
    tx,
  )
}

export async function supportsOf(db: ReadDb, id: SubmissionId): Promise<Id<'body'>[]> {
  const rows = await db
    .selectFrom('submission_support')
    .select('body_id as id')
    .where('submission_id', '=', id)
    .execute()
  return rows.map((row) => row.id)
}

export async function writeSupports(tx: Tx, id: SubmissionId, bodies: readonly Id<'body'>[]): Promise<void> {
  await sql`delete from submission_support where submission_id = ${id}`.execute(tx)
  await sql`insert into submission_support (submission_id, body_id)
    select distinct ${id}::int, b from unnest(${bodies as Id<'body'>[]}::int[]) b`.execute(tx)
}

export async function accusedOf(db: ReadDb, id: SubmissionId): Promise<Id<'body'>[]> {
  const rows = await db
    .selectFrom('submission_accused')
    .select('body_id as id')
    .where('submission_id', '=', id)
    .execute()
  return rows.map((row) => row.id)
}

export async function writeAccused(tx: Tx, id: SubmissionId, bodies: readonly Id<'body'>[]): Promise<void> {
  await sql`insert into submission_accused (submission_id, body_id)
    select distinct ${id}::int, b from unnest(${bodies as Id<'body'>[]}::int[]) b on conflict do nothing`.execute(tx)
}

export async function clearAccusedOf(tx: Tx, id: SubmissionId): Promise<void> {
  await sql`delete from submission_accused where submission_id = ${id}`.execute(tx)
}

export async function noteKeptAway(tx: Tx, at: { id: SubmissionId; personId: Id<'person'>; now: Date }): Promise<void> {
  await sql`insert into submission_kept_away (submission_id, person_id, at)
    values (${at.id}, ${at.personId}, ${at.now})`.execute(tx)
}

/** Of these ids those that are no body's. */
export async function notBodies(db: ReadDb, ids: readonly Id<'body'>[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select b as id from unnest(${ids as Id<'body'>[]}::int[]) b
    where not exists (select from body where body.id = b)`.execute(db)
  return rows.map(({ id }) => id)
}

/** Those joined to this one, with their numbers. */
export async function joinedTo(db: ReadDb, id: SubmissionId): Promise<Submission[]> {
  return (await sql<Submission>`${submissions} where s.joined_id = ${id} order by s.id`.execute(db)).rows
}
