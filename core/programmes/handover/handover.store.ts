// What a body that ended owed and had begun: duties from its last day on, entries not accepted, programmes on the way.
import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { OpenThing } from '../../acts/handover/registry.ts'
import type { Tables } from '../../db/schema.ts'
import { addDays, type Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

type Tx = Transaction<Tables>
type BodyId = Id<'body'>
/** `on`: the first day without the body. */
export type Ended = readonly { bodyId: BodyId; on: Day }[]

const ended = (bodies: Ended) =>
  sql`jsonb_to_recordset(${JSON.stringify(bodies)}::jsonb) as e ("bodyId" int, "on" date)`
const nameOn = (body: RawBuilder<unknown>, day: RawBuilder<unknown>) => sql`(select v.name from body_version v
  where v.body_id = ${body} order by daterange(v.valid_from, v.valid_to, '[]') @> ${day} desc, v.valid_from desc nulls last
  limit 1)`
/** Most forms bear their key in their name, as “Biểu F5 – …”. */
const formName = sql`case when strpos(f.name, f.key) > 0 then f.name else f.key || ' – ' || f.name end`
const lasts = sql`(d.valid_to is null or d.valid_to >= e."on")`

/** Forms it fills and forms it receives, in one line or the other, from that day on. */
export async function dutiesLeft(db: ReadDb, bodies: Ended): Promise<OpenThing[]> {
  const { rows } = await sql<OpenThing>`
    select 'duty' as noun, d.id, e."bodyId", null as "dueOn",
      ${formName} || ' → ' || ${nameOn(sql`d.to_body_id`, sql`e."on" - 1`)} as what
    from ${ended(bodies)} join duty d on d.body_id = e."bodyId" and ${lasts} join form f on f.id = d.form_id
    union all
    select 'duty', d.id, e."bodyId", null,
      ${formName} || ' ← ' || ${nameOn(sql`d.body_id`, sql`e."on" - 1`)}
    from ${ended(bodies)} join duty d on d.to_body_id = e."bodyId" and ${lasts} join form f on f.id = d.form_id
    union all
    select 'duty', d.id, e."bodyId", null,
      ${formName} || ' ← ' || ${nameOn(sql`d.body_id`, sql`e."on" - 1`)} || ' (ngành dọc)'
    from ${ended(bodies)} join duty d on d.line_body_id = e."bodyId" and ${lasts} join form f on f.id = d.form_id
    order by "bodyId", what`.execute(db)
  return rows
}

/** Periods that ended while it was there and are not settled: begun, sent, returned, or never begun and not closed. */
export async function entriesLeft(db: ReadDb, bodies: Ended): Promise<OpenThing[]> {
  const { rows } = await sql<OpenThing>`
    select case when en.id is null then 'duty' else 'entry' end as noun, coalesce(en.id, d.id) as id, e."bodyId",
      p.due_on as "dueOn", f.key || ' – ' || p.name || case when d.body_id = e."bodyId" then ''
        else ' – ' || ${nameOn(sql`d.body_id`, sql`p.ends_on`)} end as what
    from ${ended(bodies)} join duty d on e."bodyId" in (d.body_id, d.to_body_id)
    join form f on f.id = d.form_id join reporting_calendar c on c.id = f.calendar_id
    join period p on p.calendar_id = c.id and p.kind = c.entry_kind and p.ends_on < e."on"
      and p.ends_on between coalesce(d.valid_from, '-infinity') and coalesce(d.valid_to, 'infinity')
    join body_version b on b.body_id = d.body_id
      and p.ends_on between coalesce(b.valid_from, '-infinity') and coalesce(b.valid_to, 'infinity')
    left join entry en on en.duty_id = d.id and en.period_id = p.id
    where en.stage <> 'accepted' or (en.id is null and d.body_id = e."bodyId"
      and not exists (select from period_closing x where x.period_id = p.id and x.body_id = f.body_id))
    order by e."bodyId", p.due_on, what`.execute(db)
  return rows
}

/** Accepted entries: they stay with the body and the place that reported them. */
export async function acceptedBy(db: ReadDb, bodies: readonly BodyId[]): Promise<Map<BodyId, number>> {
  const { rows } = await sql<{ id: BodyId; n: number }>`select body_id as id, count(*)::int as n from entry
    where counted_id is not null and body_id = any(${bodies as BodyId[]}::int[]) group by body_id`.execute(db)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

export async function programmesLeft(db: ReadDb, bodies: Ended): Promise<OpenThing[]> {
  const { rows } = await sql<OpenThing>`select 'programme' as noun, p.id, e."bodyId", null as "dueOn",
      concat_ws(' – ', p.number, p.title, p.year::text) as what
    from ${ended(bodies)} join programme p on p.body_id = e."bodyId" and p.stage <> 'closed'
    order by e."bodyId", p.year, p.id`.execute(db)
  return rows
}

export async function programmesClosed(db: ReadDb, bodies: readonly BodyId[]): Promise<Map<BodyId, number>> {
  const { rows } = await sql<{ id: BodyId; n: number }>`select body_id as id, count(*)::int as n from programme
    where stage = 'closed' and body_id = any(${bodies as BodyId[]}::int[]) group by body_id`.execute(db)
  return new Map(rows.map(({ id, n }) => [id, n]))
}

export interface DutyLeft {
  id: Id<'duty'>
  formId: Id<'form'>
  bodyId: BodyId
  toBodyId: BodyId
  /** The organisation's own upper body, where it receives too. */
  lineBodyId: BodyId | null
  validFrom: Day | null
  validTo: Day | null
  on: Day
}

/** Each once, however many of the bodies that end on the day send or receive it. */
export async function lockDuties(tx: Tx, bodies: readonly BodyId[], on: Day): Promise<DutyLeft[]> {
  const these = sql`any(${bodies as BodyId[]}::int[])`
  const { rows } = await sql<DutyLeft>`select d.id, d.form_id as "formId", d.body_id as "bodyId",
      d.to_body_id as "toBodyId", d.line_body_id as "lineBodyId", d.valid_from as "validFrom", d.valid_to as "validTo",
      ${on}::date as "on"
    from duty d where (d.body_id = ${these} or d.to_body_id = ${these} or d.line_body_id = ${these})
      and (d.valid_to is null or d.valid_to >= ${on}::date)
    order by d.form_id, d.body_id, d.id for update`.execute(tx)
  return rows
}

/** The duty lasts until the day before; one that would only begin later falls away. */
export async function endDuty(tx: Tx, duty: DutyLeft): Promise<void> {
  if (duty.validFrom !== null && duty.validFrom >= duty.on)
    await tx.deleteFrom('duty').where('id', '=', duty.id).execute()
  else
    await tx
      .updateTable('duty')
      .set({ valid_to: addDays(duty.on, -1) })
      .where('id', '=', duty.id)
      .execute()
}

/** null when the body owes the form already in some of that time. */
export async function beginDuty(
  tx: Tx,
  duty: Pick<DutyLeft, 'formId' | 'bodyId' | 'toBodyId' | 'lineBodyId' | 'validTo'> & { validFrom: Day },
): Promise<Id<'duty'> | null> {
  const { rows } = await sql<{
    id: Id<'duty'>
  }>`insert into duty (form_id, body_id, to_body_id, line_body_id, valid_from, valid_to)
    select ${duty.formId}, ${duty.bodyId}, ${duty.toBodyId}, ${duty.lineBodyId}::int, ${duty.validFrom}::date, ${duty.validTo}::date
    where not exists (select from duty d where d.form_id = ${duty.formId} and d.body_id = ${duty.bodyId}
      and daterange(d.valid_from, d.valid_to, '[]') && daterange(${duty.validFrom}::date, ${duty.validTo}::date, '[]'))
    returning id`.execute(tx)
  return rows[0]?.id ?? null
}

/** Periods of the forms' calendars that are not over by the day: what they owe has changed. */
export async function periodsFrom(
  tx: Tx,
  forms: readonly Id<'form'>[] | null,
  day: Day,
): Promise<{ periodId: Id<'period'>; day: Day }[]> {
  const which = forms === null ? sql`true` : sql`f.id = any(${forms as Id<'form'>[]}::int[])`
  const { rows } = await sql<{ periodId: Id<'period'>; day: Day }>`select distinct p.id as "periodId", p.ends_on as day
    from form f join reporting_calendar c on c.id = f.calendar_id
    join period p on p.calendar_id = c.id and p.kind = c.entry_kind and p.ends_on >= ${day}::date
    where ${which} order by p.id`.execute(tx)
  return rows
}

/** Sums and standings kept for places that are no longer there on the last day of the period. */
export async function forgetEndedPlaces(tx: Tx, periodId: Id<'period'>, day: Day): Promise<void> {
  const gone = sql`period_id = ${periodId} and not exists (select from place_version v
    where v.place_id = kept.place_id and daterange(v.valid_from, v.valid_to, '[]') @> ${day}::date)`
  await sql`delete from rollup_cached kept where ${gone}`.execute(tx)
  await sql`delete from standing_cached kept where ${gone}`.execute(tx)
}

export async function formsOf(tx: Tx, bodyId: BodyId): Promise<Id<'form'>[]> {
  const rows = await tx.selectFrom('duty').select('form_id').distinct().where('body_id', '=', bodyId).execute()
  return rows.map((row) => row.form_id)
}
