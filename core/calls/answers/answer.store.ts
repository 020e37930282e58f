// SQL about answers and their versions. A sent version is never changed: what follows is a new version.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { AnswerStage, Texts } from './answer.ts'

type Tx = Transaction<Tables>

export interface StoredAnswer {
  id: Id<'answer'>
  callId: Id<'call'>
  bodyId: Id<'body'>
  stage: AnswerStage
  version: number
  workingId: Id<'answer_version'>
  workingNo: number
  acceptedId: Id<'answer_version'> | null
  savedBy: Id<'person'> | null
  submittedBy: Id<'person'> | null
  /** The working version was returned or accepted: it stays as it was, mending begins a new one. */
  workingClosed: boolean
}

const answers = sql`
  select a.id, a.call_id as "callId", a.body_id as "bodyId", a.stage, a.version, a.working_id as "workingId",
         v.no as "workingNo", a.accepted_id as "acceptedId", v.saved_by as "savedBy", v.submitted_by as "submittedBy",
         (v.returned_at is not null or v.accepted_at is not null) as "workingClosed"
  from answer a join answer_version v on v.id = a.working_id`

export interface AnswerAt {
  callId: Id<'call'>
  bodyId: Id<'body'>
}

export async function findAnswer(db: ReadDb, at: AnswerAt, lock = false): Promise<StoredAnswer | null> {
  const found = await sql<StoredAnswer>`${answers}
    where a.call_id = ${at.callId} and a.body_id = ${at.bodyId} ${lock ? sql`for update of a` : sql``}`.execute(db)
  return found.rows[0] ?? null
}

/** A first draft; null when a colleague made one at the same moment. */
export async function createAnswer(
  tx: Tx,
  { callId, bodyId, by, now }: AnswerAt & { by: Id<'person'> | null; now: Date },
): Promise<StoredAnswer | null> {
  const made = await sql`
    with a as (
      insert into answer (call_id, body_id, stage, version, working_id)
      values (${callId}, ${bodyId}, 'draft', 0, nextval(pg_get_serial_sequence('answer_version', 'id')))
      on conflict (call_id, body_id) do nothing returning id, working_id)
    insert into answer_version (id, answer_id, no, saved_by, saved_at) overriding system value
    select working_id, id, 1, ${by}::int, ${now}::timestamptz from a returning id`.execute(tx)
  return made.rows.length ? findAnswer(tx, { callId, bodyId }) : null
}

/** Opens the next version, to be filled by writeDraft. */
export async function addVersion(
  tx: Tx,
  { answer, by, now }: { answer: StoredAnswer; by: Id<'person'> | null; now: Date },
): Promise<Id<'answer_version'>> {
  const made = await tx
    .insertInto('answer_version')
    .values({ answer_id: answer.id, no: answer.workingNo + 1, saved_by: by, saved_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.updateTable('answer').set({ working_id: made.id }).where('id', '=', answer.id).execute()
  return made.id
}

/** Replaces the text of an unsent version, whole. */
export async function writeDraft(
  tx: Tx,
  at: { versionId: Id<'answer_version'>; texts: Texts; sending: boolean; by: Id<'person'> | null; now: Date },
): Promise<void> {
  const { versionId, texts, sending, by, now } = at
  const filled = Object.entries(texts).filter(([, text]) => text !== '')
  const sent = sending ? { submitted_by: by, submitted_at: now } : { submitted_by: null, submitted_at: null }
  await tx
    .updateTable('answer_version')
    .set({ saved_by: by, saved_at: now, ...sent })
    .where('id', '=', versionId)
    .execute()
  await tx.deleteFrom('answer_text').where('version_id', '=', versionId).execute()
  const rows = filled.map(([section, text]) => ({ version_id: versionId, section, text }))
  if (rows.length) await tx.insertInto('answer_text').values(rows).execute()
}

export interface VersionFacts {
  submitted_by?: Id<'person'> | null
  submitted_at?: Date | null
  returned_by?: Id<'person'> | null
  returned_at?: Date
  return_reason?: string
  accepted_by?: Id<'person'> | null
  accepted_at?: Date
}

export async function markVersion(tx: Tx, id: Id<'answer_version'>, facts: VersionFacts): Promise<void> {
  await tx
    .updateTable('answer_version')
    .set(facts as object)
    .where('id', '=', id)
    .execute()
}

/** The only place where an answer's stage is written. `accepted`: the version that is now read into reports. */
export async function setStage(
  tx: Tx,
  id: Id<'answer'>,
  { stage, accepted }: { stage: AnswerStage; accepted?: Id<'answer_version'> },
): Promise<number> {
  const set = await tx
    .updateTable('answer')
    .set((eb) => ({ stage, version: eb('version', '+', 1), ...(accepted && { accepted_id: accepted }) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return set.version
}

export async function textsOf(db: ReadDb, versionId: Id<'answer_version'>): Promise<Record<string, string>> {
  const rows = await db
    .selectFrom('answer_text')
    .select(['section', 'text'])
    .where('version_id', '=', versionId)
    .execute()
  return Object.fromEntries(rows.map(({ section, text }) => [section, text]))
}
