// SQL of dispatch: to whom an issued report went, when and how, and who confirmed that it came.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Dispatch, Way } from './dispatch.ts'

type Tx = Transaction<Tables>

const lines = sql`select d.id, d.report_id as "reportId", d.body_id as "bodyId", d.recipient, d.way, d.sent_on as "sentOn",
    d.note, s.name as "sentBy", d.received_on as "receivedOn", r.name as "receivedBy", d.received_at as "receivedAt"
  from report_dispatch d left join person s on s.id = d.sent_by left join person r on r.id = d.received_by`

export async function dispatchesOf(db: ReadDb, report: Id<'report'>): Promise<Dispatch[]> {
  const found = await sql<Dispatch>`${lines} where d.report_id = ${report}
    order by d.recipient collate "vi-x-icu", d.way, d.id`.execute(db)
  return found.rows
}

export async function readDispatch(db: ReadDb, id: Id<'report_dispatch'>): Promise<Dispatch | null> {
  return (await sql<Dispatch>`${lines} where d.id = ${id}`.execute(db)).rows[0] ?? null
}

/** Bodies it was sent to here, on the platform. */
export async function bodiesSentTo(db: ReadDb, report: Id<'report'>): Promise<Id<'body'>[]> {
  const found = await sql<{ id: Id<'body'> }>`select distinct body_id as id from report_dispatch
    where report_id = ${report} and way = 'platform'`.execute(db)
  return found.rows.map((row) => row.id)
}

/**
 * null when it went to them this way already. A body goes by itself, not by its name: one that bears the name of a recipient
 * before it, as after a merger, is told apart.
 */
export async function insertDispatch(
  tx: Tx,
  made: {
    report: Id<'report'>
    body: Id<'body'> | null
    recipient: string
    way: Way
    sentOn: Day
    note: string | null
    by: Id<'person'> | null
    now: Date
  },
): Promise<Id<'report_dispatch'> | null> {
  const found = await sql<{ id: Id<'report_dispatch'> }>`
    insert into report_dispatch (report_id, body_id, recipient, way, sent_on, note, sent_by, sent_at)
    select ${made.report}::int, ${made.body}::int, ${made.recipient}::text || (
        select case count(*) when 0 then '' when 1 then ' (đơn vị mới)' else ' (đơn vị mới thứ ' || count(*) || ')' end
        from report_dispatch o where o.report_id = ${made.report} and o.way = ${made.way} and o.body_id <> ${made.body}::int
          and (o.recipient = ${made.recipient} or starts_with(o.recipient, ${made.recipient} || ' (đơn vị mới'))),
      ${made.way}::text, ${made.sentOn}::date, ${made.note}::text, ${made.by}::int, ${made.now}::timestamptz
    where not exists (select from report_dispatch o
      where o.report_id = ${made.report} and o.way = ${made.way} and o.body_id = ${made.body}::int)
    on conflict (report_id, recipient, way) do nothing returning id`.execute(tx)
  return found.rows[0]?.id ?? null
}

/** false: it was confirmed before. */
export async function writeReceived(
  tx: Tx,
  at: { id: Id<'report_dispatch'>; on: Day; by: Id<'person'> | null; now: Date },
): Promise<boolean> {
  const found =
    await sql`update report_dispatch set received_on = ${at.on}, received_by = ${at.by}, received_at = ${at.now}
    where id = ${at.id} and received_on is null returning 1`.execute(tx)
  return found.rows.length > 0
}

/** Not confirmed, and the report not recalled meanwhile. */
export async function waitsForReceipt(db: ReadDb, dispatch: number): Promise<boolean> {
  const found = await sql`select from report_dispatch d join report r on r.id = d.report_id
    where d.id = ${dispatch} and d.received_on is null and not exists (
      select from document_notice n where n.register_line_id = r.register_line_id and n.kind = 'recall')`.execute(db)
  return found.rows.length > 0
}

export interface Arrived {
  dispatch: Id<'report_dispatch'>
  report: Id<'report'>
  title: string
  number: string
  issuedOn: Day
  by: string
  body: Id<'body'>
  bodyName: string
  sentOn: Day
  receivedOn: Day | null
}

/** `only`: this one, however long ago it came. */
export async function arrivedAt(
  db: ReadDb,
  bodies: readonly Id<'body'>[],
  only: Id<'report_dispatch'> | null = null,
): Promise<Arrived[]> {
  if (bodies.length === 0) return []
  const found = await sql<Arrived>`
    select d.id as dispatch, r.id as report, r.title, l.full_number as number, l.dated as "issuedOn", b.name as by,
      d.body_id as body, d.recipient as "bodyName", d.sent_on as "sentOn", d.received_on as "receivedOn"
    from report_dispatch d join report r on r.id = d.report_id join register_line l on l.id = r.register_line_id
    join lateral (select name from body_version where body_id = r.body_id
      order by daterange(valid_from, valid_to, '[]') @> l.dated desc, valid_from desc nulls last limit 1) b on true
    where d.way = 'platform' and d.body_id = any(${bodies as Id<'body'>[]}::int[])
      and (${only}::int is null or d.id = ${only}::int)
    order by d.received_on is not null, d.sent_on desc, d.id desc limit 200`.execute(db)
  return found.rows
}
