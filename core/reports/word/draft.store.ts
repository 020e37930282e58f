// SQL about forms that were sent from Word and wait to become a version of their template.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Family } from '../../documents/layout.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

type Tx = Transaction<Tables>
type Person = Id<'person'> | null

export interface Draft {
  id: Id<'template_draft'>
  family: Family
  baseNo: number
  sha256: string
  fileName: string
  sentBy: string | null
  sentAt: Date
  endedAt: Date | null
  /** The version it became. */
  adoptedNo: number | null
}

const drafts = sql`select d.id, d.family, d.base_no as "baseNo", d.sha256, d.file_name as "fileName",
    p.name as "sentBy", d.sent_at as "sentAt", d.ended_at as "endedAt", t.no as "adoptedNo"
  from template_draft d left join person p on p.id = d.sent_by left join document_template t on t.id = d.template_id`

export async function openDrafts(db: ReadDb): Promise<Draft[]> {
  return (await sql<Draft>`${drafts} where d.ended_at is null order by d.id desc`.execute(db)).rows
}

export async function readDraft(db: ReadDb, id: Id<'template_draft'>): Promise<Draft | null> {
  return (await sql<Draft>`${drafts} where d.id = ${id}`.execute(db)).rows[0] ?? null
}

export async function lockDraft(tx: Tx, id: Id<'template_draft'>): Promise<Draft | null> {
  await sql`select from template_draft where id = ${id} for update`.execute(tx)
  return readDraft(tx, id)
}

export interface NewDraft {
  family: Family
  baseNo: number
  sha256: string
  bytes: number
  mediaType: string
  fileName: string
  by: Person
  now: Date
}

export async function insertDraft(tx: Tx, made: NewDraft): Promise<Id<'template_draft'>> {
  const { family, baseNo, sha256, bytes, mediaType, fileName, by, now } = made
  await tx
    .insertInto('kept_file')
    .values({ sha256, bytes, media_type: mediaType, kept_at: now })
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .execute()
  const { id } = await tx
    .insertInto('template_draft')
    .values({ family, base_no: baseNo, sha256, file_name: fileName, sent_by: by, sent_at: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** `template`: the version it became; null: dropped. */
export async function endDraft(
  tx: Tx,
  id: Id<'template_draft'>,
  how: { template: Id<'document_template'> | null; by: Person; now: Date },
): Promise<void> {
  await tx
    .updateTable('template_draft')
    .set({ template_id: how.template, ended_by: how.by, ended_at: how.now })
    .where('id', '=', id)
    .execute()
}
