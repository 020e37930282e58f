// SQL of conclusions and decisions made known here: the words everybody reads, nothing of the case behind them.
import { sql } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

export interface PublicConclusion {
  id: Id<'submission_conclusion'>
  kind: 'complaint' | 'denunciation'
  body: string
  document: string
  text: string
  on: Day
  illustrative: boolean
}

/** The newest first; `before`: older than this one. */
export async function publicConclusions(
  db: ReadDb,
  { before, size }: { before?: Id<'submission_conclusion'>; size: number },
): Promise<PublicConclusion[]> {
  const { rows } = await sql<PublicConclusion>`
    select c.id, s.kind, c.document, c.text, c.on_date as "on", s.illustrative,
      ${lastNameOf(sql`coalesce(s.lead_id, s.desk_id)`)} as body
    from submission_conclusion c join submission s on s.id = c.submission_id
    where c.way = 'here' ${before === undefined ? sql`` : sql`and c.id < ${before}`}
    order by c.id desc limit ${size}`.execute(db)
  return rows
}
