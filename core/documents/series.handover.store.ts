// Number series of bodies that ended: closed on their last day; the taker gets its own. Numbers are never moved.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import { addDays, type Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Series } from './register.store.ts'

type Tx = Transaction<Tables>
type BodyId = Id<'body'>

/** `on`: the first day without the body. */
export async function seriesLeft(db: ReadDb, ended: readonly { bodyId: BodyId; on: Day }[]): Promise<Series[]> {
  const { rows } = await sql<Series>`select s.id, s.body_id as "bodyId", s.family, s.basis, s.document_kind as kind,
      s.symbol, s.valid_from as "validFrom", s.valid_to as "validTo", s.last_number as "lastNumber"
    from jsonb_to_recordset(${JSON.stringify(ended)}::jsonb) as e ("bodyId" int, "on" date)
    join number_series s on s.body_id = e."bodyId" and s.valid_to >= e."on" and s.close_reason is null
    order by s.body_id, s.document_kind, s.id`.execute(db)
  return rows
}

/** One that would only begin later gives no number at all. */
export async function closeSeries(tx: Tx, series: Series, by: { on: Day; reason: string }): Promise<void> {
  const lastDay = series.validFrom < by.on ? addDays(by.on, -1) : series.validFrom
  await tx
    .updateTable('number_series')
    .set({ valid_to: lastDay, close_reason: by.reason })
    .where('id', '=', series.id)
    .execute()
}

/** Numbers that were taken, by body: they stay in their register. */
export async function numbersTaken(db: ReadDb, bodies: readonly BodyId[]): Promise<Map<BodyId, number>> {
  const { rows } = await sql<{ id: BodyId; n: number }>`select s.body_id as id, count(*)::int as n
    from register_line l join number_series s on s.id = l.series_id
    where s.body_id = any(${bodies as BodyId[]}::int[]) group by s.body_id`.execute(db)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

/** Who gives numbers to the papers a body left unsigned: the one that took over, on the day. */
export async function numbererOf(db: ReadDb, bodyId: BodyId, day: Day): Promise<BodyId> {
  const { rows } = await sql<{ id: BodyId }>`with recursive taking (id, step) as (
      select ${bodyId}::int, 0 union
      select l.to_body_id, step + 1 from taking
      join hand_over_line l on l.from_body_id = taking.id and l.on_date <= ${day}::date
    ) select id from taking order by step desc limit 1`.execute(db)
  return rows[0]!.id
}
