// SQL of what was decided of a model: recognised at a level, looked at every year.
import { sql } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { ReviewClass } from './model.ts'
import { type By, type Tx } from './model.store.ts'

type ModelId = Id<'model'>

export interface Recognition {
  level: string
  levelName: string
  bodyId: Id<'body'>
  body: string
  decision: string
  on: Day
  signerPost: string
}

export async function recognitionsOf(db: ReadDb, id: ModelId): Promise<Recognition[]> {
  const { rows } =
    await sql<Recognition>`select r.level, l.name as "levelName", r.body_id as "bodyId", ${lastNameOf(sql`r.body_id`)} as body,
    r.decision, r.on_date as "on", r.signer_post as "signerPost"
    from model_recognition r join honour_level l on l.key = r.level where r.model_id = ${id} order by l.position`.execute(
      db,
    )
  return rows
}

/** false: recognised at this level already. */
export async function insertRecognition(
  tx: Tx,
  id: ModelId,
  made: {
    level: string
    bodyId: Id<'body'>
    decision: string
    on: Day
    signerPost: string
    by: Id<'person'> | null
    at: Date
  },
): Promise<boolean> {
  const { rows } =
    await sql`insert into model_recognition (model_id, level, body_id, decision, on_date, signer_post, at, by_person)
    values (${id}, ${made.level}, ${made.bodyId}, ${made.decision}, ${made.on}, ${made.signerPost}, ${made.at}, ${made.by})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

export async function updateRecognition(
  tx: Tx,
  id: ModelId,
  to: Pick<Recognition, 'level' | 'decision' | 'on' | 'signerPost'>,
): Promise<void> {
  await sql`update model_recognition set decision = ${to.decision}, on_date = ${to.on}, signer_post = ${to.signerPost}
    where model_id = ${id} and level = ${to.level}`.execute(tx)
}

export interface Review {
  year: number
  class: ReviewClass
  note: string
  body: string
  at: Date
}

export async function reviewsOf(db: ReadDb, id: ModelId): Promise<Review[]> {
  const { rows } = await sql<Review>`select r.year, r.class, r.note, ${lastNameOf(sql`r.body_id`)} as body, r.at
    from model_review r where r.model_id = ${id} order by r.year`.execute(db)
  return rows
}

/** Once a year; false: this year was reviewed already. */
export async function insertReview(
  tx: Tx,
  id: ModelId,
  made: By & { year: number; class: ReviewClass; note: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql`insert into model_review (model_id, year, class, note, body_id, person_id, at)
    values (${id}, ${made.year}, ${made.class}, ${made.note}, ${made.bodyId}, ${made.personId}, ${made.at})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

export async function updateReview(tx: Tx, id: ModelId, to: Pick<Review, 'year' | 'class' | 'note'>): Promise<void> {
  await sql`update model_review set class = ${to.class}, note = ${to.note}
    where model_id = ${id} and year = ${to.year}`.execute(tx)
}
