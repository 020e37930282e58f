// SQL that finds drafts not commented on around their due day, and tells the bodies, once for each step.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

/** Asked by the newest round of a draft, and neither commented nor agreed. */
const open = sql`
  select r.id as report, c.id as round, b.body_id, r.title, c.due_on from report_circulation c
  join report r on r.id = c.report_id and r.stage in ('draft', 'returned')
  join report_circulation_body b on b.circulation_id = c.id and b.agreed_at is null
  where c.no = (select max(no) from report_circulation n where n.report_id = c.report_id)
    and not exists (select 1 from report_comment m where m.circulation_id = c.id and m.body_id = b.body_id)`

export async function roundsDue(db: ReadDb, today: Day) {
  const found = await sql<{ id: Id<'report_circulation'>; dueOn: Day }>`
    select distinct round as id, due_on as "dueOn" from (${open}) as asked
    where due_on between ${today}::date - 70 and ${today}::date + 70 order by round`.execute(db)
  return found.rows
}

/** One message a body, with its line in the event table; answers how many were new. */
export async function tellStep(
  tx: Transaction<Tables>,
  at: { id: Id<'report_circulation'>; step: number; now: Date },
): Promise<number> {
  const found = await sql<{ made: number }>`
    with told as (
      insert into outbox_message (created_at, topic, body_id, key, payload)
      select ${at.now}, 'draft.remind', body_id, concat_ws(':', 'draft.remind', round, body_id, ${at.step}::int),
        jsonb_build_object('report', report, 'title', title, 'body', body_id, 'dueOn', due_on, 'step', ${at.step}::int)
      from (${open} and c.id = ${at.id}) as asked order by body_id on conflict (key) do nothing
      returning body_id, (payload->>'report')::int as report),
    noted as (
      insert into event (at, actor_kind, noun, noun_id, move, changes)
      select ${at.now}, 'operator', 'report', report, 'remind', jsonb_build_object('body', body_id, 'step', ${at.step}::int)
      from told returning 1)
    select (select count(*) from noted)::int as made`.execute(tx)
  return found.rows[0]!.made
}

export async function isStillToComment(db: ReadDb, at: { report: number; body: number }): Promise<boolean> {
  const found = await sql`${open} and c.report_id = ${at.report} and b.body_id = ${at.body}`.execute(db)
  return found.rows.length > 0
}
