// SQL of evidence: what lies there now, and what lay there at each inspection.
import { sql } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { EvidenceKind } from './model.ts'
import type { Tx } from './model.store.ts'

export interface Evidence {
  id: Id<'model_evidence'>
  kind: EvidenceKind
  title: string
  on: Day
  name: string
  mediaType: string
  bytes: number | null
  /** null: a figure. */
  sha256: string | null
  cleanSha256: string | null
  indicatorId: Id<'indicator'> | null
  indicator: string | null
  figure: string
  /** The figure a body reported, by its name, and the fraction it was then; null: typed. */
  cites: string | null
  citedNumerator: number | null
  citedDenominator: number | null
  mayShow: boolean
}

const evidence = sql`select e.id, e.kind, e.title, e.on_date as "on", e.name, e.media_type as "mediaType", e.bytes, e.sha256,
  e.clean_sha256 as "cleanSha256", e.indicator_id as "indicatorId", i.name as indicator, e.figure, e.may_show as "mayShow",
  e.cites, e.cited_numerator::float8 as "citedNumerator", e.cited_denominator::float8 as "citedDenominator"
  from model_evidence e left join indicator i on i.id = e.indicator_id`

export async function evidenceOf(db: ReadDb, id: Id<'model'>): Promise<Evidence[]> {
  return (await sql<Evidence>`${evidence} where e.model_id = ${id} and e.removed_at is null order by e.id`.execute(db))
    .rows
}

export interface NewEvidence extends Omit<Evidence, 'id' | 'indicator'> {
  by: Id<'person'> | null
  at: Date
}

export async function insertEvidence(tx: Tx, id: Id<'model'>, made: NewEvidence): Promise<Id<'model_evidence'>> {
  const { rows } = await sql<{ id: Id<'model_evidence'> }>`insert into model_evidence
    (model_id, kind, title, on_date, name, media_type, bytes, sha256, clean_sha256, indicator_id, figure, cites,
      cited_numerator, cited_denominator, may_show, added_at, added_by)
    values (${id}, ${made.kind}, ${made.title}, ${made.on}, ${made.name}, ${made.mediaType}, ${made.bytes}, ${made.sha256},
      ${made.cleanSha256}, ${made.indicatorId}, ${made.figure}, ${made.cites},
      ${made.citedNumerator}, ${made.citedDenominator}, ${made.mayShow}, ${made.at}, ${made.by}) returning id`.execute(
    tx,
  )
  return rows[0]!.id
}

/** false: it is not there, or was taken out before. */
export async function removeEvidence(
  tx: Tx,
  of: { id: Id<'model'>; evidence: Id<'model_evidence'>; at: Date },
): Promise<boolean> {
  const { rows } = await sql`update model_evidence set removed_at = ${of.at}, may_show = false
    where id = ${of.evidence} and model_id = ${of.id} and removed_at is null returning 1`.execute(tx)
  return rows.length > 0
}

export interface Inspection {
  no: number
  on: Day
  body: string
  team: string
  minutes: string
  /** As it lay there on the day. */
  evidence: { id: number; sha256: string | null; figure: string }[]
}

export async function inspectionsOf(db: ReadDb, id: Id<'model'>): Promise<Inspection[]> {
  const { rows } = await sql<Inspection>`select n.no, n.on_date as "on", n.team, n.minutes, n.evidence,
    ${lastNameOf(sql`n.body_id`)} as body
    from model_inspection n where n.model_id = ${id} order by n.no`.execute(db)
  return rows
}

export async function insertInspection(
  tx: Tx,
  id: Id<'model'>,
  made: Omit<Inspection, 'no' | 'body'> & { bodyId: Id<'body'>; personId: Id<'person'> | null; at: Date },
): Promise<void> {
  await sql`insert into model_inspection (model_id, no, on_date, body_id, person_id, team, minutes, evidence, at)
    select ${id}, coalesce(max(no), 0) + 1, ${made.on}, ${made.bodyId}, ${made.personId}, ${made.team}, ${made.minutes},
      ${JSON.stringify(made.evidence)}::jsonb, ${made.at} from model_inspection where model_id = ${id}`.execute(tx)
}

export async function indicatorsKnown(db: ReadDb): Promise<{ id: Id<'indicator'>; name: string }[]> {
  return db.selectFrom('indicator').select(['id', 'name']).orderBy('name').execute()
}

export async function indicatorOf(db: ReadDb, key: string): Promise<Id<'indicator'> | null> {
  const row = await db.selectFrom('indicator').select('id').where('key', '=', key).executeTakeFirst()
  return row?.id ?? null
}
