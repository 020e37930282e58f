// SQL about replies. What was sent stays in reply_sent as it was.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { ReplyStage, Values } from './reply.ts'

export interface StoredReply {
  id: Id<'reply'>
  bodyId: Id<'body'>
  stage: ReplyStage
  version: number
  cells: Values
  savedBy: Id<'person'> | null
  savedByName: string | null
  savedAt: Date
  submittedBy: Id<'person'> | null
  submittedByName: string | null
  submittedAt: Date | null
  returnReason: string | null
  acceptedByName: string | null
  acceptedAt: Date | null
}

interface At {
  collectionId: Id<'collection'>
  bodyId: Id<'body'>
}

export async function findReply(db: ReadDb, at: At, lock = false): Promise<StoredReply | null> {
  const found = await sql<StoredReply>`
    select r.id, r.body_id as "bodyId", r.stage, r.version, r.cells, r.saved_by as "savedBy", s.name as "savedByName",
      r.saved_at as "savedAt", r.submitted_by as "submittedBy", u.name as "submittedByName",
      r.submitted_at as "submittedAt", r.return_reason as "returnReason", a.name as "acceptedByName",
      r.accepted_at as "acceptedAt"
    from reply r left join person s on s.id = r.saved_by left join person u on u.id = r.submitted_by
      left join person a on a.id = r.accepted_by
    where r.collection_id = ${at.collectionId} and r.body_id = ${at.bodyId} ${lock ? sql`for update of r` : sql``}`.execute(
    db,
  )
  return found.rows[0] ?? null
}

export interface ReplyLine {
  body: Id<'body'>
  stage: ReplyStage
  submittedAt: Date | null
  savedAt: Date
  filled: number
}

/** How each reply stands, without its values. */
export async function replyLines(db: ReadDb, collectionId: Id<'collection'>): Promise<ReplyLine[]> {
  const found = await sql<ReplyLine>`
    select body_id as body, stage, submitted_at as "submittedAt", saved_at as "savedAt",
      (select count(*)::int from jsonb_object_keys(cells)) as filled
    from reply where collection_id = ${collectionId}`.execute(db)
  return found.rows
}

/** What came and was not returned, to be written into the file. */
export async function sentValues(
  db: ReadDb,
  collectionId: Id<'collection'>,
): Promise<{ body: Id<'body'>; cells: Values; stage: ReplyStage }[]> {
  const found = await sql<{ body: Id<'body'>; cells: Values; stage: ReplyStage }>`
    select body_id as body, cells, stage from reply
    where collection_id = ${collectionId} and stage in ('submitted', 'accepted')`.execute(db)
  return found.rows
}

type Tx = Transaction<Tables>

interface Written {
  cells: Values
  stage: ReplyStage
  sending: boolean
  by: Id<'person'> | null
  now: Date
}

/** A first reply; null when another officer made one at the same moment. */
export async function createReply(tx: Tx, at: At, made: Written): Promise<{ id: Id<'reply'>; version: number } | null> {
  const { cells, stage, sending, by, now } = made
  const found = await sql<{ id: Id<'reply'>; version: number }>`
    insert into reply (collection_id, body_id, stage, cells, saved_by, saved_at, submitted_by, submitted_at)
    values (${at.collectionId}, ${at.bodyId}, ${stage}, ${JSON.stringify(cells)}::jsonb, ${by}, ${now},
      ${sending ? by : null}, ${sending ? now : null})
    on conflict (collection_id, body_id) do nothing returning id, version`.execute(tx)
  return found.rows[0] ?? null
}

export async function writeReply(tx: Tx, id: Id<'reply'>, made: Written): Promise<number> {
  const { cells, stage, sending, by, now } = made
  const found = await sql<{ version: number }>`
    update reply set stage = ${stage}, cells = ${JSON.stringify(cells)}::jsonb, saved_by = ${by}, saved_at = ${now},
      submitted_by = ${sending ? by : null}, submitted_at = ${sending ? now : null}, version = version + 1
    where id = ${id} returning version`.execute(tx)
  return found.rows[0]!.version
}

export async function keepSent(tx: Tx, id: Id<'reply'>, { cells, by, now }: Written): Promise<void> {
  await sql`insert into reply_sent (reply_id, no, cells, sent_by, sent_at)
    select ${id}::int, coalesce(max(no), 0) + 1, ${JSON.stringify(cells)}::jsonb, ${by}::int, ${now}::timestamptz
    from reply_sent where reply_id = ${id}`.execute(tx)
}

export interface ReplyFacts {
  stage: ReplyStage
  submitted_by?: null
  submitted_at?: null
  returned_by?: Id<'person'> | null
  returned_at?: Date
  return_reason?: string
  accepted_by?: Id<'person'> | null
  accepted_at?: Date | null
}

export async function moveReply(tx: Tx, id: Id<'reply'>, facts: ReplyFacts): Promise<number> {
  const { version } = await tx
    .updateTable('reply')
    .set((eb) => ({ ...facts, version: eb('version', '+', 1) }) as object)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}
