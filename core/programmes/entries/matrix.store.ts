// SQL of the lists: whose turn it is, and who has reported.
import { sql } from 'kysely'
import { zone, type Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { itsUnit } from '../rights.store.ts'
import { lineColumns, lineJoin, type LineColumns } from '../lines/line.store.ts'
import { remindTopic } from '../../deadlines/deadline.ts'
import type { Stage } from './entry.ts'
import type { Nature } from './nature.ts'
import type { Period } from '../forms/form.store.ts'
import type { Reminder } from './reminder.store.ts'

export interface Line {
  body: Id<'body'>
  bodyName: string
  organisation: string
  to: Id<'body'>
  toName: string
  place: Id<'place'>
  placeName: string
  form: Id<'form'>
  formKey: string
  formName: string
  period: Id<'period'>
  periodKey: string
  periodName: string
  cutOffOn: Day
  dueOn: Day
  entry: Id<'entry'> | null
  stage: Stage | 'none'
  version: number
  /** What was sent last, or counts; null: nothing was sent. */
  nature: Nature | null
  /** What counts is an estimate. */
  estimated: boolean
  counted: Id<'entry_version'> | null
  /** When it was sent for the first time: a later correction does not make it late. */
  submittedAt: Date | null
}

const at = (alias: string) =>
  sql`p.ends_on between coalesce(${sql.ref(`${alias}.valid_from`)}, '-infinity') and coalesce(${sql.ref(`${alias}.valid_to`)}, 'infinity')`

/** Every form due of a body for a period, with what became of it; d is the duty, f the form, p the period, e the entry. */
export const lines = (more = sql``) => sql`
  select d.body_id as body, b.name as "bodyName", body.organisation, d.to_body_id as "to", t.name as "toName", b.place_id as place,
         v.full_name as "placeName", f.id as form, f.key as "formKey", f.name as "formName", p.id as period,
         p.key as "periodKey", p.name as "periodName", p.cut_off_on as "cutOffOn", p.due_on as "dueOn", e.id as entry,
         case when e.stage in ('submitted', 'accepted') then wv.nature else cv.nature end as nature,
         coalesce(cv.nature = 'estimate', false) as estimated, e.counted_id as counted,
         coalesce(e.stage, 'none') as stage, coalesce(e.version, 0) as version,
         (select min(submitted_at) from entry_version w where w.entry_id = e.id) as "submittedAt" ${more}
  from duty d join form f on f.id = d.form_id
  join reporting_calendar k on k.id = f.calendar_id
  join period p on p.calendar_id = k.id and p.kind = k.entry_kind and ${at('d')}
  join body on body.id = d.body_id
  join body_version b on b.body_id = d.body_id and ${at('b')}
  join body_version t on t.body_id = d.to_body_id and ${at('t')}
  join place_version v on v.place_id = b.place_id and ${at('v')}
  left join entry e on e.duty_id = d.id and e.period_id = p.id
  left join entry_version wv on wv.id = e.working_id left join entry_version cv on cv.id = e.counted_id`

/** A step of the deadline told to the body, and what became of it as mail. */
export interface ToldStep {
  on: Day
  /** False: not yet made into mails, as where no mail server is configured. */
  mailed: boolean
  sent: number
  waiting: number
  refused: number
  inDigest: number
  /** People of the body without an address, or who want no mail. */
  unreached: number
}

export interface MatrixLine extends Line, LineColumns {
  /** The newest. */
  reminder: Reminder | null
  /** Oldest first. */
  told: ToldStep[]
}

const toldSteps = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('on', (m.created_at at time zone ${zone}::text)::date,
      'mailed', m.spread_at is not null, 'sent', became.sent, 'waiting', became.waiting, 'refused', became.refused,
      'inDigest', m.in_digest, 'unreached', m.unreached) order by m.id), '[]')
  from outbox_message m, lateral (
    select count(*) filter (where state = 'sent') as sent, count(*) filter (where state = 'waiting') as waiting,
      count(*) filter (where state = 'refused') as refused from mail where message_id = m.id) became
  where m.body_id = d.body_id and m.topic = ${remindTopic} and m.payload->>'duty' = d.id::text
    and m.payload->>'periodId' = p.id::text)`

const lastReminder = sql`(
  select jsonb_build_object('channel', r.channel, 'on', r.reminded_on, 'answer', r.answer, 'by', who.name)
  from reminder r left join person who on who.id = r.noted_by
  where r.duty_id = d.id and r.period_id = p.id order by r.reminded_on desc, r.id desc limit 1)`

/** The issued programme that asks form f for period p: of the body that keeps the form, before others that use it; the newest. */
export const programmeAsking = sql`
  select coalesce(max(g.id) filter (where g.body_id = f.body_id), max(g.id)) as programme from programme_form pf join programme g on g.id = pf.programme_id
  where pf.form_id = f.id and g.stage <> 'draft' and g.year = extract(year from p.ends_on)`

export async function programmeOf(
  db: ReadDb,
  at: { formId: Id<'form'>; periodId: Id<'period'> },
): Promise<Id<'programme'> | null> {
  const found = await sql<{ programme: Id<'programme'> | null }>`
    select used.programme from form f join period p on p.id = ${at.periodId}, lateral (${programmeAsking}) used
    where f.id = ${at.formId}`.execute(db)
  return found.rows[0]?.programme ?? null
}

export interface WorkLine extends Line, LineColumns {
  programme: Id<'programme'>
}

/** Forms of bodies for the years of issued programmes, back to four years ago. */
export async function workOf(
  db: ReadDb,
  of: { side: 'body' | 'to' | 'line'; bodies: readonly Id<'body'>[]; today: Day; year: number | null },
): Promise<WorkLine[]> {
  if (of.bodies.length === 0) return []
  const column = { body: sql`d.body_id`, to: sql`d.to_body_id`, line: sql`d.line_body_id` }[of.side]
  const found = await sql<WorkLine>`${lines(sql`, used.programme ${lineColumns}`)} ${lineJoin}
    join lateral (${programmeAsking}) used on used.programme is not null
    where ${column} = any(${of.bodies}::int[]) and p.starts_on <= ${of.today}::date
      and (${of.year}::int is null or extract(year from p.ends_on) = ${of.year})
      and p.ends_on > ${of.today}::date - interval '4 years'
    order by p.ends_on desc, f.key, v.code, b.name`.execute(db)
  return found.rows
}

/** Every form due for a programme's period, seen by its staff (bodies null) or by the bodies concerned. */
export async function matrixOf(
  db: ReadDb,
  of: { programmeId: Id<'programme'>; period: Period; bodies: readonly Id<'body'>[] | null },
): Promise<MatrixLine[]> {
  const mine = of.bodies
    ? sql`and (d.body_id = any(${of.bodies}::int[]) or d.to_body_id = any(${of.bodies}::int[])
        or d.line_body_id = any(${of.bodies}::int[]))`
    : sql`and ${itsUnit({ programme: sql`pf.programme_id`, form: sql`f.id`, place: sql`b.place_id`, day: sql`p.ends_on` })}`
  const found =
    await sql<MatrixLine>`${lines(sql`, ${lastReminder} as reminder, ${toldSteps} as told ${lineColumns}`)} ${lineJoin}
    join programme_form pf on pf.form_id = f.id
    where pf.programme_id = ${of.programmeId} and p.starts_on >= ${of.period.startsOn}
      and p.ends_on <= ${of.period.endsOn} ${mine}
    order by v.level desc, v.code nulls last, f.key, b.name, p.ends_on`.execute(db)
  return found.rows
}

export async function programmesUsing(db: ReadDb, formId: Id<'form'>): Promise<Id<'programme'>[]> {
  const found = await db.selectFrom('programme_form').select('programme_id').where('form_id', '=', formId).execute()
  return found.map((row) => row.programme_id)
}
