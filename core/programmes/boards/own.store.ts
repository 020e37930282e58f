// SQL about what one body reported and was accepted: for which periods, of which programmes.
import { sql } from 'kysely'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

/** The periods for which something of the body counts, the newest first. */
export async function periodsWith(
  db: ReadDb,
  bodyId: Id<'body'>,
): Promise<{ id: Id<'period'>; name: string; calendar: string }[]> {
  const { rows } = await sql<{
    id: Id<'period'>
    name: string
    calendar: string
  }>`select p.id, p.name, c.name as calendar
    from period p join reporting_calendar c on c.id = p.calendar_id
    where exists (select from entry e where e.body_id = ${bodyId} and e.period_id = p.id and e.counted_id is not null)
    order by p.ends_on desc, p.id limit 60`.execute(db)
  return rows
}

/** Issued programmes whose forms the body sent for the period. */
export async function programmesWith(
  db: ReadDb,
  at: { bodyId: Id<'body'>; periodId: Id<'period'> },
): Promise<Id<'programme'>[]> {
  const { rows } = await sql<{ id: Id<'programme'> }>`select distinct g.id from entry e
    join programme_form f on f.form_id = e.form_id join programme g on g.id = f.programme_id and g.stage <> 'draft'
    where e.body_id = ${at.bodyId} and e.period_id = ${at.periodId} and e.counted_id is not null order by g.id`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}
