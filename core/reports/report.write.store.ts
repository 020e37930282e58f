// Writes about reports. The stage is written here and nowhere else; every save raises the version.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Id } from '../shared/id.ts'
import type { Composed } from './compose.ts'
import type { Report, Stage } from './report.ts'

type Tx = Transaction<Tables>

export interface NewReport {
  programmeId: Id<'programme'>
  bodyId: Id<'body'>
  placeId: Id<'place'>
  periodId: Id<'period'>
  kind: Report['kind']
  title: string
  upperIssuer: string | null
  issuedAtPlace: string | null
  recipients: string | null
  drafterId: Id<'person'> | null
  templateId: Id<'document_template'>
  consolidationId: Id<'consolidation'>
  supersedesId: Id<'report'> | null
  illustrative: boolean
  now: Date
}

/** null when one of the same programme, body, period and kind is on the way already. */
export async function insertReport(tx: Tx, made: NewReport): Promise<Id<'report'> | null> {
  const found = await sql<{ id: Id<'report'> }>`
    insert into report (programme_id, body_id, place_id, period_id, kind, stage, title, upper_issuer, issued_at_place,
      recipients, drafter_id, template_id, consolidation_id, supersedes_id, illustrative, made_at)
    values (${made.programmeId}, ${made.bodyId}, ${made.placeId}, ${made.periodId}, ${made.kind}, 'draft',
      ${made.title}, ${made.upperIssuer}, ${made.issuedAtPlace}, ${made.recipients}, ${made.drafterId},
      ${made.templateId}, ${made.consolidationId}, ${made.supersedesId}, ${made.illustrative}, ${made.now})
    on conflict (programme_id, body_id, period_id, kind)
      where stage in ('draft', 'submitted', 'returned', 'accepted', 'signed') do nothing
    returning id`.execute(tx)
  return found.rows[0]?.id ?? null
}

export interface Facts {
  stage?: Stage
  title?: string
  upper_issuer?: string | null
  issued_at_place?: string | null
  recipients?: string | null
  submitted_by?: Id<'person'> | null
  return_reason?: string | null
  consolidation_id?: Id<'consolidation'>
  sign_authority?: Report['signAuthority']
  signer_title?: string | null
  signer_name?: string | null
  signed_by?: Id<'person'> | null
}

/** Answers the new version. */
export async function updateReport(tx: Tx, id: Id<'report'>, facts: Facts): Promise<number> {
  const { version } = await tx
    .updateTable('report')
    .set((eb) => ({ ...facts, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function issueReport(
  tx: Tx,
  id: Id<'report'>,
  issued: { lineId: Id<'register_line'>; composed: Composed; now: Date },
): Promise<number> {
  const kept = JSON.stringify(issued.composed)
  const found = await sql<{ version: number }>`
    update report set stage = 'issued', version = version + 1, register_line_id = ${issued.lineId},
      issued_document = ${kept}::jsonb, issued_at = ${issued.now} where id = ${id} returning version`.execute(tx)
  return found.rows[0]!.version
}

/** An issued report whose successor is being issued. */
export async function supersedeReport(tx: Tx, id: Id<'report'>): Promise<void> {
  await sql`update report set stage = 'superseded', version = version + 1 where id = ${id} and stage = 'issued'`.execute(
    tx,
  )
}

/** The text as a new version of its section; null when somebody else wrote it in between. */
export async function writeText(
  tx: Tx,
  at: { id: Id<'report'>; section: string; expectedVersion: number },
  written: { text: string; by: Id<'person'> | null; now: Date },
): Promise<number | null> {
  const { id, section, expectedVersion } = at
  const { text, by, now } = written
  const found = await sql<{ version: number }>`
    insert into report_text as t (report_id, section, text, version, written_by, written_at)
    select ${id}::int, ${section}::text, ${text}::text, 1, ${by}::int, ${now}::timestamptz
    where ${expectedVersion} = 0 or exists (
      select 1 from report_text where report_id = ${id} and section = ${section} and version = ${expectedVersion})
    on conflict (report_id, section) do update set text = excluded.text, version = t.version + 1,
      written_by = excluded.written_by, written_at = excluded.written_at
      where t.version = ${expectedVersion}
    returning version`.execute(tx)
  return found.rows[0]?.version ?? null
}

export async function copyTexts(tx: Tx, from: Id<'report'>, to: Id<'report'>): Promise<void> {
  await sql`insert into report_text (report_id, section, text, version, written_by, written_at)
    select ${to}::int, section, text, 1, written_by, written_at from report_text where report_id = ${from}`.execute(tx)
}

/** Drafts of a person whose role in a body ended, given to a colleague; answers which. */
export async function giveDrafts(
  tx: Tx,
  at: { from: Id<'person'>; to: Id<'person'>; bodyId: Id<'body'> },
): Promise<Id<'report'>[]> {
  const found = await sql<{ id: Id<'report'> }>`
    update report r set drafter_id = ${at.to}, version = r.version + 1 from programme p
    where p.id = r.programme_id and r.drafter_id = ${at.from} and r.stage in ('draft', 'returned')
      and (${at.bodyId} in (p.body_id, r.body_id) or exists (
        select 1 from body_version v where v.body_id = ${at.bodyId} and v.parent_id in (p.body_id, r.body_id)))
    returning r.id`.execute(tx)
  return found.rows.map((row) => row.id)
}
