// SQL that finds workbooks not filled around their due time, and tells the bodies, once for each step.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

export async function collectionsDue(db: ReadDb, now: Date): Promise<{ id: Id<'collection'>; dueAt: Date }[]> {
  const found = await sql<{ id: Id<'collection'>; dueAt: Date }>`
    select id, due_at as "dueAt" from collection
    where stage = 'issued' and due_at between ${now}::timestamptz - interval '70 days'
      and ${now}::timestamptz + interval '70 days' order by id`.execute(db)
  return found.rows
}

/** Asked, and neither sent nor accepted. */
const open = sql`
  select a.collection_id, a.body_id, c.title, c.due_at from collection_addressee a
  join collection c on c.id = a.collection_id
  left join reply r on r.collection_id = a.collection_id and r.body_id = a.body_id
  where c.stage = 'issued' and coalesce(r.stage, 'none') not in ('submitted', 'accepted')`

/** One message a body, with its line in the event table; answers how many were new. */
export async function tellStep(
  tx: Transaction<Tables>,
  at: { id: Id<'collection'>; step: number; now: Date },
): Promise<number> {
  const found = await sql<{ made: number }>`
    with told as (
      insert into outbox_message (created_at, topic, body_id, key, payload)
      select ${at.now}, 'collection.remind', body_id,
        concat_ws(':', 'collection.remind', collection_id, body_id, ${at.step}::int),
        jsonb_build_object('collection', collection_id, 'title', title, 'body', body_id,
          'dueOn', (due_at at time zone 'Asia/Ho_Chi_Minh')::date, 'step', ${at.step}::int)
      from (${open} and c.id = ${at.id}) as asked order by body_id on conflict (key) do nothing returning body_id),
    noted as (
      insert into event (at, actor_kind, noun, noun_id, move, changes)
      select ${at.now}, 'operator', 'collection', ${at.id}, 'remind',
        jsonb_build_object('body', body_id, 'step', ${at.step}::int)
      from told returning 1)
    select (select count(*) from noted)::int as made`.execute(tx)
  return found.rows[0]!.made
}

export async function isStillToFill(db: ReadDb, at: { collection: number; body: number }): Promise<boolean> {
  const found = await sql`${open} and a.collection_id = ${at.collection} and a.body_id = ${at.body}`.execute(db)
  return found.rows.length > 0
}
