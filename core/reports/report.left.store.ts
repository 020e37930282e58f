// Reports of bodies that ended: those on the way, and how many were issued.
import { sql } from 'kysely'
import type { OpenThing } from '../acts/handover/registry.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

type BodyId = Id<'body'>

export async function reportsLeft(db: ReadDb, bodies: readonly { bodyId: BodyId; on: Day }[]): Promise<OpenThing[]> {
  const { rows } = await sql<OpenThing>`select 'report' as noun, r.id, e."bodyId", r.title || ' – ' || p.name as what,
      p.due_on as "dueOn"
    from jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb) as e ("bodyId" int, "on" date)
    join report r on r.body_id = e."bodyId" and r.stage not in ('issued', 'superseded')
    join period p on p.id = r.period_id order by e."bodyId", p.due_on, r.id`.execute(db)
  return rows
}

export async function reportsIssued(db: ReadDb, bodies: readonly BodyId[]): Promise<Map<BodyId, number>> {
  const { rows } = await sql<{ id: BodyId; n: number }>`select body_id as id, count(*)::int as n from report
    where stage in ('issued', 'superseded') and body_id = any(${bodies as BodyId[]}::int[]) group by body_id`.execute(
    db,
  )
  return new Map(rows.map(({ id, n }) => [id, n]))
}
