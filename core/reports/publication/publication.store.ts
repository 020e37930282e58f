// SQL of issued reports that everybody may read.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

export interface Publication {
  report: Id<'report'>
  lineId: Id<'register_line'>
  title: string
  number: string
  dated: Day
  by: string
  illustrative: boolean
  allowedBy: string
  publishedAt: Date
}

const published = sql`
  select r.id as report, l.id as "lineId", r.title, l.full_number as number, l.dated, b.name as by, r.illustrative,
    p.allowed_by as "allowedBy", p.published_at as "publishedAt"
  from report_publication p join report r on r.id = p.report_id join register_line l on l.id = r.register_line_id
  join lateral (select name from body_version where body_id = r.body_id
    order by daterange(valid_from, valid_to, '[]') @> l.dated desc, valid_from desc nulls last limit 1) b on true`

export async function publications(db: ReadDb): Promise<Publication[]> {
  return (await sql<Publication>`${published} order by l.dated desc, r.id desc limit 500`.execute(db)).rows
}

export async function readPublication(db: ReadDb, report: Id<'report'>): Promise<Publication | null> {
  return (await sql<Publication>`${published} where r.id = ${report}`.execute(db)).rows[0] ?? null
}

/** false: it was published before. */
export async function insertPublication(
  tx: Transaction<Tables>,
  made: { report: Id<'report'>; allowedBy: string; by: Id<'person'> | null; now: Date },
): Promise<boolean> {
  const found = await sql`insert into report_publication (report_id, allowed_by, published_by, published_at)
    values (${made.report}, ${made.allowedBy}, ${made.by}, ${made.now})
    on conflict (report_id) do nothing returning 1`.execute(tx)
  return found.rows.length > 0
}
