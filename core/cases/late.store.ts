// SQL about limits of submissions that have passed and were not told upwards yet.
import { sql } from 'kysely'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Tx } from './submission.store.ts'

export interface LateLimit {
  limitId: Id<'legal_deadline'>
  id: Id<'submission'>
  number: string
  /** Which has it now. */
  bodyId: Id<'body'>
}

const most = 1000
const keyOf = sql`'submission.late:' || d.id`

export async function lateLimits(db: ReadDb, now: Date): Promise<LateLimit[]> {
  const { rows } = await sql<LateLimit>`
    select d.id as "limitId", s.id, coalesce(s.lead_id, s.desk_id) as "bodyId",
      lpad(n.number::text, 4, '0') || '/' || n.year as number
    from legal_deadline d join submission s on s.id = d.noun_id
    join desk_line n on n.submission_id = s.id and n.desk_id = s.desk_id
    where d.noun = 'submission' and d.met_at is null and d.due_at < ${now}
      and not exists (select from outbox_message o where o.key = ${keyOf})
    order by d.due_at limit ${most}`.execute(db)
  return rows
}

/** Answers how many were told: 0 when another process was faster. */
export async function tellLate(tx: Tx, late: LateLimit & { to: Id<'body'>; now: Date }): Promise<number> {
  const payload = {
    submission: late.id,
    title: late.number,
    body: late.to,
    ...(late.to !== late.bodyId && { above: 1 }),
  }
  const { rows } = await sql`
    with told as (
      insert into outbox_message (created_at, topic, body_id, key, payload)
      values (${late.now}, 'submission.late', ${late.to}, ${`submission.late:${late.limitId}`},
        ${JSON.stringify(payload)}::jsonb)
      on conflict (key) do nothing returning 1)
    insert into event (at, actor_kind, noun, noun_id, move, changes)
    select ${late.now}, 'operator', 'submission', ${late.id}, 'climb', '{}'::jsonb from told returning 1`.execute(tx)
  return rows.length
}
