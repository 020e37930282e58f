// SQL of the two marks for the reader: figures that came back higher after a return, and falls of members after a review of
// the roll. They belong to a body's figures in a period; of persons nothing is said.
import { sql } from 'kysely'
import { zone, type Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

export interface Raised {
  version: Id<'entry_version'>
  cellId: Id<'cell'>
  /** In the version that was returned last. */
  was: number
  now: number
}

/** Figures of these versions that are higher than in the version returned last before them, by one line or the other. */
export async function raisedAfterReturn(db: ReadDb, versions: readonly Id<'entry_version'>[]): Promise<Raised[]> {
  if (versions.length === 0) return []
  const found = await sql<Raised>`
    select w.id as version, now.cell_id as "cellId", was.value as was, now.value as now
    from entry_version w join lateral (
      select r.id from entry_version r where r.entry_id = w.entry_id and r.no < w.no and (r.returned_at is not null
        or exists (select from line_opinion o where o.version_id = r.id and o.opinion = 'returned'))
      order by r.no desc limit 1) back on true
    join entry_value was on was.version_id = back.id
    join entry_value now on now.version_id = w.id and now.cell_id = was.cell_id and now.value > was.value
    where w.id = any(${versions}::int[]) and w.no > 1 order by w.id, now.cell_id`.execute(db)
  return found.rows
}

export interface Fell extends Raised {
  on: Day
  document: string
}

/**
 * Memberships of these versions that are fewer than in the period before, where the body went through its roll in between: after
 * the cut-off of that period, and not later than the version was sent.
 */
export async function fellAfterReview(db: ReadDb, versions: readonly Id<'entry_version'>[]): Promise<Fell[]> {
  if (versions.length === 0) return []
  const found = await sql<Fell>`
    select w.id as version, now.cell_id as "cellId", was.value as was, now.value as now, review.reviewed_on as "on",
           review.document
    from entry_version w join entry e on e.id = w.entry_id join period p on p.id = e.period_id
    join lateral (
      select q.id, q.cut_off_on from period q
      where q.calendar_id = p.calendar_id and q.kind = p.kind and q.ends_on < p.starts_on
      order by q.ends_on desc limit 1) before on true
    join lateral (
      select r.reviewed_on, r.document from roll_review r
      where r.body_id = e.body_id and r.withdrawn_at is null and r.reviewed_on > before.cut_off_on
        and r.reviewed_on <= (w.submitted_at at time zone ${zone}::text)::date
      order by r.reviewed_on desc, r.id desc limit 1) review on true
    join entry earlier on earlier.form_id = e.form_id and earlier.body_id = e.body_id and earlier.period_id = before.id
    join entry_value was on was.version_id = earlier.counted_id
    join entry_value now on now.version_id = w.id and now.cell_id = was.cell_id and now.value < was.value
    join cell on cell.id = now.cell_id join count_kind k on k.id = cell.count_id and k.unit = 'membership'
    where w.id = any(${versions}::int[]) order by w.id, now.cell_id`.execute(db)
  return found.rows
}
