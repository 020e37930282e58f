// SQL about number series and registers. A number is taken by raising the counter of a locked row: no gap, no twin.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Family } from './layout.ts'

export interface Series {
  id: Id<'number_series'>
  bodyId: Id<'body'>
  family: Family
  basis: 'term' | 'year'
  kind: string
  symbol: string
  validFrom: Day
  validTo: Day
  lastNumber: number
}

const columns = sql`s.id, s.body_id as "bodyId", s.family, s.basis, s.document_kind as kind, s.symbol,
  s.valid_from as "validFrom", s.valid_to as "validTo", s.last_number as "lastNumber"`

export async function seriesOf(db: ReadDb, bodyId: Id<'body'>): Promise<Series[]> {
  const found = await sql<Series>`select ${columns} from number_series s where s.body_id = ${bodyId}
    order by s.document_kind, s.valid_from desc`.execute(db)
  return found.rows
}

export async function readSeries(db: ReadDb, id: Id<'number_series'>): Promise<Series | null> {
  return (await sql<Series>`select ${columns} from number_series s where s.id = ${id}`.execute(db)).rows[0] ?? null
}

/** The series a document of this body, kind and day takes its number from, locked until the end of the transaction. */
export async function lockSeries(
  tx: Transaction<Tables>,
  at: { bodyId: Id<'body'>; kind: string; day: Day },
): Promise<Series | null> {
  const found = await sql<Series>`select ${columns} from number_series s
    where s.body_id = ${at.bodyId} and s.document_kind = ${at.kind}
      and ${at.day}::date between s.valid_from and s.valid_to
      and (s.close_reason is null or not exists (select from hand_over_line l
        where l.from_body_id = s.body_id and l.on_date <= s.valid_from)) for update`.execute(tx)
  return found.rows[0] ?? null
}

/** A state series ends with its year: the next begins at 1 under the same symbol, whoever takes its first number. */
export async function openNextYear(
  tx: Transaction<Tables>,
  at: { bodyId: Id<'body'>; kind: string; day: Day },
): Promise<void> {
  const year = at.day.slice(0, 4)
  await sql`insert into number_series (body_id, family, basis, document_kind, symbol, valid_from, valid_to, last_number)
    select body_id, family, basis, document_kind, symbol, ${`${year}-01-01`}::date, ${`${year}-12-31`}::date, 0
    from number_series where body_id = ${at.bodyId} and document_kind = ${at.kind} and basis = 'year'
      and close_reason is null and valid_to < ${`${year}-01-01`}::date
    order by valid_to desc limit 1 on conflict do nothing`.execute(tx)
}

/** null when the body has numbers of this kind for part of that time already; of two at once the database takes one. */
export async function insertSeries(
  tx: Transaction<Tables>,
  made: Omit<Series, 'id' | 'lastNumber'> & { lastNumber: number },
): Promise<Id<'number_series'> | null> {
  const row = await tx
    .insertInto('number_series')
    .values({
      ...{ body_id: made.bodyId, family: made.family, basis: made.basis, document_kind: made.kind },
      ...{ symbol: made.symbol, valid_from: made.validFrom, valid_to: made.validTo, last_number: made.lastNumber },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row?.id ?? null
}

/** The day of the newest number, cancelled or not; numbers are given in the order of days. */
export async function lastDay(db: ReadDb, seriesId: Id<'number_series'>): Promise<Day | null> {
  const found = await sql<{ day: Day | null }>`
    select max(dated) as day from register_line where series_id = ${seriesId}`.execute(db)
  return found.rows[0]!.day
}

export interface NewLine {
  seriesId: Id<'number_series'>
  number: number
  fullNumber: string
  dated: Day
  summary: string
  recipients: string | null
  signedBy: string | null
  /** 'report', or null for a document made elsewhere. */
  ofNoun: string | null
  copies: number | null
  keptBy: string | null
  replacesId: Id<'register_line'> | null
  by: Id<'person'> | null
  now: Date
}

export async function insertLine(tx: Transaction<Tables>, line: NewLine): Promise<Id<'register_line'>> {
  await sql`update number_series set last_number = ${line.number} where id = ${line.seriesId}`.execute(tx)
  const { id } = await tx
    .insertInto('register_line')
    .values({
      ...{ series_id: line.seriesId, number: line.number, full_number: line.fullNumber, dated: line.dated },
      ...{ summary: line.summary, recipients: line.recipients, signed_by: line.signedBy },
      ...{ of_noun: line.ofNoun, taken_by: line.by, taken_at: line.now },
      ...{ copies: line.copies, kept_by: line.keptBy, replaces_id: line.replacesId },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A correction or recall as the register says it. */
export interface NoticeShort {
  kind: 'correction' | 'recall'
  number: string
  dated: Day
}

export interface RegisterLine {
  id: Id<'register_line'>
  seriesId: Id<'number_series'>
  bodyId: Id<'body'>
  kind: string
  number: number
  fullNumber: string
  dated: Day
  summary: string
  recipients: string | null
  signedBy: string | null
  ofNoun: string | null
  copies: number | null
  /** Who keeps the file copy. */
  keptBy: string | null
  replaces: string | null
  replacedBy: string | null
  reportId: number | null
  /** A scan of the signed paper is kept. */
  scanned: boolean
  notices: NoticeShort[]
  takenBy: string | null
  takenAt: Date
  cancelledBy: string | null
  cancelledAt: Date | null
  cancelReason: string | null
}

const lines = sql`
  select l.id, l.series_id as "seriesId", s.body_id as "bodyId", s.document_kind as kind, l.number,
         l.full_number as "fullNumber", l.dated, l.summary, l.recipients, l.signed_by as "signedBy",
         l.of_noun as "ofNoun", l.copies, l.kept_by as "keptBy", o.full_number as replaces,
         n.full_number as "replacedBy", r.id as "reportId",
         exists (select from scan where register_line_id = l.id and replaced_at is null) as scanned,
         coalesce((select json_agg(json_build_object('kind', d.kind, 'number', by.full_number, 'dated', by.dated) order by d.id)
           from document_notice d join register_line by on by.id = d.by_line_id
           where d.register_line_id = l.id and d.kind <> 'replacement'), '[]') as notices,
         t.name as "takenBy", l.taken_at as "takenAt", c.name as "cancelledBy", l.cancelled_at as "cancelledAt",
         l.cancel_reason as "cancelReason"
  from register_line l join number_series s on s.id = l.series_id
  left join register_line o on o.id = l.replaces_id
  left join register_line n on n.replaces_id = l.id and n.cancelled_at is null
  left join report r on r.register_line_id = l.id
  left join person t on t.id = l.taken_by left join person c on c.id = l.cancelled_by`

export async function linesOf(
  db: ReadDb,
  of: { bodyId: Id<'body'>; kind: string | null; year: number | null },
): Promise<RegisterLine[]> {
  const found = await sql<RegisterLine>`${lines}
    where s.body_id = ${of.bodyId} and (${of.kind}::text is null or s.document_kind = ${of.kind})
      and (${of.year}::int is null or extract(year from l.dated) = ${of.year})
    order by s.document_kind, s.valid_from desc, l.number desc`.execute(db)
  return found.rows
}

export async function readLine(db: ReadDb, id: Id<'register_line'>): Promise<RegisterLine | null> {
  return (await sql<RegisterLine>`${lines} where l.id = ${id}`.execute(db)).rows[0] ?? null
}

export async function lockLine(tx: Transaction<Tables>, id: Id<'register_line'>): Promise<RegisterLine | null> {
  await sql`select from register_line where id = ${id} for update`.execute(tx)
  return readLine(tx, id) // read after waiting: what another clerk did meanwhile lies in other tables
}

export async function cancelLine(
  tx: Transaction<Tables>,
  id: Id<'register_line'>,
  by: { person: Id<'person'> | null; now: Date; reason: string },
): Promise<void> {
  await tx
    .updateTable('register_line')
    .set({ cancelled_by: by.person, cancelled_at: by.now, cancel_reason: by.reason })
    .where('id', '=', id)
    .execute()
}
