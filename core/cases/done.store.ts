// SQL of what a body did for citizens in a year: cases it answered, promises it kept; denunciations are not among them.
import { sql } from 'kysely'
import { zone, type Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

export interface DoneForCitizens {
  /** Cases with an answer of this body in the year. */
  answered: number
  /** Of these, with their newest answer within the limit in force then; without a limit they are not late. */
  onTime: number
  /** Promised to be done by a day of the year. */
  promised: number
  /** Of these, done by that day. */
  kept: number
}

export async function doneForCitizens(db: ReadDb, of: { bodyId: Id<'body'>; year: number }): Promise<DoneForCitizens> {
  const tz = sql.lit(zone)
  const { rows } = await sql<DoneForCitizens>`
    with answer as (
      select a.submission_id as id, max(a.at) as at from submission_answer a join submission s on s.id = a.submission_id
      where a.body_id = ${of.bodyId} and s.kind <> 'denunciation'
        and a.at >= make_date(${of.year}::int, 1, 1)::timestamp at time zone ${tz}
        and a.at < make_date(${of.year}::int + 1, 1, 1)::timestamp at time zone ${tz}
      group by a.submission_id)
    select count(*)::int as answered,
      count(*) filter (where not exists (select from legal_deadline d where d.noun = 'submission' and d.noun_id = answer.id
        and d.limit_name like 'solve%' and d.met_at = answer.at and d.met_at > d.due_at))::int as "onTime",
      (select count(*)::int from submission_promise p where p.body_id = ${of.bodyId}
        and extract(year from p.first_due) = ${of.year}) as promised,
      (select count(*)::int from submission_promise p where p.body_id = ${of.bodyId}
        and extract(year from p.first_due) = ${of.year}
        and (p.kept_at at time zone ${tz})::date <= p.first_due) as kept
    from answer`.execute(db)
  return rows[0]!
}

/** Over all bodies: promised to be done by a day of these, and done by that day; denunciations are not among them. */
export async function promisesBetween(
  db: ReadDb,
  { from, until }: { from: Day; until: Day },
): Promise<Pick<DoneForCitizens, 'promised' | 'kept'> & { illustrative: boolean }> {
  const { rows } = await sql<Pick<DoneForCitizens, 'promised' | 'kept'> & { illustrative: boolean }>`
    select count(*)::int as promised,
      count(*) filter (where (p.kept_at at time zone ${sql.lit(zone)})::date <= p.first_due)::int as kept,
      coalesce(bool_or(s.illustrative), false) as illustrative
    from submission_promise p join submission s on s.id = p.submission_id
    where s.kind <> 'denunciation' and p.first_due between ${from}::date and ${until}::date`.execute(db)
  return rows[0]!
}
