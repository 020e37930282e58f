// SQL about who was told of a correction, recall or replacement, and who has destroyed the copy of a recalled document.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import { zone, type Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { NoticeKind } from './notice.kinds.ts'

type Tx = Transaction<Tables>

export async function insertTold(tx: Tx, notice: Id<'document_notice'>, bodies: readonly Id<'body'>[]): Promise<void> {
  if (bodies.length === 0) return
  const values = bodies.map((body) => ({ notice_id: notice, body_id: body }))
  await tx.insertInto('document_notice_told').values(values).execute()
}

export interface Told {
  body: Id<'body'>
  name: string
  destroyedAt: Date | null
  destroyedBy: string | null
}

export async function toldOf(db: ReadDb, notice: Id<'document_notice'>): Promise<Told[]> {
  const found = await sql<Told>`
    select t.body_id as body, b.name, t.destroyed_at as "destroyedAt", p.name as "destroyedBy"
    from document_notice_told t join document_notice d on d.id = t.notice_id
    join lateral (select name from body_version where body_id = t.body_id
      order by daterange(valid_from, valid_to, '[]') @> (d.made_at at time zone ${zone}::text)::date desc, valid_from desc nulls last limit 1) b on true
    left join person p on p.id = t.destroyed_by
    where t.notice_id = ${notice} order by b.name collate "vi-x-icu", t.body_id`.execute(db)
  return found.rows
}

/** false: not told, or it was confirmed before. */
export async function writeDestroyed(
  tx: Tx,
  at: { notice: Id<'document_notice'>; body: Id<'body'>; by: Id<'person'> | null; now: Date },
): Promise<boolean> {
  const found = await sql`update document_notice_told set destroyed_at = ${at.now}, destroyed_by = ${at.by}
    where notice_id = ${at.notice} and body_id = ${at.body} and destroyed_at is null returning 1`.execute(tx)
  return found.rows.length > 0
}

/** Whether this body has confirmed that its copy of the document is gone. */
export async function copyDestroyed(db: ReadDb, of: { line: Id<'register_line'>; body: Id<'body'> }): Promise<boolean> {
  const found = await sql`select 1 from document_notice d join document_notice_told t on t.notice_id = d.id
    where d.register_line_id = ${of.line} and d.kind = 'recall' and t.body_id = ${of.body}
      and t.destroyed_at is not null`.execute(db)
  return found.rows.length > 0
}

export interface ToldToMe {
  notice: Id<'document_notice'>
  kind: NoticeKind
  /** Of the document, as “12-BC/HU”. */
  document: string
  number: string
  dated: Day
  body: Id<'body'>
  bodyName: string
  destroyedAt: Date | null
}

/** What these bodies were told: recalls they have not answered, and the rest since a day. */
export async function toldToBodies(db: ReadDb, of: { bodies: readonly Id<'body'>[]; since: Day }): Promise<ToldToMe[]> {
  if (of.bodies.length === 0) return []
  const found = await sql<ToldToMe>`
    select d.id as notice, d.kind, o.full_number as document, l.full_number as number, l.dated, t.body_id as body,
      b.name as "bodyName", t.destroyed_at as "destroyedAt"
    from document_notice_told t join document_notice d on d.id = t.notice_id
    join register_line o on o.id = d.register_line_id join number_series s on s.id = o.series_id
    join register_line l on l.id = d.by_line_id
    join lateral (select name from body_version where body_id = t.body_id
      order by daterange(valid_from, valid_to, '[]') @> (d.made_at at time zone ${zone}::text)::date desc, valid_from desc nulls last limit 1) b on true
    where t.body_id = any(${of.bodies as Id<'body'>[]}::int[]) and t.body_id <> s.body_id and l.cancelled_at is null
      and case d.kind when 'recall' then t.destroyed_at is null else (d.made_at at time zone ${zone}::text)::date >= ${of.since} end
    order by d.id desc limit 200`.execute(db)
  return found.rows
}
