// SQL of sheets that came on paper: the one that stands, entered for the body; ended when it is entered anew or the body sends its own.
import { sql } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Tx } from './scoresheet.store.ts'

type SheetId = Id<'scoresheet'>

export interface Paper {
  number: string
  dated: Day
  body: string | null
  person: string | null
  at: Date
  /** Name of the file. */
  scan: string
  mediaType: string
  bytes: number
  sha256: string
}

export async function paperOf(db: ReadDb, id: SheetId): Promise<Paper | null> {
  const { rows } =
    await sql<Paper>`select w.number, w.dated, case when w.body_id is not null then ${lastNameOf(sql`w.body_id`)} end as body,
      p.name as person, w.entered_at as at, w.name as scan, w.media_type as "mediaType", w.bytes, w.sha256
    from scoresheet_paper w left join person p on p.id = w.entered_by
    where w.scoresheet_id = ${id} and w.ended_at is null`.execute(db)
  return rows[0] ?? null
}

export async function endPaper(tx: Tx, id: SheetId, at: Date): Promise<void> {
  await sql`update scoresheet_paper set ended_at = ${at} where scoresheet_id = ${id} and ended_at is null`.execute(tx)
}

export async function insertPaper(
  tx: Tx,
  id: SheetId,
  made: Omit<Paper, 'body' | 'person'> & { bodyId: Id<'body'> | null; by: Id<'person'> | null },
): Promise<void> {
  await endPaper(tx, id, made.at)
  await sql`insert into scoresheet_paper
    (scoresheet_id, number, dated, name, media_type, bytes, sha256, body_id, entered_by, entered_at)
    values (${id}, ${made.number}, ${made.dated}, ${made.scan}, ${made.mediaType}, ${made.bytes}, ${made.sha256},
      ${made.bodyId}::int, ${made.by}::int, ${made.at})`.execute(tx)
}
