// SQL that counts anew what is kept, plainly and slowly, to say where the two differ.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { refreshPeriod } from './rollup.store.ts'

export interface Differences {
  /** Kept sums and standings that were counted anew. */
  compared: number
  sums: {
    placeId: Id<'place'>
    periodId: Id<'period'>
    cellId: Id<'cell'>
    kept: number | null
    fresh: number | null
  }[]
  standings: { placeId: Id<'place'>; periodId: Id<'period'>; formId: Id<'form'>; kept: string; fresh: string }[]
}

const inForce = (alias: string) =>
  sql`day between coalesce(${sql.ref(`${alias}.valid_from`)}, '-infinity') and coalesce(${sql.ref(`${alias}.valid_to`)}, 'infinity')`

/** Every place above those that `origin` names, with itself, on the last day of the period. */
const upFrom = (origin: ReturnType<typeof sql>) => sql`
  origin (period_id, day, place_id) as (${origin}),
  up (period_id, day, origin, id) as (
    select period_id, day, place_id, place_id from origin
    union all
    select up.period_id, up.day, up.origin, v.parent_id
    from up join place_version v on v.place_id = up.id and ${inForce('v')} where v.parent_id is not null)`

export async function differences(db: ReadDb): Promise<Differences> {
  const kept = await sql<{ n: number }>`
    select (select count(*) from rollup_cached) + (select count(*) from standing_cached) as n`.execute(db)
  const sums = await sql<Differences['sums'][0]>`
    with recursive ${upFrom(sql`
      select distinct e.period_id, p.ends_on, e.place_id from entry e join period p on p.id = e.period_id`)},
    fresh as (
      select up.id as place_id, up.period_id, x.cell_id, sum(x.value)::bigint as value
      from up join entry_value x on x.counted and x.period_id = up.period_id and x.place_id = up.origin
      where exists (select 1 from place_version g where g.parent_id = up.id and ${inForce('g')})
      group by 1, 2, 3)
    select place_id as "placeId", period_id as "periodId", cell_id as "cellId", r.value as kept, fresh.value as fresh
    from fresh full join rollup_cached r using (place_id, period_id, cell_id)
    where r.value is distinct from fresh.value order by 2, 1, 3 limit 1000`.execute(db)
  const standings = await sql<Differences['standings'][0]>`
    with recursive due as (
      select d.id as duty_id, d.form_id, p.id as period_id, p.ends_on as day, b.place_id
      from duty d join form f on f.id = d.form_id join reporting_calendar c on c.id = f.calendar_id
      join period p on p.calendar_id = c.id and p.kind = c.entry_kind
      join body_version b on b.body_id = d.body_id
        and p.ends_on between coalesce(b.valid_from, '-infinity') and coalesce(b.valid_to, 'infinity')
      where p.ends_on between coalesce(d.valid_from, '-infinity') and coalesce(d.valid_to, 'infinity')),
    ${upFrom(sql`select distinct period_id, day, place_id from due`)},
    fresh as (
      select up.id as place_id, up.period_id, due.form_id,
             concat_ws('/', count(*), count(*) filter (where e.stage in ('submitted', 'accepted') or e.counted_id is not null),
                       count(*) filter (where e.stage = 'accepted'), count(*) filter (where w.nature = 'estimate')) as told
      from up join due on due.period_id = up.period_id and due.place_id = up.origin
      left join entry e on e.duty_id = due.duty_id and e.period_id = due.period_id
      left join entry_version w on w.id = e.counted_id group by 1, 2, 3),
    kept as (
      select place_id, period_id, form_id, concat_ws('/', expected, submitted, accepted, estimated) as told
      from standing_cached)
    select place_id as "placeId", period_id as "periodId", form_id as "formId",
           coalesce(kept.told, '–') as kept, coalesce(fresh.told, '–') as fresh
    from fresh full join kept using (place_id, period_id, form_id)
    where kept.told is distinct from fresh.told order by 2, 1, 3 limit 1000`.execute(db)
  return { compared: Number(kept.rows[0]!.n), sums: sums.rows, standings: standings.rows }
}

/** Counts every period anew and keeps that. */
export async function refreshAll(tx: Transaction<Tables>): Promise<void> {
  const periods = await sql<{ periodId: Id<'period'>; day: Day }>`
    select p.id as "periodId", p.ends_on as day
    from period p join reporting_calendar c on c.id = p.calendar_id and c.entry_kind = p.kind order by p.id`.execute(tx)
  for (const period of periods.rows) await refreshPeriod(tx, period)
}
