// SQL of what a nomination may be for: recognised models of these bodies, and the figures programmes count.
import { sql } from 'kysely'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'

export interface MeritChoices {
  models: { id: Id<'model'>; code: string; name: string; owner: string }[]
  indicators: { id: Id<'indicator'>; name: string }[]
}

export async function merits(db: ReadDb, bodies: readonly Id<'body'>[]): Promise<MeritChoices> {
  const models = await sql<MeritChoices['models'][number]>`select m.id, m.code, m.name,
    (select v.name from body_version v where v.body_id = m.owner_id order by v.valid_from desc nulls last limit 1) as owner
    from model m where m.owner_id = any(${bodies as Id<'body'>[]}::int[]) and m.first_recognised_on is not null
    order by m.year desc, m.name limit 500`.execute(db)
  const indicators = await sql<
    MeritChoices['indicators'][number]
  >`select id, name from indicator order by name`.execute(db)
  return { models: models.rows, indicators: indicators.rows }
}

/** How often a model was honoured by a decision that holds; for the page of the model. */
export async function honoursOfModel(
  db: ReadDb,
  model: Id<'model'>,
): Promise<{ code: string | null; form: string; body: string; on: string; number: string }[]> {
  const { rows } = await sql<{ code: string | null; form: string; body: string; on: string; number: string }>`select
    case when n.kind = 'collective' then n.code end as code,
    f.name as form, d.on_date as "on", d.number,
    (select v.name from body_version v where v.body_id = r.body_id order by v.valid_from desc nulls last limit 1) as body
    from nominee_merit e join nominee n on n.id = e.nominee_id join commendation_decision d on d.id = n.decision_id
    join commendation_round r on r.id = n.round_id join commendation_form f on f.id = r.form_id
    where e.model_id = ${model} and n.stage in ('decided', 'presented') order by d.on_date desc, n.id limit 50`.execute(
    db,
  )
  return rows
}
