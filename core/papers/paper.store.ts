// SQL about papers of cases: kept as they were made, never changed.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { ReportDocument } from '../reports/document.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

export interface PaperRow {
  id: Id<'case_paper'>
  submissionId: Id<'submission'>
  actNo: number
  form: string
  formFrom: Day
  templateId: Id<'document_template'>
  number: string | null
  dated: Day
  document: ReportDocument
  madeAt: Date
  madeBy: string | null
  bodyId: Id<'body'>
}

const papers = sql`select c.id, c.submission_id as "submissionId", c.act_no as "actNo", c.form, c.form_from as "formFrom",
    c.template_id as "templateId", c.number, c.dated, c.document, c.made_at as "madeAt", p.name as "madeBy", c.body_id as "bodyId"
  from case_paper c left join person p on p.id = c.made_by`

export async function papersOf(db: ReadDb, id: Id<'submission'>): Promise<PaperRow[]> {
  return (await sql<PaperRow>`${papers} where c.submission_id = ${id} order by c.id`.execute(db)).rows
}

export async function readPaper(db: ReadDb, id: Id<'case_paper'>): Promise<PaperRow | null> {
  return (await sql<PaperRow>`${papers} where c.id = ${id}`.execute(db)).rows[0] ?? null
}

export async function insertPaper(
  tx: Transaction<Tables>,
  made: Omit<PaperRow, 'id' | 'madeBy'> & { by: Id<'person'> | null },
): Promise<Id<'case_paper'>> {
  const { rows } = await sql<{ id: Id<'case_paper'> }>`
    insert into case_paper (submission_id, act_no, form, form_from, template_id, number, dated, document, made_at, made_by, body_id)
    values (${made.submissionId}, ${made.actNo}, ${made.form}, ${made.formFrom}, ${made.templateId}, ${made.number},
      ${made.dated}, ${JSON.stringify(made.document)}::jsonb, ${made.madeAt}, ${made.by}, ${made.bodyId}) returning id`.execute(
    tx,
  )
  return rows[0]!.id
}
