// Sums and standings under every place above the reporting ones, refreshed in the transaction that changed them.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'

/** What changed: the values and standing of this place for this period. */
export interface Change {
  placeId: Id<'place'>
  periodId: Id<'period'>
  /** The last day of the period: the tree is the one of that day, and stays so. */
  day: Day
}

const inForce = (alias: string, day: Day) =>
  sql`${day}::date between coalesce(${sql.ref(`${alias}.valid_from`)}, '-infinity') and coalesce(${sql.ref(`${alias}.valid_to`)}, 'infinity')`

/** The place itself when others lie below it, then every place above, lowest first. */
async function placesToRefresh(tx: Transaction<Tables>, { placeId, day }: Change): Promise<Id<'place'>[]> {
  const found = await sql<{ id: Id<'place'> }>`
    with recursive up (id, parent_id, depth) as (
      select v.place_id, v.parent_id, 0 from place_version v where v.place_id = ${placeId} and ${inForce('v', day)}
      union all
      select v.place_id, v.parent_id, up.depth + 1 from up join place_version v on v.place_id = up.parent_id
      where ${inForce('v', day)})
    select id from up where depth > 0 or exists (
      select 1 from place_version below where below.parent_id = up.id and ${inForce('below', day)})
    order by depth`.execute(tx)
  return found.rows.map((row) => row.id)
}

/** Refreshes sums and standings above a change. Others refreshing the same period wait, so nothing is lost. */
export async function refreshAbove(tx: Transaction<Tables>, change: Change): Promise<void> {
  await sql`select pg_advisory_xact_lock(4200003, ${change.periodId})`.execute(tx)
  for (const placeId of await placesToRefresh(tx, change)) {
    await refreshSums(tx, { ...change, placeId })
    await refreshStandings(tx, { ...change, placeId })
  }
}

/** Standings only: for a form that was sent or returned without changing what counts. */
export async function refreshStandingsAbove(tx: Transaction<Tables>, change: Change): Promise<void> {
  await sql`select pg_advisory_xact_lock(4200003, ${change.periodId})`.execute(tx)
  for (const placeId of await placesToRefresh(tx, change)) await refreshStandings(tx, { ...change, placeId })
}

/** Own values, plus the values of children that report themselves, plus the sums of children that have sums. */
async function refreshSums(tx: Transaction<Tables>, { placeId, periodId, day }: Change): Promise<void> {
  await sql`
    with child as (
      select v.place_id as id, exists (
        select 1 from place_version g where g.parent_id = v.place_id and ${inForce('g', day)}) as above
      from place_version v where v.parent_id = ${placeId} and ${inForce('v', day)}),
    fresh as (
      select cell_id, sum(value)::bigint as value from (
        select cell_id, value from entry_value
        where counted and period_id = ${periodId} and place_id = ${placeId}
        union all
        select e.cell_id, e.value from child join entry_value e
          on e.counted and e.period_id = ${periodId} and e.place_id = child.id where not child.above
        union all
        select r.cell_id, r.value from child join rollup_cached r
          on r.period_id = ${periodId} and r.place_id = child.id where child.above) as parts
      group by cell_id),
    gone as (
      delete from rollup_cached where period_id = ${periodId} and place_id = ${placeId}
        and cell_id not in (select cell_id from fresh))
    insert into rollup_cached (place_id, period_id, cell_id, value)
    select ${placeId}, ${periodId}, cell_id, value from fresh
    on conflict (period_id, place_id, cell_id) do update set value = excluded.value
      where rollup_cached.value <> excluded.value`.execute(tx)
}

async function refreshStandings(tx: Transaction<Tables>, { placeId, periodId, day }: Change): Promise<void> {
  await sql`
    with child as (
      select v.place_id as id, exists (
        select 1 from place_version g where g.parent_id = v.place_id and ${inForce('g', day)}) as above
      from place_version v where v.parent_id = ${placeId} and ${inForce('v', day)}),
    here as (
      select id from child where not above union all select ${placeId}::int),
    fresh as (
      select form_id, sum(expected)::int as expected, sum(submitted)::int as submitted, sum(accepted)::int as accepted
      from (
        select d.form_id, 1 as expected,
               (e.stage in ('submitted', 'accepted') or e.counted_id is not null)::int as submitted,
               (e.stage = 'accepted')::int as accepted
        from here join body_version b on b.place_id = here.id and ${inForce('b', day)}
        join duty d on d.body_id = b.body_id and ${inForce('d', day)}
        join form f on f.id = d.form_id join period p on p.id = ${periodId} and p.calendar_id = f.calendar_id
        left join entry e on e.duty_id = d.id and e.period_id = p.id
        union all
        select s.form_id, s.expected, s.submitted, s.accepted from child join standing_cached s
          on s.period_id = ${periodId} and s.place_id = child.id where child.above) as parts
      group by form_id),
    gone as (
      delete from standing_cached where period_id = ${periodId} and place_id = ${placeId}
        and form_id not in (select form_id from fresh))
    insert into standing_cached (place_id, period_id, form_id, expected, submitted, accepted)
    select ${placeId}, ${periodId}, form_id, expected, coalesce(submitted, 0), coalesce(accepted, 0) from fresh
    on conflict (period_id, place_id, form_id)
      do update set expected = excluded.expected, submitted = excluded.submitted, accepted = excluded.accepted`.execute(
    tx,
  )
}

/** Refreshes everything of a period from the bottom up: after duties changed, and for repair. */
export async function refreshPeriod(
  tx: Transaction<Tables>,
  { periodId, day }: Omit<Change, 'placeId'>,
): Promise<void> {
  await sql`select pg_advisory_xact_lock(4200003, ${periodId})`.execute(tx)
  const found = await sql<{ id: Id<'place'> }>`
    with recursive reporting as (
      select distinct b.place_id as id from duty d join form f on f.id = d.form_id
      join period p on p.id = ${periodId} and p.calendar_id = f.calendar_id
      join body_version b on b.body_id = d.body_id and ${inForce('b', day)}
      union select place_id from standing_cached where period_id = ${periodId}),
    up (id, depth) as (
      select id, 0 from reporting
      union
      select v.parent_id, up.depth + 1 from up join place_version v on v.place_id = up.id
      where v.parent_id is not null and ${inForce('v', day)})
    select id from up where exists (
      select 1 from place_version below where below.parent_id = up.id and ${inForce('below', day)})
    group by id order by max(depth), id`.execute(tx)
  for (const { id } of found.rows) {
    await refreshSums(tx, { placeId: id, periodId, day })
    await refreshStandings(tx, { placeId: id, periodId, day })
  }
}
