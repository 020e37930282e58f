// SQL of what heads of villages sent for others: that they sent it and how far it is; nobody's name, no word of a letter.
import { sql } from 'kysely'
import { lastNameOf } from '../../bodies/body.read.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Outcome, Stage } from '../submission.ts'
import type { Tx } from '../submission.store.ts'

interface NewHelp {
  id: Id<'submission'>
  personId: Id<'person'>
  bodyId: Id<'body'>
  /** The sentence that was read out and ticked. */
  agreed: string
  now: Date
}

/** The same form sent again is the same help. */
export async function insertHelp(tx: Tx, made: NewHelp): Promise<void> {
  await sql`insert into submission_helped (submission_id, person_id, body_id, agreed, at)
    values (${made.id}, ${made.personId}, ${made.bodyId}, ${made.agreed}, ${made.now}) on conflict do nothing`.execute(
    tx,
  )
}

export interface Helped {
  year: number
  number: number
  desk: string
  at: Date
  stage: Stage
  outcome: Outcome | null
  /** When it came to the stage it stands in. */
  since: Date
}

/** The newest first. */
export async function helpedBy(
  db: ReadDb,
  personId: Id<'person'>,
  { page, size }: { page: number; size: number },
): Promise<{ lines: Helped[]; total: number }> {
  const { rows } = await sql<Helped>`select l.year, l.number, s.stage, s.outcome, h.at,
      ${lastNameOf(sql`s.desk_id`)} as desk,
      coalesce((select max(a.at) from submission_act a where a.submission_id = s.id
        and a.move not in ('look', 'note', 'rate', 'tell', 'write')), h.at) as since
    from submission_helped h join submission s on s.id = h.submission_id
    join desk_line l on l.submission_id = s.id and l.desk_id = s.desk_id
    where h.person_id = ${personId} order by h.submission_id desc limit ${size} offset ${(page - 1) * size}`.execute(db)
  const counted = await sql<{ total: number }>`select count(*)::int as total from submission_helped
    where person_id = ${personId}`.execute(db)
  return { lines: rows, total: counted.rows[0]!.total }
}
