// SQL about tables that were fixed, and about what moved cases after that.
import { sql } from 'kysely'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Tx } from '../submission.store.ts'
import type { Counts } from './figures.ts'
import type { Fixed, FixedFigures } from './fixed.ts'

const fixed = sql`select f.id, f.body_id as "bodyId", f.period, f.no, f.reason, f.fixed_at as "fixedAt", p.name as "fixedBy",
  f.figures from case_table_fixed f left join person p on p.id = f.fixed_by`

/** The newest of each of these bodies. */
export async function newestFixed(db: ReadDb, of: { bodies: readonly Id<'body'>[]; period: string }): Promise<Fixed[]> {
  const { rows } = await sql<Fixed>`${fixed} where f.body_id = any(${of.bodies as Id<'body'>[]}::int[])
    and f.period = ${of.period} and f.no = (select max(m.no) from case_table_fixed m
      where m.body_id = f.body_id and m.period = f.period) order by f.body_id`.execute(db)
  return rows
}

export interface FixedSums {
  id: Id<'case_table_fixed'>
  bodyId: Id<'body'>
  no: number
  open: Counts
}

/** The sums alone, without denunciations and without the cases: of the newest of each body, or of these very tables. */
export async function fixedSums(
  db: ReadDb,
  of: { bodies: readonly Id<'body'>[]; period: string } | { ids: readonly number[] },
): Promise<FixedSums[]> {
  const which =
    'ids' in of
      ? sql`f.id = any(${of.ids as number[]}::int[])`
      : sql`f.body_id = any(${of.bodies as Id<'body'>[]}::int[]) and f.period = ${of.period} and f.no = (
          select max(m.no) from case_table_fixed m where m.body_id = f.body_id and m.period = f.period)`
  const { rows } = await sql<FixedSums>`select f.id, f.body_id as "bodyId", f.no, f.figures -> 'open' as open
    from case_table_fixed f where ${which} order by f.id`.execute(db)
  return rows
}

export interface NewFixed {
  bodyId: Id<'body'>
  period: string
  no: number
  from: Day
  to: Day
  figures: FixedFigures
  reason: string
  at: Date
  by: Id<'person'> | null
}

/** null: somebody fixed it in between. */
export async function insertFixed(tx: Tx, made: NewFixed): Promise<Id<'case_table_fixed'> | null> {
  const { bodyId, period, no, from, to, figures, reason, at, by } = made
  const { rows } = await sql<{ id: Id<'case_table_fixed'> }>`
    insert into case_table_fixed (body_id, period, no, from_on, to_on, figures, reason, fixed_at, fixed_by)
    select ${bodyId}::int, ${period}::text, ${no}::int, ${from}::date, ${to}::date, ${JSON.stringify(figures)}::jsonb,
      ${reason}::text, ${at}::timestamptz, ${by}::int
    where ${no}::int = 1 or exists (select from case_table_fixed
      where body_id = ${bodyId} and period = ${period} and no = ${no}::int - 1)
    on conflict do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

export interface Moved {
  id: Id<'submission'>
  year: number
  number: number
  /** What was done with it since, each move once, in order. */
  moves: string[]
}

/** Of these cases, by their numbers at the desk, the moves after an instant. */
export async function movesSince(
  db: ReadDb,
  of: { ids: readonly number[]; deskId: Id<'body'>; at: Date; near: readonly Id<'body'>[] },
): Promise<Moved[]> {
  const { rows } = await sql<Moved>`
    select s.id, n.year, n.number, coalesce((select array_agg(x.move order by x.no) from submission_act x
      where x.submission_id = s.id and x.at > ${of.at} and x.move not in ('look', 'note', 'write', 'tell', 'rate')), '{}') as moves
    from submission s join desk_line n on n.submission_id = s.id and n.desk_id = ${of.deskId}
    where s.id = any(${of.ids as number[]}::int[])
      and not exists (select from submission_accused a where a.submission_id = s.id
        and a.body_id = any(${of.near as Id<'body'>[]}::int[]))
    order by n.year, n.number limit 200`.execute(db)
  return rows
}
