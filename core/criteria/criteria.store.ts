// SQL of criteria sets: the newest version in force, its own place before everybody's; and how one is written.
import { sql } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { CriteriaSet, Purpose, UnitKind } from './criteria.ts'

export type Tx = Transaction<Tables>

const sets = sql`select s.id, s.key, s.no, s.purpose, s.of_kind as "ofKind", s.level, s.name, s.body_id as "bodyId",
  ${lastNameOf(sql`s.body_id`)} as body,
  s.valid_from as "validFrom", s.valid_to as "validTo", s.basis, s.confidence,
  (select coalesce(json_agg(json_build_object('no', c.no, 'text', c.text, 'guidance', c.guidance, 'most', c.most::float8,
      'evidence', c.evidence, 'knockOut', c.knock_out) order by c.no), '[]')
    from criterion c where c.set_id = s.id) as criteria,
  (select coalesce(json_agg(json_build_object('no', k.no, 'name', k.name, 'least', k.least::float8, 'passes', k.passes)
      order by k.no), '[]') from criteria_class k where k.set_id = s.id) as classes
  from criteria_set s`

export async function setOf(db: ReadDb, id: Id<'criteria_set'>): Promise<CriteriaSet | undefined> {
  return (await sql<CriteriaSet>`${sets} where s.id = ${id}`.execute(db)).rows[0]
}

/** All versions, newest first within a key. */
export async function allSets(db: ReadDb): Promise<CriteriaSet[]> {
  return (
    await sql<CriteriaSet>`${sets} order by s.purpose, s.of_kind, s.body_id nulls first, s.key, s.no desc`.execute(db)
  ).rows
}

const inForce = (day: Day) => sql`s.valid_from <= ${day}::date and (s.valid_to is null or s.valid_to >= ${day}::date)`

/** In force on the day for these bodies, the nearest first; of a key only its newest version. */
export async function setFor(
  db: ReadDb,
  wanted: { purpose: Purpose; ofKind: UnitKind; level: string | null; day: Day; bodies: readonly Id<'body'>[] },
): Promise<CriteriaSet | undefined> {
  const { purpose, ofKind, level, day, bodies } = wanted
  const near = sql`array_position(${bodies as Id<'body'>[]}::int[], s.body_id)`
  const { rows } = await sql<CriteriaSet>`${sets}
    where s.purpose = ${purpose} and s.of_kind in ('', ${ofKind}) and ${inForce(day)}
      and (s.level is null or s.level = ${level}::text)
      and (s.body_id is null or ${near} is not null)
      and not exists (select from criteria_set n where n.key = s.key and n.no > s.no and n.valid_from <= ${day}::date)
    order by ${near} nulls last, s.of_kind desc, s.level nulls last, s.valid_from desc, s.id desc limit 1`.execute(db)
  return rows[0]
}

export async function newestOf(db: ReadDb, key: string): Promise<CriteriaSet | undefined> {
  return (await sql<CriteriaSet>`${sets} where s.key = ${key} order by s.no desc limit 1`.execute(db)).rows[0]
}

/** The first free one of “model.b12”, “model.b12.2” … */
export async function freeKey(db: ReadDb, stem: string): Promise<string> {
  const rows = db.selectFrom('criteria_set').select('key').where('key', 'like', `${stem}%`)
  const taken = new Set((await rows.execute()).map(({ key }) => key))
  for (let no = 1; ; no++) {
    const key = no === 1 ? stem : `${stem}.${no}`
    if (!taken.has(key)) return key
  }
}

export interface NewSet extends Omit<CriteriaSet, 'id' | 'body'> {
  shipped: boolean
  by: Id<'person'> | null
  at: Date
}

/** Answers null when somebody else has written this version of the key at the same time. */
export async function insertSet(tx: Tx, made: NewSet): Promise<Id<'criteria_set'> | null> {
  const { rows } = await sql<{ id: Id<'criteria_set'> }>`insert into criteria_set
    (key, no, purpose, of_kind, level, name, body_id, valid_from, valid_to, basis, confidence, shipped, made_at, made_by)
    values (${made.key}, ${made.no}, ${made.purpose}, ${made.ofKind}, ${made.level}, ${made.name}, ${made.bodyId}, ${made.validFrom},
      ${made.validTo}, ${made.basis}, ${made.confidence}, ${made.shipped}, ${made.at}, ${made.by})
    on conflict (key, no) do nothing returning id`.execute(tx)
  const id = rows[0]?.id
  if (id === undefined) return null
  for (const { no, text, guidance, most, evidence, knockOut } of made.criteria)
    await sql`insert into criterion (set_id, no, text, guidance, most, evidence, knock_out)
      values (${id}, ${no}, ${text}, ${guidance}, ${most}, ${evidence}, ${knockOut})`.execute(tx)
  for (const { no, name, least, passes } of made.classes)
    await sql`insert into criteria_class (set_id, no, name, least, passes)
      values (${id}, ${no}, ${name}, ${least}, ${passes})`.execute(tx)
  return id
}

export async function endSet(tx: Tx, id: Id<'criteria_set'>, validTo: Day): Promise<void> {
  await sql`update criteria_set set valid_to = ${validTo} where id = ${id}`.execute(tx)
}

/** Levels of honour and fields of models, as data with their days. */
export interface HonourLevel {
  key: string
  name: string
  position: number
  below: string | null
  since: Day
  until: Day | null
}

export async function levelsOf(db: ReadDb): Promise<HonourLevel[]> {
  const rows = db.selectFrom('honour_level').select(['key', 'name', 'position', 'below', 'since', 'until'])
  return rows.orderBy('position').execute()
}
