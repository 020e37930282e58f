// SQL that finds questions open around their due day and tells the bodies, once for each step.
import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Day } from '../shared/day.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Step } from './deadline.ts'

/** One kind of question. */
export interface Asked {
  /** Whose event is written: its noun, and the topic of what is told. */
  noun: 'call' | 'collection' | 'report' | 'scoresheet'
  topic: string
  /**
   * What is asked and neither answered nor closed, a row for each body: `key` (the question, as in the outbox), `noun_id`,
   * `body_id`, `title`, `due_on`; and `what`: how the message names the question.
   */
  open: RawBuilder<unknown>
}

export async function dueAround(
  db: ReadDb,
  { open }: Asked,
  { from, until }: { from: Day; until: Day },
): Promise<{ key: number; dueOn: Day }[]> {
  const found = await sql<{ key: number; dueOn: Day }>`
    select distinct key, due_on as "dueOn" from (${open}) as asked
    where due_on between ${from}::date and ${until}::date order by key`.execute(db)
  return found.rows
}

/**
 * One message a body for this step of this due day, with its line in the event table; answers how many were new. Keys of before
 * lack the due day: what they told is not told again.
 */
export async function tellStep(
  tx: Transaction<Tables>,
  { noun, topic, open }: Asked,
  at: { key: number; step: Step; now: Date },
): Promise<number> {
  const { key, step, now } = at
  const found = await sql<{ made: number }>`
    with due as (select *, concat_ws(':', ${topic}::text, key, body_id, ${step}::int) as step_key
      from (${open}) as asked where key = ${key}),
    told as (
      insert into outbox_message (created_at, topic, body_id, key, payload)
      select ${now}, ${topic}, body_id, concat_ws(':', step_key, due_on),
        what || jsonb_build_object('title', title, 'body', body_id, 'dueOn', due_on, 'step', ${step}::int)
      from due where not exists (select from outbox_message o
        where o.key = step_key and o.payload ->> 'dueOn' = due_on::text)
      order by body_id on conflict (key) do nothing returning body_id),
    noted as (
      insert into event (at, actor_kind, noun, noun_id, move, changes)
      select ${now}, 'operator', ${noun}::text, noun_id, 'remind', jsonb_build_object('body', body_id, 'step', ${step}::int)
      from due join told using (body_id) returning 1)
    select (select count(*) from noted)::int as made`.execute(tx)
  return found.rows[0]!.made
}

/** Whether the body still has to answer; `of`: the id of the noun. */
export async function stillOpen(db: ReadDb, { open }: Asked, at: { of: number; body: number }): Promise<boolean> {
  const found = await sql`select from (${open}) as asked
    where noun_id = ${at.of} and body_id = ${at.body}`.execute(db)
  return found.rows.length > 0
}
