// SQL about what sorting gave to the case: the letter, the points it asks, the files; and who looked at it.
import { sql } from 'kysely'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { searchKey } from '../shared/text.ts'
import type { Tx } from './submission.store.ts'
import type { Sender } from './sender.ts'

type SubmissionId = Id<'submission'>

export interface GivenLetter {
  sender: Sender
  text: string
  redacted: boolean
  placeWords: string
  lat: number | null
  lon: number | null
}

export async function insertLetter(tx: Tx, id: SubmissionId, letter: GivenLetter): Promise<void> {
  const { sender, text, redacted, placeWords, lat, lon } = letter
  const words = searchKey([text, placeWords, sender.name, sender.address].filter(Boolean).join(' ')).slice(0, 50_000)
  await sql`insert into submission_letter (submission_id, sender, text, redacted, search_key, place_words, lat, lon)
    values (${id}, ${JSON.stringify(sender)}::jsonb, ${text}, ${redacted}, ${words}, ${placeWords}, ${lat}, ${lon})
    on conflict (submission_id) do update set text = excluded.text, search_key = excluded.search_key`.execute(tx)
}

export async function letterOf(db: ReadDb, id: SubmissionId): Promise<GivenLetter | null> {
  const { rows } =
    await sql<GivenLetter>`select sender, text, redacted, place_words as "placeWords", lat::float8, lon::float8
    from submission_letter where submission_id = ${id}`.execute(db)
  return rows[0] ?? null
}

export interface KeptFile {
  id: Id<'submission_file'>
  answerNo: number | null
  /** The promise it proves to be kept; null: none. */
  promiseId: Id<'submission_promise'> | null
  /** The point of a conclusion of reception it proves to be done; null: none. */
  pointId: Id<'conclusion_point'> | null
  name: string
  mediaType: string
  bytes: number
  sha256: string
  /** The picture made anew; null: not yet, or no picture. */
  cleanSha256: string | null
  cleanBytes: number | null
  /** null: not looked at yet. */
  verdict: 'clean' | 'found' | 'notScanned' | null
  spoilt: boolean
}

const files = sql`select id, answer_no as "answerNo", promise_id as "promiseId", point_id as "pointId", name, media_type as "mediaType", bytes, sha256,
  clean_sha256 as "cleanSha256", clean_bytes as "cleanBytes", verdict, spoilt
  from submission_file`

export async function filesOf(db: ReadDb, id: SubmissionId): Promise<KeptFile[]> {
  return (await sql<KeptFile>`${files} where submission_id = ${id} order by id`.execute(db)).rows
}

export async function insertFile(
  tx: Tx,
  id: SubmissionId,
  file: Pick<KeptFile, 'answerNo' | 'promiseId' | 'pointId' | 'name' | 'mediaType' | 'bytes' | 'sha256'> & {
    by: Id<'person'> | null
    now: Date
  },
): Promise<void> {
  await sql`insert into submission_file
    (submission_id, answer_no, promise_id, point_id, name, media_type, bytes, sha256, kept_at, kept_by)
    values (${id}, ${file.answerNo}, ${file.promiseId}, ${file.pointId}, ${file.name}, ${file.mediaType}, ${file.bytes}, ${file.sha256}, ${file.now},
      ${file.by})`.execute(tx)
}

/** The next file not looked at yet; of two workers the second passes by what the first holds. */
export async function lockFileToTidy(tx: Tx, after: number): Promise<KeptFile | undefined> {
  const { rows } = await sql<KeptFile>`${files} where verdict is null and id > ${after}
    order by id limit 1 for update skip locked`.execute(tx)
  return rows[0]
}

export async function setTidied(
  tx: Tx,
  id: Id<'submission_file'>,
  to: { verdict: string; clean: { sha256: string; bytes: number } | null; spoilt: boolean },
): Promise<void> {
  await sql`update submission_file set verdict = ${to.verdict}, spoilt = ${to.spoilt},
    clean_sha256 = ${to.clean?.sha256 ?? null}, clean_bytes = ${to.clean?.bytes ?? null} where id = ${id}`.execute(tx)
}

export interface Point {
  no: number
  text: string
  answeredIn: number | null
}

export async function pointsOf(db: ReadDb, id: SubmissionId): Promise<Point[]> {
  const rows = db.selectFrom('submission_point').select(['no', 'text', 'answered_in as answeredIn'])
  return rows.where('submission_id', '=', id).orderBy('no').execute()
}

export async function addPoints(tx: Tx, id: SubmissionId, points: readonly string[]): Promise<void> {
  await sql`insert into submission_point (submission_id, no, text)
    select ${id}, b.no + t.no, t.text from unnest(${points as string[]}::text[]) with ordinality t(text, no),
      (select coalesce(max(no), 0) as no from submission_point where submission_id = ${id}) b`.execute(tx)
}

export async function tickPoints(
  tx: Tx,
  id: SubmissionId,
  at: { points: readonly number[]; answer: number },
): Promise<void> {
  await sql`update submission_point set answered_in = ${at.answer}
    where submission_id = ${id} and no = any(${at.points as number[]}::int[])`.execute(tx)
}

export async function openPointsAgain(tx: Tx, id: SubmissionId): Promise<void> {
  await sql`update submission_point set answered_in = null where submission_id = ${id}`.execute(tx)
}

export async function noteLook(tx: Tx, at: { id: SubmissionId; personId: Id<'person'>; now: Date }): Promise<void> {
  await sql`insert into submission_look (submission_id, person_id, at)
    values (${at.id}, ${at.personId}, ${at.now})`.execute(tx)
}
