// SQL about corrections and recalls of issued documents, and about who is told of them.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { searchKey } from '../shared/text.ts'

export type NoticeKind = 'correction' | 'recall'

export interface Notice {
  id: Id<'document_notice'>
  kind: NoticeKind
  byLineId: number
  number: string
  dated: Day
  reason: string
  madeBy: string | null
  madeAt: Date
  items: { was: string; reads: string }[]
}

export async function noticesOf(db: ReadDb, line: Id<'register_line'>): Promise<Notice[]> {
  const found = await sql<Notice>`
    select d.id, d.kind, d.by_line_id as "byLineId", l.full_number as number, l.dated, d.reason, p.name as "madeBy",
      d.made_at as "madeAt", coalesce((select json_agg(json_build_object('was', i.was, 'reads', i.reads) order by i.no)
        from document_notice_item i where i.notice_id = d.id), '[]') as items
    from document_notice d join register_line l on l.id = d.by_line_id left join person p on p.id = d.made_by
    where d.register_line_id = ${line} order by d.id`.execute(db)
  return found.rows
}

export interface NewNotice {
  lineId: Id<'register_line'>
  kind: NoticeKind
  byLineId: Id<'register_line'>
  reason: string
  items: readonly { was: string; reads: string }[]
  by: Id<'person'> | null
  now: Date
}

export async function insertNotice(tx: Transaction<Tables>, made: NewNotice): Promise<Id<'document_notice'>> {
  const { id } = await tx
    .insertInto('document_notice')
    .values({
      ...{ register_line_id: made.lineId, kind: made.kind, by_line_id: made.byLineId, reason: made.reason },
      ...{ made_by: made.by, made_at: made.now },
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

/** The issuing body, the one it reports to, and every body named in a line of “Nơi nhận”. */
export async function toldOf(
  db: ReadDb,
  of: { bodyId: Id<'body'>; recipients: string | null; day: Day },
): Promise<Id<'body'>[]> {
  const named = (of.recipients ?? '').split('\n').map(recipientKey).filter(Boolean)
  const { rows } = await sql<{ id: Id<'body'>; parent: Id<'body'> | null; name: string }>`
    select v.body_id as id, v.parent_id as parent, v.name from body_version v
    where ${of.day}::date between coalesce(v.valid_from, '-infinity') and coalesce(v.valid_to, 'infinity')`.execute(db)
  const own = rows.find(({ id }) => id === of.bodyId)
  const asNamed = named.length > 0 ? rows.filter(({ name }) => named.includes(searchKey(name))) : []
  return [...new Set([of.bodyId, ...(own?.parent ? [own.parent] : []), ...asNamed.map(({ id }) => id)])]
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
