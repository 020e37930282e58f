// SQL about what everybody may read of a case, as the desk writes it; core/portal reads it.
import { sql } from 'kysely'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { countShown, type Tx } from '../submission.store.ts'

type SubmissionId = Id<'submission'>

export interface Publication {
  version: number
  text: string
  answer: string
  answerNo: number | null
  photos: Id<'submission_file'>[]
  shownAt: Date
  changedAt: Date
}

export async function publicationOf(db: ReadDb, id: SubmissionId): Promise<Publication | null> {
  const { rows } = await sql<Publication>`select version, text, answer, answer_no as "answerNo", photos,
    shown_at as "shownAt", changed_at as "changedAt" from submission_public where submission_id = ${id}`.execute(db)
  return rows[0] ?? null
}

export interface Written {
  text: string
  answer: string
  answerNo: number | null
  photos: readonly Id<'submission_file'>[]
  lat: number | null
  lon: number | null
  by: Id<'person'> | null
  now: Date
}

/** Answers the new version. */
export async function writePublication(tx: Tx, id: SubmissionId, written: Written): Promise<number> {
  const { text, answer, answerNo, photos, lat, lon, by, now } = written
  const { rows } = await sql<{ version: number }>`
    insert into submission_public (submission_id, text, answer, answer_no, photos, lat, lon, shown_at, shown_by, changed_at,
      desk_id, place_id, received_at)
    select id, ${text}, ${answer}, ${answerNo}::int, ${[...photos]}::int[], ${lat}::numeric, ${lon}::numeric,
      ${now}, ${by}::int, ${now}, desk_id, place_id, received_at from submission where id = ${id}
    on conflict (submission_id) do update set text = excluded.text, answer = excluded.answer, answer_no = excluded.answer_no,
      photos = excluded.photos, lat = excluded.lat, lon = excluded.lon, changed_at = excluded.changed_at, desk_id = excluded.desk_id,
      version = nextval('submission_public_version')
    returning version`.execute(tx)
  await countShown(tx, id)
  return rows[0]!.version
}

export async function deletePublication(tx: Tx, id: SubmissionId): Promise<void> {
  await countShown(tx, id)
  await sql`delete from submission_public where submission_id = ${id}`.execute(tx)
}
