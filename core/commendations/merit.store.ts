// SQL of merit: what a nomination is for, what it may be for, and how often a model was honoured.
import { sql } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Merit } from './commendation.ts'
import type { Tx } from './form.store.ts'

type NomineeId = Id<'nominee'>

export interface MeritLine extends Merit {
  /** What it is linked to, as it is called now; empty for words. */
  of: string
}

export async function meritsOf(db: ReadDb, id: NomineeId): Promise<MeritLine[]> {
  const { rows } = await sql<MeritLine>`select e.kind, e.model_id as "modelId", e.indicator_id as "indicatorId", e.text,
    e.period_id as "periodId", e.cites, e.year,
    coalesce(m.code || ' ' || m.name || ' · ' || ${lastNameOf(sql`m.owner_id`)}, i.name, '') as of from nominee_merit e left join model m on m.id = e.model_id
    left join indicator i on i.id = e.indicator_id where e.nominee_id = ${id} order by e.no`.execute(db)
  return rows
}

export async function writeMerits(tx: Tx, id: NomineeId, merits: readonly Merit[]): Promise<void> {
  await sql`delete from nominee_merit where nominee_id = ${id}`.execute(tx)
  for (const [i, { kind, modelId, indicatorId, text, periodId, cites, year }] of merits.entries())
    await sql`insert into nominee_merit (nominee_id, no, kind, model_id, indicator_id, text, period_id, cites, year)
      values (${id}, ${i + 1}, ${kind}, ${modelId}, ${indicatorId}, ${text}, ${periodId}, ${cites}, ${year})`.execute(
      tx,
    )
}

/** Of these, those that can be named as merit: models that were recognised, figures that are there. */
export async function meritsKnown(
  db: ReadDb,
  merits: readonly Merit[],
): Promise<{ models: number[]; indicators: number[] }> {
  const ids = (of: (number | null)[]) => of.filter((id) => id !== null)
  const { rows } = await sql<{ models: number[]; indicators: number[] }>`select
    array(select id from model where id = any(${ids(merits.map((one) => one.modelId))}::int[])
      and first_recognised_on is not null) as models,
    array(select id from indicator where id = any(${ids(merits.map((one) => one.indicatorId))}::int[])) as indicators`.execute(
    db,
  )
  return rows[0]!
}

export async function indicatorKey(db: ReadDb, id: Id<'indicator'>): Promise<string | null> {
  const { rows } = await sql<{ key: string }>`select key from indicator where id = ${id}`.execute(db)
  return rows[0]?.key ?? null
}

export interface MeritChoices {
  models: { id: Id<'model'>; code: string; name: string; owner: string }[]
  indicators: { id: Id<'indicator'>; name: string }[]
  /** For which something of these bodies counts, the newest first. */
  periods: { id: Id<'period'>; name: string }[]
}

export async function merits(db: ReadDb, bodies: readonly Id<'body'>[]): Promise<MeritChoices> {
  const models = await sql<MeritChoices['models'][number]>`select m.id, m.code, m.name,
    ${lastNameOf(sql`m.owner_id`)} as owner
    from model m where m.owner_id = any(${bodies as Id<'body'>[]}::int[]) and m.first_recognised_on is not null
    order by m.year desc, m.name limit 500`.execute(db)
  const indicators = await sql<
    MeritChoices['indicators'][number]
  >`select id, name from indicator order by name`.execute(db)
  const periods = await sql<MeritChoices['periods'][number]>`select p.id, p.name || ' (' || c.name || ')' as name
    from period p join reporting_calendar c on c.id = p.calendar_id where exists (select from entry e
      where e.period_id = p.id and e.body_id = any(${bodies as Id<'body'>[]}::int[]) and e.counted_id is not null)
    order by p.ends_on desc, p.id limit 40`.execute(db)
  return { models: models.rows, indicators: indicators.rows, periods: periods.rows }
}

/** How often a model was honoured by a decision that holds; for the page of the model. */
export async function honoursOfModel(
  db: ReadDb,
  model: Id<'model'>,
): Promise<{ code: string | null; form: string; body: string; on: string; number: string }[]> {
  const { rows } = await sql<{ code: string | null; form: string; body: string; on: string; number: string }>`select
    case when n.kind = 'collective' then n.code end as code,
    f.name as form, d.on_date as "on", d.number,
    ${lastNameOf(sql`r.body_id`)} as body
    from nominee_merit e join nominee n on n.id = e.nominee_id join commendation_decision d on d.id = n.decision_id
    join commendation_round r on r.id = n.round_id join commendation_form f on f.id = r.form_id
    where e.model_id = ${model} and n.stage in ('decided', 'presented') order by d.on_date desc, n.id limit 50`.execute(
    db,
  )
  return rows
}
