// SQL of models: one whole, its life, resources, scores; and who may guide at a place.
import { sql, type Transaction } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Tables } from '../db/schema.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { searchKey } from '../shared/text.ts'
import type { Score } from '../criteria/criteria.ts'
import type { Kind, Model, Resource, Told, ToldEffect } from './model.ts'
import type { Move } from './model.moves.ts'
import { recount, showAnew } from './sums.store.ts'

export type Tx = Transaction<Tables>
type ModelId = Id<'model'>
export type By = { personId: Id<'person'> | null; bodyId: Id<'body'> | null }

const placeName = sql`(select v.full_name from place_version v where v.place_id = m.place_id
  order by v.valid_from desc nulls last limit 1)`

const models = sql`select m.id, m.code, m.kind, m.field, f.name as "fieldName", m.year, m.name, m.owner_id as "ownerId",
  ${lastNameOf(sql`m.owner_id`)} as "ownerName", m.place_id as "placeId", ${placeName} as "placeName", m.guide_id as "guideId",
  ${lastNameOf(sql`m.guide_id`)} as "guideName", m.leader_post as "leaderPost", m.contact, m.forces, m.problem, m.objective,
  m.content, m.expected, m.participants, m.beneficiaries, m.starts_on as "startsOn", m.ends_on as "endsOn",
  m.origin_id as "originId", m.changed, m.effect, m.effect_of as "effectOf", m.effect_unit as "effectUnit",
  m.effect_before::float8 as "effectBefore", m.effect_after::float8 as "effectAfter", m.effect_against as "effectAgainst",
  m.effect_before_evidence as "effectBeforeCited", m.effect_after_evidence as "effectAfterCited",
  m.stage, m.set_id as "setId", m.first_recognised_on as "firstRecognisedOn", m.ended_on as "endedOn", m.version,
  m.illustrative
  from model m join model_field f on f.key = m.field`

export async function modelOf(db: ReadDb, id: ModelId): Promise<Model | undefined> {
  return (await sql<Model>`${models} where m.id = ${id}`.execute(db)).rows[0]
}

/** For a move: two at once wait for each other. */
export async function lockModel(tx: Tx, id: ModelId): Promise<Model | undefined> {
  return (await sql<Model>`${models} where m.id = ${id} for no key update of m`.execute(tx)).rows[0]
}

const columns = (told: Told) => ({
  ...{ kind: told.kind, field: told.field, year: told.year, name: told.name, search_key: keyOf(told) },
  ...{ leader_post: told.leaderPost, contact: told.contact, forces: told.forces, problem: told.problem },
  ...{ objective: told.objective, content: told.content, expected: told.expected, changed: told.changed },
  ...{ participants: told.participants, beneficiaries: told.beneficiaries },
  ...{ starts_on: told.startsOn, ends_on: told.endsOn, ...effectColumns(told) },
})

const effectColumns = (told: ToldEffect) => ({
  ...{
    effect: told.effect,
    effect_of: told.effectOf,
    effect_unit: told.effectUnit,
    effect_against: told.effectAgainst,
  },
  ...{ effect_before: told.effectBefore, effect_after: told.effectAfter },
  ...{ effect_before_evidence: told.effectBeforeCited, effect_after_evidence: told.effectAfterCited },
})

const keyOf = ({ name, problem, content }: Pick<Told, 'name' | 'problem' | 'content'>) =>
  searchKey([name, problem, content].join(' ')).slice(0, 20_000)

/** All words, the last of them perhaps not typed to its end; without marks. */
export function queryOf(q: string): string | null {
  const words = searchKey(q)
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
    .slice(0, 12)
  return words.length === 0 ? null : words.map((word, i) => (i === words.length - 1 ? `${word}:*` : word)).join(' & ')
}

export interface NewModel {
  told: Told
  ownerId: Id<'body'>
  placeId: Id<'place'>
  guideId: Id<'body'>
  originId: ModelId | null
  illustrative: boolean
  by: Id<'person'> | null
  at: Date
}

/** “DVK-2026-000123”: the year it belongs to and a number of the whole system. */
export async function insertModel(tx: Tx, made: NewModel): Promise<{ id: ModelId; code: string }> {
  const { told, ownerId, placeId, guideId, originId, illustrative, by, at } = made
  const { id, code } = await tx
    .insertInto('model')
    .values({
      ...columns(told),
      code: sql`'DVK-' || ${told.year}::text || '-' || lpad(nextval('model_code')::text, 6, '0')`,
      ...{ owner_id: ownerId, place_id: placeId, guide_id: guideId, origin_id: originId, stage: 'draft' },
      ...{ illustrative, made_at: at, made_by: by },
    } as never)
    .returning(['id', 'code'])
    .executeTakeFirstOrThrow()
  return { id: id as ModelId, code: code as string }
}

/** A draft the same hand wrote word for word a moment ago: the button was pressed twice. Two at once wait for each other. */
export async function sameDraft(
  tx: Tx,
  of: Pick<NewModel, 'told' | 'ownerId' | 'guideId' | 'originId' | 'by'> & { since: Date },
): Promise<{ id: ModelId; code: string; version: number } | undefined> {
  await sql`select pg_advisory_xact_lock(4200045, ${of.ownerId}::int)`.execute(tx)
  const { name, field, year, problem, objective, content, expected } = of.told
  const { rows } = await sql<{ id: ModelId; code: string; version: number }>`select id, code, version from model
    where owner_id = ${of.ownerId} and guide_id = ${of.guideId} and origin_id is not distinct from ${of.originId}::int
      and stage = 'draft' and made_by is not distinct from ${of.by}::int and made_at >= ${of.since} and field = ${field}
      and year = ${year} and (name, problem, objective, content, expected)
        = (${name}, ${problem}, ${objective}, ${content}, ${expected}) order by id limit 1`.execute(tx)
  return rows[0]
}

export async function updateTold(tx: Tx, id: ModelId, told: Told): Promise<void> {
  await tx
    .updateTable('model')
    .set(columns(told) as object)
    .where('id', '=', id)
    .execute()
}

export async function updateEffect(tx: Tx, id: ModelId, effect: ToldEffect): Promise<void> {
  await tx
    .updateTable('model')
    .set(effectColumns(effect) as object)
    .where('id', '=', id)
    .execute()
}

interface Changes {
  stage?: string
  set_id?: Id<'criteria_set'>
  first_recognised_on?: Day
  ended_on?: Day
  guide_id?: Id<'body'>
}

/** Answers the new version. What is kept beside it follows in the same transaction. */
export async function updateModel(tx: Tx, id: ModelId, changes: Changes): Promise<number> {
  const { version } = await tx
    .updateTable('model')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }) as object)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  await recount(tx, id)
  await showAnew(tx, id)
  return version
}

export async function writeResources(tx: Tx, id: ModelId, resources: readonly Resource[]): Promise<void> {
  await tx.deleteFrom('model_resource').where('model_id', '=', id).execute()
  for (const [i, { kind, source, amount, note }] of resources.entries())
    await sql`insert into model_resource (model_id, no, kind, source, amount, note)
      values (${id}, ${i + 1}, ${kind}, ${source}, ${amount}, ${note})`.execute(tx)
}

export async function resourcesOf(db: ReadDb, id: ModelId): Promise<Resource[]> {
  const { rows } = await sql<Resource>`select kind, source, amount::float8, note from model_resource
    where model_id = ${id} order by no`.execute(db)
  return rows
}

export interface Act {
  no: number
  move: Move
  at: Date
  body: string | null
  person: string | null
  note: string
  facts: Record<string, unknown>
}

export async function actsOf(db: ReadDb, id: ModelId): Promise<Act[]> {
  const { rows } =
    await sql<Act>`select a.no, a.move, a.at, ${lastNameOf(sql`a.body_id`)} as body, p.name as person, a.note,
    a.facts from model_act a left join person p on p.id = a.person_id where a.model_id = ${id} order by a.no`.execute(
      db,
    )
  return rows
}

export async function insertAct(
  tx: Tx,
  id: ModelId,
  act: By & { move: Move; at: Date; note: string; facts: Record<string, unknown> },
): Promise<void> {
  await sql`insert into model_act (model_id, no, move, at, person_id, body_id, note, facts)
    select ${id}, coalesce(max(no), 0) + 1, ${act.move}, ${act.at}, ${act.personId}::int, ${act.bodyId}::int, ${act.note},
      ${JSON.stringify(act.facts)}::jsonb from model_act where model_id = ${id}`.execute(tx)
}

export type Round = 'self' | 'inspected' | 'final'

export interface GivenScore extends Score {
  round: Round
  /** What its body named to show for it; of others nothing. */
  evidence: Id<'model_evidence'>[]
}

export async function scoresOf(db: ReadDb, id: ModelId): Promise<GivenScore[]> {
  const { rows } = await sql<GivenScore>`select round, no, points::float8, met, note, evidence from model_score
    where model_id = ${id} order by round, no`.execute(db)
  return rows
}

export async function writeScores(
  tx: Tx,
  id: ModelId,
  round: Round,
  scores: readonly (Score & Partial<Pick<GivenScore, 'evidence'>>)[],
): Promise<void> {
  await sql`delete from model_score where model_id = ${id} and round = ${round}`.execute(tx)
  for (const { no, points, met, note, evidence = [] } of scores)
    await sql`insert into model_score (model_id, round, no, points, met, note, evidence)
      values (${id}, ${round}, ${no}, ${points}, ${met}, ${note}, ${evidence}::int[])`.execute(tx)
}

/** An improvement asked for begins the scoring anew; what was inspected stays in the inspections. */
export async function dropScores(tx: Tx, id: ModelId, rounds: readonly Round[]): Promise<void> {
  await sql`delete from model_score where model_id = ${id} and round = any(${rounds as Round[]}::text[])`.execute(tx)
}

export async function fieldsOf(db: ReadDb, day: Day): Promise<{ key: string; name: string }[]> {
  const { rows } = await sql<{ key: string; name: string }>`select key, name from model_field
    where since <= ${day}::date and (until is null or until >= ${day}::date) order by position`.execute(db)
  return rows
}

export interface Guide {
  id: Id<'body'>
  name: string
}

/** Who leads the mobilisation work at these places on the day, the nearest place first. */
export async function guidesAt(db: ReadDb, places: readonly Id<'place'>[], day: Day): Promise<Guide[]> {
  const at = sql`array_position(${places as Id<'place'>[]}::int[], v.place_id)`
  const { rows } = await sql<Guide>`select v.body_id as id, v.name from body_function f
    join body_version v on v.body_id = f.body_id and daterange(v.valid_from, v.valid_to, '[]') @> ${day}::date
    where f.function = 'massMobilisation' and daterange(f.valid_from, f.valid_to, '[]') @> ${day}::date
      and ${at} is not null order by ${at}, v.body_id`.execute(db)
  return rows
}

export interface Alike {
  id: ModelId
  code: string
  name: string
  owner: string
  year: number
  stage: string
}

/** The same name but for marks, case and what stands between the words, of the same owner or the same year at the place; whatever became of it. */
export async function sameName(
  db: ReadDb,
  of: { name: string; ownerId: Id<'body'>; placeId: Id<'place'>; year: number; not: ModelId | null },
): Promise<Alike[]> {
  const { rows } =
    await sql<Alike>`select m.id, m.code, m.name, ${lastNameOf(sql`m.owner_id`)} as owner, m.year, m.stage
    from model m where (m.owner_id = ${of.ownerId} or (m.place_id = ${of.placeId} and m.year = ${of.year}))
      and m.stage <> 'withdrawn' and m.id is distinct from ${of.not}::int order by m.id desc limit 500`.execute(db)
  const wanted = searchKey(of.name)
  return rows.filter(({ name }) => searchKey(name) === wanted)
}

export type { Kind }
