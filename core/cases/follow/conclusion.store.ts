// SQL about decisions and conclusions that were made known, and how.
import { sql } from 'kysely'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Tx } from '../submission.store.ts'

/** On this platform for everybody, put up at the office, told in a meeting, or in the press. */
export const ways = ['here', 'posted', 'meeting', 'press'] as const
export type Way = (typeof ways)[number]

export interface Conclusion {
  id: Id<'submission_conclusion'>
  way: Way
  on: Day
  document: string
  /** Empty unless everybody reads it here. */
  text: string
}

export async function conclusionOf(db: ReadDb, id: Id<'submission'>): Promise<Conclusion | null> {
  const { rows } = await sql<Conclusion>`select id, way, on_date as "on", document, text
    from submission_conclusion where submission_id = ${id}`.execute(db)
  return rows[0] ?? null
}

export async function insertConclusion(
  tx: Tx,
  id: Id<'submission'>,
  made: Omit<Conclusion, 'id'> & { by: Id<'person'> | null; now: Date },
): Promise<void> {
  await sql`insert into submission_conclusion (submission_id, way, on_date, document, text, shown_at, shown_by)
    values (${id}, ${made.way}, ${made.on}, ${made.document}, ${made.text}, ${made.now}, ${made.by})`.execute(tx)
}
