// SQL about forms, their rows and checks, and the duties that say who fills them for whom.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { ruleSchema, type Check } from './check.ts'
import type { Form, Row } from '../entries/entry.ts'

const rowsOfForm = sql`
  select r.form_id as "formId", r.no, r.cell_id as "cellId", r.section, r.label, r.help, c.unit, r.choice, r.required,
         r.maximum, k.source
  from form_row r join cell on cell.id = r.cell_id join count_kind c on c.id = cell.count_id
  left join count_source k on k.count_key = c.key`

export async function readForm(db: ReadDb, formId: Id<'form'>): Promise<Form | null> {
  const head = await db.selectFrom('form').selectAll().where('id', '=', formId).executeTakeFirst()
  if (!head) return null
  const rows = await sql<Row>`${rowsOfForm} where r.form_id = ${formId} order by r.no`.execute(db)
  const checks = await db.selectFrom('form_check').selectAll().where('form_id', '=', formId).orderBy('no').execute()
  return {
    id: head.id,
    key: head.key,
    name: head.name,
    intro: head.intro,
    kind: head.kind,
    needsDecision: head.needs_decision,
    rows: rows.rows,
    checks: checks.map(({ no, rule, unless, sentence }): Check => ({
      no,
      rule: ruleSchema.parse(rule),
      unless,
      sentence,
    })),
  }
}

export interface Duty {
  id: Id<'duty'>
  formId: Id<'form'>
  formKey: string
  formName: string
  calendarId: Id<'reporting_calendar'>
  bodyId: Id<'body'>
  bodyName: string
  organisation: string
  toBodyId: Id<'body'>
  toBodyName: string
  /** The organisation's own upper body, where it receives the entry for itself too. */
  lineBodyId: Id<'body'> | null
  lineBodyName: string | null
  placeId: Id<'place'>
}

/** The duty of a body on a form, with the names and the place of the day. */
export async function readDuty(
  db: ReadDb,
  { formId, bodyId, day }: { formId: Id<'form'>; bodyId: Id<'body'>; day: Day },
): Promise<Duty | null> {
  const found = await sql<Duty>`${duties(day)} and d.form_id = ${formId} and d.body_id = ${bodyId}`.execute(db)
  return found.rows[0] ?? null
}

/** The duties of bodies, or addressed to bodies. */
export async function dutiesOf(
  db: ReadDb,
  { of, bodyIds, day }: { of: 'reporter' | 'accepter'; bodyIds: readonly Id<'body'>[]; day: Day },
): Promise<Duty[]> {
  if (bodyIds.length === 0) return []
  const column = of === 'reporter' ? sql`d.body_id` : sql`d.to_body_id`
  const found = await sql<Duty>`${duties(day)} and ${column} = any(${bodyIds}::int[]) order by f.key, b.name`.execute(
    db,
  )
  return found.rows
}

const duties = (day: Day | RawBuilder<unknown>) => sql`
  select d.id, d.form_id as "formId", f.key as "formKey", f.name as "formName", f.calendar_id as "calendarId",
         d.body_id as "bodyId", b.name as "bodyName", body.organisation, d.to_body_id as "toBodyId",
         t.name as "toBodyName", d.line_body_id as "lineBodyId", l.name as "lineBodyName", b.place_id as "placeId"
  from duty d
  join form f on f.id = d.form_id
  join body on body.id = d.body_id
  join body_version b on b.body_id = d.body_id
    and ${day}::date between coalesce(b.valid_from, '-infinity') and coalesce(b.valid_to, 'infinity')
  join body_version t on t.body_id = d.to_body_id
    and ${day}::date between coalesce(t.valid_from, '-infinity') and coalesce(t.valid_to, 'infinity')
  left join body_version l on l.body_id = d.line_body_id
    and ${day}::date between coalesce(l.valid_from, '-infinity') and coalesce(l.valid_to, 'infinity')
  where ${day}::date between coalesce(d.valid_from, '-infinity') and coalesce(d.valid_to, 'infinity')`

/** Forms as read before, by a stamp that changes with every writing of the form: rows and checks are read once. */
const knownForms = new Map<string, Form>()
const mostKnown = 2000

/** Everything an address of an entry names: the form with rows and checks, the duty, the period. */
export async function readPlace(
  db: ReadDb,
  at: { form: Id<'form'>; body: Id<'body'>; period: Id<'period'> },
): Promise<{ form: Form; duty: Duty; period: Period & { closed: boolean } } | null> {
  const found = await sql<{ stamp: string; duty: Duty; period: Period & { closed: boolean } }>`
    with p as (${periods} where id = ${at.period})
    select to_jsonb(p) || jsonb_build_object('closed', exists (select from period_closing c
        where c.period_id = p.id and c.body_id = f.body_id)) as period, to_jsonb(d) as duty,
      (select oid::text from pg_database where datname = current_database()) || '.' || f.id || '.' || f.xmin as stamp
    from p join form f on f.id = ${at.form} and f.calendar_id = p."calendarId"
    join lateral (${duties(sql`p."endsOn"`)} and d.form_id = f.id and d.body_id = ${at.body}) d on true`.execute(db)
  if (!found.rows[0]) return null
  const { stamp, duty, period } = found.rows[0]
  const form = knownForms.get(stamp) ?? (await readForm(db, at.form))!
  if (knownForms.size >= mostKnown) knownForms.clear()
  knownForms.set(stamp, form)
  return { form, duty, period }
}

export interface Period {
  id: Id<'period'>
  calendarId: Id<'reporting_calendar'>
  key: string
  kind: 'year' | 'half' | 'quarter' | 'month'
  name: string
  startsOn: Day
  endsOn: Day
  cutOffOn: Day
  dueOn: Day
}

const periods = sql`
  select id, calendar_id as "calendarId", key, kind, name, starts_on as "startsOn", ends_on as "endsOn",
         cut_off_on as "cutOffOn", due_on as "dueOn"
  from period`

export async function readPeriod(db: ReadDb, id: Id<'period'>): Promise<Period | null> {
  const found = await sql<Period>`${periods} where id = ${id}`.execute(db)
  return found.rows[0] ?? null
}

/** The period of the same kind that ended last before this one; its figures stand beside the new ones. */
export async function periodBefore(db: ReadDb, period: Period): Promise<Period | null> {
  const found = await sql<Period>`${periods}
    where calendar_id = ${period.calendarId} and kind = ${period.kind} and ends_on < ${period.startsOn}
    order by ends_on desc limit 1`.execute(db)
  return found.rows[0] ?? null
}

export async function periodsOf(db: ReadDb, calendarId: Id<'reporting_calendar'>): Promise<Period[]> {
  const found =
    await sql<Period>`${periods} where calendar_id = ${calendarId} order by starts_on, ends_on desc`.execute(db)
  return found.rows
}
