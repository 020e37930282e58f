// SQL about reviews of a roll: noted once; one noted by mistake is taken back and stays with that mark.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

export interface Review {
  id: Id<'roll_review'>
  bodyId: Id<'body'>
  on: Day
  document: string
  by: string | null
  at: Date
  withdrawn: boolean
}

const reviews = sql`
  select r.id, r.body_id as "bodyId", r.reviewed_on as "on", r.document, p.name as by, r.noted_at as at,
         r.withdrawn_at is not null as withdrawn
  from roll_review r left join person p on p.id = r.noted_by`

export async function reviewsOf(db: ReadDb, bodyId: Id<'body'>): Promise<Review[]> {
  const found = await sql<Review>`${reviews} where r.body_id = ${bodyId}
    order by r.reviewed_on desc, r.id desc`.execute(db)
  return found.rows
}

export async function lockReview(tx: Transaction<Tables>, id: Id<'roll_review'>): Promise<Review | null> {
  return (await sql<Review>`${reviews} where r.id = ${id} for update of r`.execute(tx)).rows[0] ?? null
}

/** One review a body, day and document: sent twice it is done once. */
export async function insertReview(
  tx: Transaction<Tables>,
  made: { bodyId: Id<'body'>; on: Day; document: string; by: Id<'person'> | null; now: Date },
): Promise<{ id: Id<'roll_review'>; fresh: boolean }> {
  await sql`select pg_advisory_xact_lock(4200017, ${made.bodyId})`.execute(tx)
  const same = await sql<{ id: Id<'roll_review'> }>`
    select id from roll_review where body_id = ${made.bodyId} and reviewed_on = ${made.on}::date
      and document = ${made.document} and withdrawn_at is null limit 1`.execute(tx)
  if (same.rows[0]) return { id: same.rows[0].id, fresh: false }
  const { id } = await tx
    .insertInto('roll_review')
    .values({
      body_id: made.bodyId,
      reviewed_on: made.on,
      document: made.document,
      noted_by: made.by,
      noted_at: made.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, fresh: true }
}

export async function withdrawReview(
  tx: Transaction<Tables>,
  at: { id: Id<'roll_review'>; by: Id<'person'> | null; now: Date },
): Promise<void> {
  await tx
    .updateTable('roll_review')
    .set({ withdrawn_by: at.by, withdrawn_at: at.now })
    .where('id', '=', at.id)
    .execute()
}

/** Bodies to which this one sends forms, in one line or the other. */
export async function receiversOf(db: ReadDb, bodyId: Id<'body'>): Promise<Id<'body'>[]> {
  const found = await sql<{ id: Id<'body'> }>`
    select to_body_id as id from duty where body_id = ${bodyId}
    union select line_body_id from duty where body_id = ${bodyId} and line_body_id is not null`.execute(db)
  return found.rows.map((row) => row.id)
}
