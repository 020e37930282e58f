// SQL about corrections and recalls of issued documents, and about who is told of them.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { searchKey } from '../shared/text.ts'
import type { NoticeKind } from './notice.kinds.ts'
import type { Authority } from './signature.ts'

export interface Notice {
  id: Id<'document_notice'>
  kind: NoticeKind
  byLineId: number
  number: string
  dated: Day
  reason: string
  madeBy: string | null
  madeAt: Date
  /** The layout of its letter; null: it was not set here. */
  templateId: Id<'document_template'> | null
  items: { was: string; reads: string }[]
}

/** A replacing document whose number was cancelled replaces nothing. */
const notices = sql`
  select d.id, d.kind, d.by_line_id as "byLineId", l.full_number as number, l.dated, d.reason, p.name as "madeBy",
    d.made_at as "madeAt", d.template_id as "templateId", coalesce((select json_agg(json_build_object('was', i.was, 'reads', i.reads) order by i.no)
      from document_notice_item i where i.notice_id = d.id), '[]') as items
  from document_notice d join register_line l on l.id = d.by_line_id left join person p on p.id = d.made_by`

export async function noticesOf(db: ReadDb, line: Id<'register_line'>): Promise<Notice[]> {
  const found = await sql<Notice>`${notices}
    where d.register_line_id = ${line} and l.cancelled_at is null order by d.id`.execute(db)
  return found.rows
}

export interface NoticeOfLine extends Notice {
  /** The document it is about. */
  lineId: Id<'register_line'>
  signAuthority: Authority | null
  signerTitle: string | null
}

export async function readNotice(db: ReadDb, id: Id<'document_notice'>): Promise<NoticeOfLine | null> {
  const found = await sql<NoticeOfLine>`
    select n.*, d.register_line_id as "lineId", d.sign_authority as "signAuthority",
      d.signer_title as "signerTitle"
    from (${notices}) n join document_notice d on d.id = n.id where n.id = ${id}`.execute(db)
  return found.rows[0] ?? null
}

export interface NewNotice {
  lineId: Id<'register_line'>
  kind: NoticeKind
  byLineId: Id<'register_line'>
  reason: string
  items: readonly { was: string; reads: string }[]
  /** How the letter is set and signed; a replacement has no letter. */
  letter: { templateId: Id<'document_template'>; signAuthority: Authority; signerTitle: string } | null
  by: Id<'person'> | null
  now: Date
}

export async function insertNotice(tx: Transaction<Tables>, made: NewNotice): Promise<Id<'document_notice'>> {
  const { id } = await tx
    .insertInto('document_notice')
    .values({
      ...{ register_line_id: made.lineId, kind: made.kind, by_line_id: made.byLineId, reason: made.reason },
      ...{ template_id: made.letter?.templateId ?? null, sign_authority: made.letter?.signAuthority ?? null },
      ...{ signer_title: made.letter?.signerTitle ?? null, made_by: made.by, made_at: made.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [at, item] of made.items.entries())
    await tx
      .insertInto('document_notice_item')
      .values({ notice_id: id, no: at + 1, ...item })
      .execute()
  return id
}

/**
 * Who has the document: the issuing body, the one it reports to, every body it was dispatched to, and every body named
 * in “Nơi nhận” or, by hand, in the dispatch, under the name it has now or had on the day of the document. Hundreds of
 * bodies bear the same name: the one meant is the nearest, and nobody beyond the province is.
 */
export async function bodiesWith(
  db: ReadDb,
  of: { lineId: Id<'register_line'>; bodyId: Id<'body'>; recipients: string | null; days: readonly Day[] },
): Promise<Id<'body'>[]> {
  const { rows: dispatched } = await sql<{ body: Id<'body'> | null; recipient: string }>`
    select d.body_id as body, d.recipient from report_dispatch d join report r on r.id = d.report_id
    where r.register_line_id = ${of.lineId}`.execute(db)
  const written = [
    ...(of.recipients ?? '').split('\n'),
    ...dispatched.flatMap((one) => (one.body ? [] : one.recipient)),
  ]
  const near = await bodiesAround(db, of)
  const above = near.flatMap(({ id, parent }) => (id === of.bodyId && parent ? [parent] : []))
  const byId = dispatched.flatMap(({ body }) => (body ? [body] : []))
  const byName = written
    .map(recipientKey)
    .filter(Boolean)
    .flatMap((key) => nearest(near, key))
  return [...new Set([of.bodyId, ...above, ...byId, ...byName])]
}

interface Around {
  id: Id<'body'>
  parent: Id<'body'> | null
  name: string
  /** From the place of the body up to the first place that both lie under. */
  steps: number
}

function nearest(near: readonly Around[], key: string): Id<'body'>[] {
  const named = near.filter(({ name }) => searchKey(name) === key)
  const least = Math.min(...named.map(({ steps }) => steps))
  return named.filter(({ steps }) => steps === least).map(({ id }) => id)
}

/** Bodies on these days at the places above a body, and at all places under those; of the country only its own. */
async function bodiesAround(db: ReadDb, of: { bodyId: Id<'body'>; days: readonly Day[] }): Promise<Around[]> {
  const inForce = (alias: string) =>
    sql.raw(`day between coalesce(${alias}.valid_from, '-infinity') and coalesce(${alias}.valid_to, 'infinity')`)
  const { rows } = await sql<Around>`
    with recursive up (day, id, steps) as (
      select day, v.place_id, 0 from unnest(${of.days as Day[]}::date[]) as on_day (day)
      join body_version v on v.body_id = ${of.bodyId} and ${inForce('v')}
      union
      select day, g.parent_id, steps + 1 from up join place_version g on g.place_id = up.id and ${inForce('g')}
      where g.parent_id is not null),
    around (day, id, steps, whole) as (
      select day, up.id, steps, steps = 0 or g.level <> 'country' from up
      join place_version g on g.place_id = up.id and ${inForce('g')}
      union
      select day, g.place_id, steps, true from around join place_version g on g.parent_id = around.id and ${inForce('g')}
      where whole)
    select v.body_id as id, v.parent_id as parent, v.name, min(steps) as steps from around
    join body_version v on v.place_id = around.id and ${inForce('v')}
    group by v.body_id, v.parent_id, v.name`.execute(db)
  return rows
}

/** Recipients of a report that are no bodies here. */
export async function sentOutside(db: ReadDb, line: Id<'register_line'>): Promise<string[]> {
  const found = await sql<{ recipient: string }>`
    select distinct d.recipient from report_dispatch d join report r on r.id = d.report_id
    where r.register_line_id = ${line} and d.body_id is null order by 1`.execute(db)
  return found.rows.map((row) => row.recipient)
}

/** “- Thường trực Tỉnh ủy (để báo cáo);” is the body without marks and brackets. */
function recipientKey(line: string): string {
  return searchKey(
    line
      .replace(/^[\s\-–+]+/, '')
      .replace(/\(.*$/, '')
      .replace(/[;.,\s]+$/, ''),
  )
}
