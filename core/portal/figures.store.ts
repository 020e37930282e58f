// SQL of how bodies keep their limits: over all cases of the public kinds, shown or not. A case counts for who has it to do.
import { sql } from 'kysely'
import { publicKinds } from '../cases/publish/publication.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Counted } from './figures.ts'

/** Joined cases are counted apart; one that ended without being handled has no limit to keep. */
export async function countedIn(db: ReadDb, { span, now }: { span: string; now: Date }): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    with mine as (
      select s.id, coalesce(s.lead_id, s.desk_id) as body_id, s.received_at, s.illustrative, s.outcome = 'linked' as joined,
        s.stage in ('received', 'waiting', 'checking', 'open', 'suspended') as open,
        s.outcome is null or s.outcome = 'rejected' as handled
      from submission s where coalesce(s.kind, s.door) = any(${publicKinds as readonly string[] as string[]}::text[])
    ), since as (select ${now}::timestamptz - ${span}::interval as start),
    limits as (
      select m.body_id, count(*)::int as due, count(*) filter (where d.met_at <= d.due_at)::int as on_time
      from mine m join legal_deadline d on d.noun = 'submission' and d.noun_id = m.id and d.limit_name like 'solve%', since
      where m.handled and d.due_at > since.start and d.due_at <= ${now} group by m.body_id
    ), answers as (
      select m.body_id, count(*)::int as answered,
        percentile_cont(0.5) within group (order by extract(epoch from a.at - m.received_at) / 86400)::float8 as median
      from mine m join submission_answer a on a.submission_id = m.id and a.no = 1, since
      where a.at > since.start group by m.body_id
    ), counts as (
      select m.body_id, bool_or(m.illustrative) as illustrative,
        count(*) filter (where m.received_at > since.start and m.joined is not true)::int as received,
        count(*) filter (where m.received_at > since.start and m.joined)::int as joined,
        count(*) filter (where m.open)::int as open,
        count(*) filter (where m.open and exists (select from legal_deadline d where d.noun = 'submission'
          and d.noun_id = m.id and d.met_at is null and d.due_at < ${now}))::int as overdue
      from mine m, since group by m.body_id
    )
    select c.body_id as "bodyId", v.name, c.received, c.joined, coalesce(l.due, 0) as due, coalesce(l.on_time, 0) as "onTime",
      coalesce(a.answered, 0) as answered, a.median as "medianDays", c.open, c.overdue, c.illustrative
    from counts c left join limits l using (body_id) left join answers a using (body_id)
    join lateral (select name from body_version where body_id = c.body_id order by valid_from desc nulls last limit 1) v on true
    order by v.name collate "vi-x-icu", c.body_id`.execute(db)
  return rows
}
