// SQL about the organisation's own line: what it said of each sent version, what it accepted, where the two lines differ.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { LineStage, Opinion } from './line.ts'

export interface StoredLine {
  bodyId: Id<'body'>
  bodyName: string
  /** Grows with every sending, taking back and opinion. */
  version: number
  stage: LineStage
  /** The newest version that was sent. */
  judgedId: Id<'entry_version'> | null
  judgedNo: number | null
  savedBy: Id<'person'> | null
  submittedBy: Id<'person'> | null
  /** What the line accepted last. */
  countedId: Id<'entry_version'> | null
  countedNo: number | null
  reason: string | null
  by: string | null
  at: Date | null
}

/** The newest sent version of an entry e, with the last opinion of the line of its duty d; what another body said is no word of it. */
const judged = sql`
  select w.id, w.no, w.saved_by, w.submitted_by, o.opinion, o.reason, o.given_by, o.given_at
  from entry_version w left join lateral (
    select * from line_opinion o where o.version_id = w.id and o.line_body_id = d.line_body_id order by o.id desc limit 1) o on true
  where w.entry_id = e.id and w.submitted_at is not null order by w.no desc limit 1`

/** null: the duty names no line. */
export async function readLine(db: ReadDb, id: Id<'entry'>, day: Day): Promise<StoredLine | null> {
  const found = await sql<StoredLine>`
    select d.line_body_id as "bodyId", b.name as "bodyName", e.line_version as version,
           case when j.id is null then 'none' else coalesce(j.opinion, 'waiting') end as stage, j.id as "judgedId",
           j.no as "judgedNo", j.saved_by as "savedBy", j.submitted_by as "submittedBy",
           e.line_counted_id as "countedId", c.no as "countedNo", j.reason, p.name as by, j.given_at as at
    from entry e join duty d on d.id = e.duty_id and d.line_body_id is not null
    join body_version b on b.body_id = d.line_body_id
      and ${day}::date between coalesce(b.valid_from, '-infinity') and coalesce(b.valid_to, 'infinity')
    left join lateral (${judged}) j on true left join entry_version c on c.id = e.line_counted_id
    left join person p on p.id = j.given_by where e.id = ${id}`.execute(db)
  return found.rows[0] ?? null
}

/** Columns of a list of entries e by their duties d: the other receiver, how the entry stands there, whether the two differ. */
export const lineColumns = sql`,
  (select n.name from body_version n where n.body_id = d.line_body_id
   order by n.valid_from desc nulls last limit 1) as "lineName",
  case when d.line_body_id is null then null when own.id is null then 'none' else coalesce(own.opinion, 'waiting') end as "lineStage",
  d.line_body_id is not null and coalesce(e.counted_id <> e.line_counted_id
    or (e.stage = 'accepted' and own.opinion = 'returned')
    or (e.stage = 'returned' and own.opinion = 'accepted'), false) as differs`
export const lineJoin = sql`left join lateral (${judged}) own on d.line_body_id is not null`

export interface LineColumns {
  lineName: string | null
  lineStage: LineStage | null
  differs: boolean
}

/** Another body receives these duties in the line: what the former one accepted is no longer this line's; its own of before is. */
export async function changeReceiver(tx: Transaction<Tables>, duties: readonly Id<'duty'>[]): Promise<void> {
  await sql`update entry e set line_version = line_version + 1, line_counted_id = (
      select o.version_id from line_opinion o where o.entry_id = e.id and o.line_body_id = d.line_body_id
        and o.opinion = 'accepted' order by o.id desc limit 1)
    from duty d where d.id = e.duty_id and d.id = any(${duties}::int[])`.execute(tx)
}

/** A new version was sent or taken back: what an officer of the line saw is no longer the newest. */
export async function touchLine(tx: Transaction<Tables>, id: Id<'entry'>): Promise<void> {
  await sql`update entry set line_version = line_version + 1 where id = ${id}`.execute(tx)
}

export async function giveOpinion(
  tx: Transaction<Tables>,
  given: {
    entryId: Id<'entry'>
    versionId: Id<'entry_version'>
    lineBodyId: Id<'body'>
    opinion: Opinion
    reason: string | null
    by: Id<'person'> | null
    now: Date
  },
): Promise<number> {
  const { entryId, versionId, lineBodyId, opinion, reason, by, now } = given
  const row = { entry_id: entryId, version_id: versionId, line_body_id: lineBodyId, opinion }
  await tx
    .insertInto('line_opinion')
    .values({ ...row, reason, given_by: by, given_at: now })
    .execute()
  const set = await sql<{ version: number }>`
    update entry set line_version = line_version + 1,
      line_counted_id = case when ${opinion} = 'accepted' then ${versionId}::int else line_counted_id end
    where id = ${entryId} returning line_version as version`.execute(tx)
  return set.rows[0]!.version
}

export interface OpinionLine {
  versionNo: number
  /** Which body of the line said it; null: of before this was noted, and the line has changed since. */
  body: string | null
  opinion: Opinion
  reason: string | null
  by: string | null
  at: Date
}

/** Everything said of an entry in the line, by whichever body it then was, oldest first. */
export async function opinionsOf(db: ReadDb, id: Id<'entry'>): Promise<OpinionLine[]> {
  const found = await sql<OpinionLine>`
    select w.no as "versionNo", o.opinion, o.reason, p.name as by, o.given_at as at, (
      select b.name from body_version b where b.body_id = o.line_body_id
      order by b.valid_from desc nulls last limit 1) as body
    from line_opinion o join entry_version w on w.id = o.version_id left join person p on p.id = o.given_by
    where o.entry_id = ${id} order by o.id`.execute(db)
  return found.rows
}

export interface CellOfBoth {
  cellId: Id<'cell'>
  mobilisation: number | null
  line: number | null
}

/** Figures of which the two lines hold different ones. */
export async function differingCells(db: ReadDb, id: Id<'entry'>): Promise<CellOfBoth[]> {
  const found = await sql<CellOfBoth>`
    select coalesce(m.cell_id, l.cell_id) as "cellId", m.value as mobilisation, l.value as line
    from (select v.cell_id, v.value from entry e join entry_value v on v.version_id = e.counted_id where e.id = ${id}) m
    full join (select v.cell_id, v.value from entry e join entry_value v on v.version_id = e.line_counted_id
               where e.id = ${id}) l on l.cell_id = m.cell_id
    where m.value is distinct from l.value`.execute(db)
  return found.rows
}
