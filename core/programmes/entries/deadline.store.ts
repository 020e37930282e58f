// SQL that finds the forms not sent around their due day, and tells their bodies, once for each step.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { remindTopic, type Step } from '../../deadlines/deadline.ts'
import { lines, programmeAsking, type Line } from './matrix.store.ts'

/** Periods due around today, each with the steps of its calendar. */
export async function periodsDue(
  db: ReadDb,
  at: { today: Day; catchUp: number },
): Promise<{ id: Id<'period'>; dueOn: Day; steps: Step[] }[]> {
  // Two days more: a step before the due day moves back from a weekend.
  const found = await sql<{ id: Id<'period'>; dueOn: Day; steps: Step[] }>`
    select p.id, p.due_on as "dueOn", array_agg(s.days_before) as steps
    from period p join reporting_calendar c on c.id = p.calendar_id and c.entry_kind = p.kind
    join reminder_step s on s.calendar_id is not distinct from
      (select max(own.calendar_id) from reminder_step own where own.calendar_id = p.calendar_id)
    group by p.id having p.due_on between ${at.today}::date + min(s.days_before) - ${at.catchUp}::int
      and ${at.today}::date + max(s.days_before) + 2
    order by p.id`.execute(db)
  return found.rows
}

/** Asked by an issued programme, not sent, and the body that asks has not closed the period. */
const open = (more = sql``) => sql`${lines(sql`, d.id as duty, used.programme ${more}`)}
  join lateral (${programmeAsking}) used on used.programme is not null
  where coalesce(e.stage, 'none') in ('none', 'draft', 'returned')
    and not exists (select from period_closing c where c.period_id = p.id and c.body_id = f.body_id)`

/** One message a form, body and period, with its line in the event table; answers how many were new. */
export async function tellStep(
  tx: Transaction<Tables>,
  at: { period: Id<'period'>; step: Step; now: Date },
): Promise<number> {
  const found = await sql<{ made: number }>`
    with due as (${open()} and p.id = ${at.period}),
    told as (
      insert into outbox_message (created_at, topic, body_id, key, payload)
      select ${at.now}, ${remindTopic}, body, concat_ws(':', ${remindTopic}::text, duty, period, ${at.step}::int),
        jsonb_build_object('entry', entry, 'body', "bodyName", 'form', "formName", 'period', "periodName",
          'to', "toName", 'reason', null, 'duty', duty, 'bodyId', body, 'formKey', "formKey", 'formId', form,
          'periodId', period, 'dueOn', "dueOn", 'step', ${at.step}::int)
      from due order by duty on conflict (key) do nothing returning payload),
    noted as (
      insert into event (at, actor_kind, noun, noun_id, move, changes)
      select ${at.now}, 'operator', 'duty', (payload->>'duty')::int, 'remind',
        jsonb_build_object('period', payload->'periodId', 'step', ${at.step}::int) from told returning 1)
    select (select count(*) from noted)::int as made`.execute(tx)
  return found.rows[0]!.made
}

/** Forms these bodies have still to send that are due by a day and not long past. */
export async function openForms(
  db: ReadDb,
  of: { bodies: readonly Id<'body'>[]; from: Day; until: Day },
): Promise<Line[]> {
  const found = await sql<Line>`${open()} and d.body_id = any(${of.bodies}::int[])
    and p.due_on between ${of.from}::date and ${of.until}::date order by p.due_on, f.key, b.name`.execute(db)
  return found.rows
}

/** Whether the form is still to be sent. */
export async function isStillOpen(db: ReadDb, at: { duty: number; period: number }): Promise<boolean> {
  const found = await sql`select from (${open()} and d.id = ${at.duty} and p.id = ${at.period}) still`.execute(db)
  return found.rows.length > 0
}

/** Forms sent to these bodies that wait to be accepted. */
export async function waitingFor(db: ReadDb, bodies: readonly Id<'body'>[]): Promise<Line[]> {
  const found = await sql<Line>`${lines()} join lateral (${programmeAsking}) used on used.programme is not null
    where e.stage = 'submitted' and d.to_body_id = any(${bodies}::int[]) order by p.due_on, f.key, b.name`.execute(db)
  return found.rows
}
