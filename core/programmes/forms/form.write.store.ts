// SQL that writes forms, their cells, and the duties of bodies.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { changeReceiver } from '../lines/line.store.ts'

/** The cell of a count, organisation and sector, made when it is asked for the first time. */
export async function cellFor(
  tx: Transaction<Tables>,
  at: { countId: Id<'count_kind'>; organisation: string | null; sector: string | null },
): Promise<Id<'cell'>> {
  const row = { count_id: at.countId, organisation: at.organisation, sector: at.sector }
  await tx
    .insertInto('cell')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const found = await sql<{ id: Id<'cell'> }>`
    select id from cell where count_id = ${at.countId} and organisation is not distinct from ${at.organisation}
      and sector is not distinct from ${at.sector}`.execute(tx)
  return found.rows[0]!.id
}

export interface NewForm {
  body: Id<'body'>
  calendar: Id<'reporting_calendar'>
  key: string
  name: string
  intro?: string | null | undefined
  kind: 'figures' | 'summary'
  needsDecision: boolean
  rows: {
    cellId: Id<'cell'>
    section: string | null
    label: string
    help: string | null
    choice: string | null
    required: boolean
    maximum: number
  }[]
  checks: { rule: unknown; unless: 'never' | 'reason'; sentence: string }[]
}

/** Writes a form whole; null when figures were entered on it, for then its rows stay. */
export async function putForm(tx: Transaction<Tables>, form: NewForm): Promise<Id<'form'> | null> {
  const head = {
    calendar_id: form.calendar,
    name: form.name,
    intro: form.intro || null,
    kind: form.kind,
    needs_decision: form.needsDecision,
  }
  const { id } = await tx
    .insertInto('form')
    .values({ body_id: form.body, key: form.key, ...head })
    .onConflict((conflict) => conflict.columns(['body_id', 'key']).doUpdateSet(head))
    .returning('id')
    .executeTakeFirstOrThrow()
  const used = await tx.selectFrom('entry').select('id').where('form_id', '=', id).limit(1).executeTakeFirst()
  if (used) return null
  await tx.deleteFrom('form_row').where('form_id', '=', id).execute()
  await tx.deleteFrom('form_check').where('form_id', '=', id).execute()
  const rows = form.rows.map(({ cellId, ...row }, i) => ({
    form_id: id,
    no: i + 1,
    cell_id: cellId,
    section: row.section,
    label: row.label,
    help: row.help,
    choice: row.choice,
    required: row.required,
    maximum: row.maximum,
  }))
  if (rows.length) await tx.insertInto('form_row').values(rows).execute()
  const checks = form.checks.map((check, i) => ({
    form_id: id,
    no: i + 1,
    rule: JSON.stringify(check.rule),
    unless: check.unless,
    sentence: check.sentence,
  }))
  if (checks.length) await tx.insertInto('form_check').values(checks).execute()
  return id
}

export async function attachForm(tx: Transaction<Tables>, programmeId: Id<'programme'>, formId: Id<'form'>) {
  await sql`insert into programme_form (programme_id, form_id, position)
    select ${programmeId}, ${formId}, count(*)::int from programme_form where programme_id = ${programmeId}
    on conflict do nothing`.execute(tx)
}

interface FormDuties {
  bodyId: Id<'body'>
  calendarId: Id<'reporting_calendar'>
  entryKind: 'year' | 'half' | 'quarter' | 'month'
  duties: {
    body: Id<'body'>
    bodyName: string
    to: Id<'body'>
    toName: string
    line: Id<'body'> | null
    lineName: string | null
  }[]
}

/** Who owns the form, and everybody who fills it, with today's names. */
export async function dutiesFor(db: ReadDb, formId: Id<'form'>): Promise<FormDuties | null> {
  const head = await sql<Omit<FormDuties, 'duties'>>`
    select f.body_id as "bodyId", f.calendar_id as "calendarId", c.entry_kind as "entryKind"
    from form f join reporting_calendar c on c.id = f.calendar_id where f.id = ${formId}`.execute(db)
  if (!head.rows[0]) return null
  const newest = sql`(select distinct on (body_id) body_id, name from body_version order by body_id, valid_from desc nulls last)`
  const duties = await sql<FormDuties['duties'][0]>`
    select d.body_id as body, b.name as "bodyName", d.to_body_id as to, t.name as "toName",
           d.line_body_id as line, l.name as "lineName"
    from duty d join ${newest} b on b.body_id = d.body_id join ${newest} t on t.body_id = d.to_body_id
    left join ${newest} l on l.body_id = d.line_body_id
    where d.form_id = ${formId} and d.valid_to is null order by b.name`.execute(db)
  return { ...head.rows[0], duties: duties.rows }
}

/** Bodies that already report a cell of this form on another form of the same calendar. */
export async function overlappingDuties(
  db: ReadDb,
  at: { formId: Id<'form'>; bodyIds: readonly Id<'body'>[] },
): Promise<{ bodyName: string; formKey: string; count: string }[]> {
  const found = await sql<{ bodyName: string; formKey: string; count: string }>`
    select distinct on (d.body_id) b.name as "bodyName", other.key as "formKey", c.name as count
    from form mine join form_row r on r.form_id = mine.id
    join form_row r2 on r2.cell_id = r.cell_id and r2.form_id <> mine.id
    join form other on other.id = r2.form_id and other.calendar_id = mine.calendar_id
    join duty d on d.form_id = other.id and d.body_id = any(${at.bodyIds}::int[])
    join body_version b on b.body_id = d.body_id
    join cell on cell.id = r.cell_id join count_kind c on c.id = cell.count_id
    where mine.id = ${at.formId} order by d.body_id`.execute(db)
  return found.rows
}

/** `line` undefined: as it was. */
export interface DutyGiven {
  body: Id<'body'>
  to: Id<'body'>
  line?: Id<'body'> | null | undefined
}

export async function insertDuties(
  tx: Transaction<Tables>,
  made: { formId: Id<'form'>; lines: readonly DutyGiven[]; validFrom: Day | null },
): Promise<number> {
  // A duty that lasts is changed; one that ended with a hand-over stays, and a new one begins.
  const lines = sql`unnest(${made.lines.map((one) => one.body)}::int[], ${made.lines.map((one) => one.to)}::int[],
    ${made.lines.map((one) => one.line ?? null)}::int[], ${made.lines.map((one) => one.line !== undefined)}::boolean[])
    as t (body, "to", line, said)`
  const changed = await sql<{ id: Id<'duty'>; lineChanged: boolean }>`update duty d set to_body_id = was."to",
      line_body_id = case when was.said then was.line else nullif(d.line_body_id, was."to") end
    from (select d.id, d.line_body_id, t.* from duty d join ${lines} on t.body = d.body_id
      where d.form_id = ${made.formId} and d.valid_to is null for update of d) was
    where d.id = was.id returning d.id, d.line_body_id is distinct from was.line_body_id as "lineChanged"`.execute(tx)
  await changeReceiver(
    tx,
    changed.rows.filter((row) => row.lineChanged).map((row) => row.id),
  )
  const done = await sql`
    insert into duty (form_id, body_id, to_body_id, line_body_id, valid_from)
    select ${made.formId}, t.body, t."to", t.line, greatest(${made.validFrom}::date,
      (select max(d.valid_to) + 1 from duty d where d.form_id = ${made.formId} and d.body_id = t.body))
    from ${lines} where not exists (select from duty d
      where d.form_id = ${made.formId} and d.body_id = t.body and d.valid_to is null)`.execute(tx)
  return Number(done.numAffectedRows ?? 0n) + changed.rows.length
}

/** Those of the ids that are no body's. */
export async function unknownBodies(db: ReadDb, ids: readonly Id<'body'>[]): Promise<Set<number>> {
  const found = await sql<{ id: number }>`
    select distinct asked.id from unnest(${[...new Set(ids)]}::int[]) as asked (id)
    where not exists (select 1 from body where body.id = asked.id)`.execute(db)
  return new Set(found.rows.map((row) => row.id))
}
