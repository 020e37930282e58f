// Sums and standings under every place above the reporting ones, refreshed in the transaction that changed them.
import { sql, type RawBuilder, type Transaction } from 'kysely'
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

interface Node {
  id: Id<'place'>
  /** Others lie below it: its sums are kept; otherwise its own values are added up. */
  above: boolean
}

/** The place itself, then every place above, lowest first. */
async function placesToRefresh(tx: Transaction<Tables>, { placeId, day }: Change): Promise<Node[]> {
  const found = await sql<Node>`
    with recursive up (id, parent_id, depth) as (
      select v.place_id, v.parent_id, 0 from place_version v where v.place_id = ${placeId} and ${inForce('v', day)}
      union all
      select v.place_id, v.parent_id, up.depth + 1 from up join place_version v on v.place_id = up.parent_id
      where ${inForce('v', day)})
    select id, depth > 0 or ${isAbove(sql`up.id`, day)} as above from up order by depth`.execute(tx)
  return found.rows
}

const isAbove = (id: RawBuilder<unknown>, day: Day) =>
  sql`exists (select 1 from place_version below where below.parent_id = ${id} and ${inForce('below', day)})`

/** Refreshes sums and standings above a change. Others refreshing the same period wait, so nothing is lost. */
export async function refreshAbove(tx: Transaction<Tables>, change: Change): Promise<void> {
  await lockPeriod(tx, change.periodId)
  for (const { id, above } of await placesToRefresh(tx, change)) {
    if (above) await refreshSums(tx, { ...change, places: [id] })
    await refreshStandings(tx, { ...change, places: [id] })
  }
}

/** Standings only: for a form that was sent or returned without changing what counts. */
export async function refreshStandingsAbove(tx: Transaction<Tables>, change: Change): Promise<void> {
  await lockPeriod(tx, change.periodId)
  for (const { id } of await placesToRefresh(tx, change)) await refreshStandings(tx, { ...change, places: [id] })
}

async function lockPeriod(tx: Transaction<Tables>, periodId: Id<'period'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(4200003, ${periodId})`.execute(tx)
}

/** Places of one height, of which none lies above another. */
interface Level extends Omit<Change, 'placeId'> {
  places: readonly Id<'place'>[]
}

/** Own values, plus the values of children that report themselves, plus the sums of children that have sums. */
async function refreshSums(tx: Transaction<Tables>, { places, periodId, day }: Level): Promise<void> {
  await sql`
    with child as (
      select v.parent_id as place_id, v.place_id as id, ${isAbove(sql`v.place_id`, day)} as above
      from place_version v where v.parent_id = any(${places}::int[]) and ${inForce('v', day)}),
    fresh as (
      select place_id, cell_id, sum(value)::bigint as value from (
        select place_id, cell_id, value from entry_value
        where counted and period_id = ${periodId} and place_id = any(${places}::int[])
        union all
        select child.place_id, e.cell_id, e.value from child join entry_value e
          on e.counted and e.period_id = ${periodId} and e.place_id = child.id where not child.above
        union all
        select child.place_id, r.cell_id, r.value from child join rollup_cached r
          on r.period_id = ${periodId} and r.place_id = child.id where child.above) as parts
      group by place_id, cell_id),
    gone as (
      delete from rollup_cached r where period_id = ${periodId} and place_id = any(${places}::int[])
        and not exists (select 1 from fresh where fresh.place_id = r.place_id and fresh.cell_id = r.cell_id))
    insert into rollup_cached (place_id, period_id, cell_id, value)
    select place_id, ${periodId}, cell_id, value from fresh
    on conflict (period_id, place_id, cell_id) do update set value = excluded.value
      where rollup_cached.value <> excluded.value`.execute(tx)
}

/** Duties of the bodies at these places, plus the standings kept of the places below. */
async function refreshStandings(tx: Transaction<Tables>, { places, periodId, day }: Level): Promise<void> {
  await sql`
    with fresh as (
      select place_id, form_id, sum(expected)::int as expected, sum(submitted)::int as submitted,
             sum(accepted)::int as accepted, sum(estimated)::int as estimated
      from (
        select b.place_id, d.form_id, 1 as expected,
               coalesce(e.stage in ('submitted', 'accepted') or e.counted_id is not null, false)::int as submitted,
               coalesce(e.stage = 'accepted', false)::int as accepted,
               coalesce(w.nature = 'estimate', false)::int as estimated
        from body_version b join duty d on d.body_id = b.body_id and ${inForce('d', day)}
        join form f on f.id = d.form_id join period p on p.id = ${periodId} and p.calendar_id = f.calendar_id
        left join entry e on e.duty_id = d.id and e.period_id = p.id
        left join entry_version w on w.id = e.counted_id
        where b.place_id = any(${places}::int[]) and ${inForce('b', day)}
        union all
        select v.parent_id, s.form_id, s.expected, s.submitted, s.accepted, s.estimated
        from place_version v join standing_cached s on s.period_id = ${periodId} and s.place_id = v.place_id
        where v.parent_id = any(${places}::int[]) and ${inForce('v', day)}) as parts
      group by place_id, form_id),
    gone as (
      delete from standing_cached s where period_id = ${periodId} and place_id = any(${places}::int[])
        and not exists (select 1 from fresh where fresh.place_id = s.place_id and fresh.form_id = s.form_id))
    insert into standing_cached as kept (place_id, period_id, form_id, expected, submitted, accepted, estimated)
    select place_id, ${periodId}, form_id, expected, submitted, accepted, estimated from fresh
    on conflict (period_id, place_id, form_id)
      do update set expected = excluded.expected, submitted = excluded.submitted, accepted = excluded.accepted,
        estimated = excluded.estimated
      where (kept.expected, kept.submitted, kept.accepted, kept.estimated)
        is distinct from (excluded.expected, excluded.submitted, excluded.accepted, excluded.estimated)`.execute(tx)
}

/**
 * Refreshes everything of a period from the bottom up: after duties changed, and for repair. `bodies`: only these got duties,
 * so that only their places and those above are counted anew.
 */
export async function refreshPeriod(
  tx: Transaction<Tables>,
  { periodId, day, bodies }: Omit<Change, 'placeId'> & { bodies?: readonly Id<'body'>[] },
): Promise<void> {
  await lockPeriod(tx, periodId)
  const reporting = bodies
    ? sql`select distinct b.place_id as id from body_version b
      where b.body_id = any(${bodies}::int[]) and ${inForce('b', day)}`
    : sql`select distinct b.place_id as id from duty d join form f on f.id = d.form_id
      join period p on p.id = ${periodId} and p.calendar_id = f.calendar_id
      join body_version b on b.body_id = d.body_id and ${inForce('b', day)}
      union select place_id from standing_cached where period_id = ${periodId}`
  const found = await sql<{ above: Id<'place'>[]; leaves: Id<'place'>[] }>`
    with recursive reporting as (${reporting}),
    up (id, depth) as (
      select id, 0 from reporting
      union
      select v.parent_id, up.depth + 1 from up join place_version v on v.place_id = up.id
      where v.parent_id is not null and ${inForce('v', day)}),
    nodes as (select id, max(depth) as depth from up group by id),
    told as (select id, depth, ${isAbove(sql`nodes.id`, day)} as above from nodes)
    select coalesce(array_agg(id) filter (where above), '{}') as above,
           coalesce(array_agg(id) filter (where not above), '{}') as leaves
    from told group by depth order by depth`.execute(tx)
  for (const { above, leaves } of found.rows) {
    await refreshStandings(tx, { places: [...leaves, ...above], periodId, day })
    if (above.length > 0) await refreshSums(tx, { places: above, periodId, day })
  }
}

/** A body that ended owes nothing for periods that end later: their standings fall at its place and above. */
export async function refreshAfterEnd(
  tx: Transaction<Tables>,
  { bodyId, on }: { bodyId: Id<'body'>; on: Day },
): Promise<void> {
  const found = await sql<Change>`
    select distinct p.id as "periodId", p.ends_on as day, b.place_id as "placeId"
    from duty d join form f on f.id = d.form_id join reporting_calendar c on c.id = f.calendar_id
    join period p on p.calendar_id = c.id and p.kind = c.entry_kind and p.ends_on >= ${on}::date
    join lateral (select place_id from body_version where body_id = d.body_id
                  order by valid_to desc nulls first limit 1) b on true
    where d.body_id = ${bodyId} order by p.id`.execute(tx)
  for (const change of found.rows) await refreshStandingsAbove(tx, change)
}
