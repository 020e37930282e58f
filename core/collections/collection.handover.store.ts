// Collections on the way of bodies that ended, and the cells they had not finished filling.
import { sql } from 'kysely'
import type { OpenThing } from '../acts/handover/registry.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

type BodyId = Id<'body'>
type Ended = readonly { bodyId: BodyId; on: Day }[]
const ended = (bodies: Ended) =>
  sql`jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb) as e ("bodyId" int, "on" date)`
const dueOn = sql`(c.due_at at time zone 'Asia/Ho_Chi_Minh')::date`

export async function collectionsLeft(db: ReadDb, bodies: Ended): Promise<OpenThing[]> {
  const { rows } = await sql<OpenThing>`select 'collection' as noun, c.id, e."bodyId", c.title as what,
      ${dueOn} as "dueOn"
    from ${ended(bodies)} join collection c on c.body_id = e."bodyId" and c.stage <> 'closed'
    order by e."bodyId", c.due_at, c.id`.execute(db)
  return rows
}

/** Asked and not accepted, begun or not. */
export async function repliesLeft(db: ReadDb, bodies: Ended): Promise<OpenThing[]> {
  const { rows } = await sql<OpenThing>`select case when r.id is null then 'collection' else 'reply' end as noun,
      coalesce(r.id, c.id) as id, e."bodyId", c.title as what, ${dueOn} as "dueOn"
    from ${ended(bodies)} join collection_addressee t on t.body_id = e."bodyId"
    join collection c on c.id = t.collection_id and c.stage = 'issued'
    left join reply r on r.collection_id = c.id and r.body_id = t.body_id
    where r.id is null or r.stage <> 'accepted' order by e."bodyId", c.due_at, c.id`.execute(db)
  return rows
}

export async function repliesAccepted(db: ReadDb, bodies: readonly BodyId[]): Promise<Map<BodyId, number>> {
  const { rows } = await sql<{ id: BodyId; n: number }>`select body_id as id, count(*)::int as n from reply
    where accepted_at is not null and body_id = any(${bodies as BodyId[]}::int[]) group by body_id`.execute(db)
  return new Map(rows.map(({ id, n }) => [id, n]))
}
