// Calls on the way of bodies that ended, and what they had not finished answering.
import { sql } from 'kysely'
import type { OpenThing } from '../acts/handover/registry.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

type BodyId = Id<'body'>
type Ended = readonly { bodyId: BodyId; on: Day }[]
const ended = (bodies: Ended) =>
  sql`jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb) as e ("bodyId" int, "on" date)`

export async function callsLeft(db: ReadDb, bodies: Ended): Promise<OpenThing[]> {
  const { rows } = await sql<OpenThing>`select 'call' as noun, c.id, e."bodyId", c.title as what, c.due_on as "dueOn"
    from ${ended(bodies)} join call c on c.body_id = e."bodyId" and c.stage <> 'closed'
    order by e."bodyId", c.due_on, c.id`.execute(db)
  return rows
}

/** Asked and not accepted, begun or not. */
export async function answersLeft(db: ReadDb, bodies: Ended): Promise<OpenThing[]> {
  const { rows } = await sql<OpenThing>`select case when a.id is null then 'call' else 'answer' end as noun,
      coalesce(a.id, c.id) as id, e."bodyId", c.title as what, c.due_on as "dueOn"
    from ${ended(bodies)} join call_addressee t on t.body_id = e."bodyId"
    join call c on c.id = t.call_id and c.stage = 'issued'
    left join answer a on a.call_id = c.id and a.body_id = t.body_id
    where a.id is null or a.stage <> 'accepted' order by e."bodyId", c.due_on, c.id`.execute(db)
  return rows
}

export async function answersAccepted(db: ReadDb, bodies: readonly BodyId[]): Promise<Map<BodyId, number>> {
  const { rows } = await sql<{ id: BodyId; n: number }>`select body_id as id, count(*)::int as n from answer
    where accepted_id is not null and body_id = any(${bodies as BodyId[]}::int[]) group by body_id`.execute(db)
  return new Map(rows.map(({ id, n }) => [id, n]))
}
