// SQL that finds issued calls not answered around their due day, and tells the bodies, once for each step.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

export async function callsDue(db: ReadDb, today: Day): Promise<{ id: Id<'call'>; dueOn: Day }[]> {
  const found = await sql<{ id: Id<'call'>; dueOn: Day }>`
    select id, due_on as "dueOn" from call
    where stage = 'issued' and due_on between ${today}::date - 70 and ${today}::date + 70 order by id`.execute(db)
  return found.rows
}

/** Asked, and neither sent nor accepted. */
const open = sql`
  select a.call_id, a.body_id, c.title, c.due_on from call_addressee a join call c on c.id = a.call_id
  left join answer w on w.call_id = a.call_id and w.body_id = a.body_id
  where c.stage = 'issued' and coalesce(w.stage, 'none') not in ('submitted', 'accepted')`

/** One message a body, with its line in the event table; answers how many were new. */
export async function tellStep(
  tx: Transaction<Tables>,
  at: { id: Id<'call'>; step: number; now: Date },
): Promise<number> {
  const found = await sql<{ made: number }>`
    with told as (
      insert into outbox_message (created_at, topic, body_id, key, payload)
      select ${at.now}, 'call.remind', body_id, concat_ws(':', 'call.remind', call_id, body_id, ${at.step}::int),
        jsonb_build_object('call', call_id, 'title', title, 'body', body_id, 'dueOn', due_on, 'step', ${at.step}::int)
      from (${open} and c.id = ${at.id}) as asked order by body_id on conflict (key) do nothing returning body_id),
    noted as (
      insert into event (at, actor_kind, noun, noun_id, move, changes)
      select ${at.now}, 'operator', 'call', ${at.id}, 'remind', jsonb_build_object('body', body_id, 'step', ${at.step}::int)
      from told returning 1)
    select (select count(*) from noted)::int as made`.execute(tx)
  return found.rows[0]!.made
}

export async function isStillAsked(db: ReadDb, at: { call: number; body: number }): Promise<boolean> {
  const found = await sql`${open} and a.call_id = ${at.call} and a.body_id = ${at.body}`.execute(db)
  return found.rows.length > 0
}
