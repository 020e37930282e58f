// Reads of reports: one, those a person may see, their texts, their issued document, what happened to them.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Composed } from './compose.ts'
import type { Report, WrittenText } from './report.ts'

/** Bodies are called as on the last day of the report's period: by then the report speaks. */
const reports = sql`
  select r.id, r.programme_id as "programmeId", p.number as "programmeNumber", p.title as "programmeTitle", p.year,
         p.body_id as "programmeBodyId", r.body_id as "bodyId", b.name as "bodyName", b.short_name as "bodyShortName",
         body.organisation, r.place_id as "placeId", r.period_id as "periodId", q.key as "periodKey",
         q.name as "periodName", q.ends_on as "periodEndsOn", r.kind, r.stage, r.version, r.title,
         r.upper_issuer as "upperIssuer", r.issued_at_place as "issuedAtPlace", r.recipients,
         r.drafter_id as "drafterId", d.name as "drafterName", r.submitted_by as "submittedBy",
         r.template_id as "templateId", r.consolidation_id as "consolidationId", c.no as "consolidationNo",
         c.made_at as "consolidatedAt", r.return_reason as "returnReason", r.sign_authority as "signAuthority",
         r.signer_title as "signerTitle", r.signer_name as "signerName", l.full_number as number,
         l.dated as "issuedOn", r.issued_at as "issuedAt", r.supersedes_id as "supersedesId",
         sl.full_number as "supersedesNumber", sl.dated as "supersedesIssuedOn",
         (select n.id from report n where n.supersedes_id = r.id order by n.id desc limit 1) as "supersededById",
         (select nl.full_number from register_line nl
          where nl.replaces_id = r.register_line_id and nl.cancelled_at is null) as "supersededByNumber",
         (select by.full_number from document_notice d join register_line by on by.id = d.by_line_id
          where d.register_line_id = r.register_line_id and d.kind = 'recall') as "recalledBy",
         r.illustrative
  from report r join programme p on p.id = r.programme_id join period q on q.id = r.period_id
  join body on body.id = r.body_id
  join lateral (select name, short_name from body_version where body_id = r.body_id
    order by q.ends_on between coalesce(valid_from, '-infinity') and coalesce(valid_to, 'infinity') desc,
             valid_from desc nulls last limit 1) b on true
  join consolidation c on c.id = r.consolidation_id
  left join person d on d.id = r.drafter_id left join register_line l on l.id = r.register_line_id
  left join report s on s.id = r.supersedes_id left join register_line sl on sl.id = s.register_line_id`

export async function readReport(db: ReadDb, id: Id<'report'>): Promise<Report | null> {
  return (await sql<Report>`${reports} where r.id = ${id}`.execute(db)).rows[0] ?? null
}

export async function lockReport(tx: Transaction<Tables>, id: Id<'report'>): Promise<Report | null> {
  await sql`select 1 from report where id = ${id} for update`.execute(tx)
  return readReport(tx, id)
}

export interface ReportFilter {
  programmeId?: Id<'programme'> | undefined
  /** null: whoever asks may see all. Otherwise the bodies of his roles. */
  mine: readonly Id<'body'>[] | null
}

/**
 * The same scope as `findFor`: the programme's body, its mobilisation bodies, the bodies above them that year; of a body
 * that reports on its own place also itself, its mobilisation bodies and those above it.
 */
export async function listReports(db: ReadDb, { programmeId, mine }: ReportFilter): Promise<Report[]> {
  const scope = mine
    ? sql`and exists (
        with recursive up (id) as (
          select p.body_id union select r.body_id
          union
          select v.parent_id from up join body_version v on v.body_id = up.id and v.parent_id is not null
            and make_date(p.year, 12, 31) between coalesce(v.valid_from, '-infinity') and coalesce(v.valid_to, 'infinity'))
        select 1 from up where id = any(${mine as Id<'body'>[]}::int[])
        union all
        select 1 from body_version v join body_function f on f.body_id = v.body_id and f.function = 'massMobilisation'
        where v.parent_id in (p.body_id, r.body_id) and v.body_id = any(${mine as Id<'body'>[]}::int[]))`
    : sql``
  const found = await sql<Report>`${reports}
    where (${programmeId ?? null}::int is null or r.programme_id = ${programmeId ?? null}) ${scope}
    order by q.ends_on desc, p.id, r.kind, r.id desc`.execute(db)
  return found.rows
}

/** The report that speaks for a programme and kind: the issued one, else the one on the way. */
export async function findReport(
  db: ReadDb,
  of: { programmeId: Id<'programme'>; kind: Report['kind']; periodId: Id<'period'> },
): Promise<Report | null> {
  const found = await sql<Report>`${reports}
    where r.programme_id = ${of.programmeId} and r.kind = ${of.kind} and r.period_id = ${of.periodId}
      and r.stage <> 'superseded' and r.place_id = p.place_id
    order by (r.stage = 'issued') desc, r.id desc limit 1`.execute(db)
  return found.rows[0] ?? null
}

/** Its line in the register; null: not issued. */
export async function lineOfReport(db: ReadDb, id: Id<'report'>): Promise<Id<'register_line'> | null> {
  const row = await db.selectFrom('report').select('register_line_id').where('id', '=', id).executeTakeFirst()
  return row?.register_line_id ?? null
}

export async function textsOf(db: ReadDb, id: Id<'report'>): Promise<WrittenText[]> {
  const found = await sql<WrittenText>`
    select t.section, t.text, t.version, p.name as "writtenBy", t.written_at as "writtenAt"
    from report_text t left join person p on p.id = t.written_by where t.report_id = ${id}`.execute(db)
  return found.rows
}

export async function issuedDocument(db: ReadDb, id: Id<'report'>): Promise<Composed | null> {
  const row = await db.selectFrom('report').select('issued_document as kept').where('id', '=', id).executeTakeFirst()
  return (row?.kept as Composed | null) ?? null
}

export interface HistoryLine {
  at: Date
  who: string | null
  move: string
  reason: string | null
}

export async function historyOf(db: ReadDb, id: Id<'report'>): Promise<HistoryLine[]> {
  const found = await sql<HistoryLine>`
    select e.at, p.name as who, e.move, e.changes ->> 'reason' as reason
    from event e left join person p on p.id = e.person_id
    where e.noun = 'report' and e.noun_id = ${id} and e.move <> all('{writeText,merge,confirmMentions,comment,agree,decide,remind}') order by e.id`.execute(
    db,
  )
  return found.rows
}

export async function issuedReport(
  db: ReadDb,
  of: { programmeId: Id<'programme'>; bodyId: Id<'body'>; periodId: Id<'period'>; kind: Report['kind'] },
): Promise<Id<'report'> | null> {
  const row = await db
    .selectFrom('report')
    .select('id')
    .where('programme_id', '=', of.programmeId)
    .where('body_id', '=', of.bodyId)
    .where('period_id', '=', of.periodId)
    .where('kind', '=', of.kind)
    .where('stage', '=', 'issued')
    .executeTakeFirst()
  return row?.id ?? null
}
