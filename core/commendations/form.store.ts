// SQL of the forms: the newest version in force for an awarding body, and how one is written.
import { sql, type Transaction } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Tables } from '../db/schema.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Form } from './commendation.ts'

export type Tx = Transaction<Tables>
type FormId = Id<'commendation_form'>

const forms = sql`select f.id, f.key, f.root, f.no, f.kind, f.name, f.level, f.body_id as "bodyId", f.organisations, f.honours,
  f.valid_from as "validFrom", f.valid_to as "validTo", f.waiting_years as "waitingYears", f.once,
  f.quota_collectives as "quotaCollectives", f.quota_persons as "quotaPersons", f.direct_percent as "directPercent",
  f.comment_days as "commentDays", f.confirmation, f.ballot, f.quorum_percent as "quorumPercent", f.majority_percent as "majorityPercent",
  f.majority_over as "majorityOver", f.majority_of as "majorityOf", f.basis, f.confidence, f.doubts
  from commendation_form f`

export async function formOf(db: ReadDb, id: FormId): Promise<Form | undefined> {
  return (await sql<Form>`${forms} where f.id = ${id}`.execute(db)).rows[0]
}

export async function newestOf(db: ReadDb, key: string): Promise<Form | undefined> {
  return (await sql<Form>`${forms} where f.key = ${key} order by f.no desc limit 1`.execute(db)).rows[0]
}

export interface ShownForm extends Form {
  /** The body that wrote it; null: shipped, for everybody. */
  body: string | null
  /** Rounds that keep this version. */
  rounds: number
}

/** All versions, newest first within a key; or those of one key. */
export async function allForms(db: ReadDb, key: string | null = null): Promise<ShownForm[]> {
  const { rows } =
    await sql<ShownForm>`select f.*, case when f."bodyId" is not null then ${lastNameOf(sql`f."bodyId"`)} end as body,
      (select count(*)::int from commendation_round r where r.form_id = f.id) as rounds
    from (${forms}) f join honour_level l on l.key = f.level
    where ${key}::text is null or f.key = ${key}
    order by l.position, f."bodyId" nulls first, f.key, f.no desc`.execute(db)
  return rows
}

/** The first free one of “giayKhen.b12”, “giayKhen.b12.2” … */
export async function freeKey(db: ReadDb, stem: string): Promise<string> {
  const rows = db.selectFrom('commendation_form').select('key').where('key', 'like', `${stem}%`)
  const taken = new Set((await rows.execute()).map(({ key }) => key))
  for (let no = 1; ; no++) {
    const key = no === 1 ? stem : `${stem}.${no}`
    if (!taken.has(key)) return key
  }
}

export interface Awarding {
  organisation: string
  /** Of the place of the awarding body; the country is the central level. */
  level: string
  /** The awarding body and those above it. */
  bodies: readonly Id<'body'>[]
  day: Day
}

/** What this body may award on the day; of a key only its newest version. */
export async function formsFor(db: ReadDb, { organisation, level, bodies, day }: Awarding): Promise<Form[]> {
  const { rows } = await sql<Form>`${forms}
    where ${organisation} = any(f.organisations) and f.level = ${level}
      and f.valid_from <= ${day}::date and (f.valid_to is null or f.valid_to >= ${day}::date)
      and (f.body_id is null or f.body_id = any(${bodies as Id<'body'>[]}::int[]))
      and not exists (select from commendation_form n where n.key = f.key and n.no > f.no and n.valid_from <= ${day}::date)
    order by f.body_id nulls last, f.key`.execute(db)
  return rows
}

export interface NewForm extends Omit<Form, 'id'> {
  shipped: boolean
  by: Id<'person'> | null
  at: Date
}

/** Answers null when somebody else has written this version of the key at the same time. */
export async function insertForm(tx: Tx, made: NewForm): Promise<FormId | null> {
  const row = await tx
    .insertInto('commendation_form')
    .values({
      ...{
        key: made.key,
        root: made.root,
        no: made.no,
        kind: made.kind,
        name: made.name,
        level: made.level,
        body_id: made.bodyId,
      },
      ...{ organisations: made.organisations, honours: made.honours, valid_from: made.validFrom },
      ...{ valid_to: made.validTo, waiting_years: made.waitingYears, once: made.once },
      ...{ quota_collectives: made.quotaCollectives, quota_persons: made.quotaPersons },
      ...{ direct_percent: made.directPercent, comment_days: made.commentDays, ballot: made.ballot },
      ...{ confirmation: made.confirmation },
      ...{ quorum_percent: made.quorumPercent, majority_percent: made.majorityPercent },
      ...{ majority_over: made.majorityOver, majority_of: made.majorityOf, basis: made.basis },
      ...{ confidence: made.confidence, doubts: made.doubts, shipped: made.shipped },
      ...{ made_at: made.at, made_by: made.by },
    } as never)
    .onConflict((on) => on.columns(['key', 'no']).doNothing())
    .returning('id')
    .executeTakeFirst()
  return (row?.id as FormId | undefined) ?? null
}
