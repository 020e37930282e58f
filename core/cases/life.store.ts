// SQL about the life of a submission: its moves as they are told, answers, ratings, messages and notes.
import { sql } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Move } from './submission.moves.ts'
import type { Tx } from './submission.store.ts'

type SubmissionId = Id<'submission'>
type By = { personId: Id<'person'> | null; bodyId: Id<'body'> | null }

export interface Act {
  no: number
  move: Move | 'receive' | 'limitMoved'
  at: Date
  bodyId: Id<'body'> | null
  bodyName: string | null
  personId: Id<'person'> | null
  personName: string | null
  note: string
  facts: Record<string, unknown>
}

const bodyName = sql`${lastNameOf(sql`x.body_id`)}`

export async function actsOf(db: ReadDb, id: SubmissionId): Promise<Act[]> {
  const { rows } = await sql<Act>`
    select x.no, x.move, x.at, x.body_id as "bodyId", ${bodyName} as "bodyName",
      x.person_id as "personId", p.name as "personName", x.note, x.facts
    from submission_act x left join person p on p.id = x.person_id where x.submission_id = ${id} order by x.no`.execute(
    db,
  )
  return rows
}

export async function insertAct(
  tx: Tx,
  id: SubmissionId,
  act: By & { move: Act['move']; at: Date; note: string; facts: Record<string, unknown> },
): Promise<void> {
  await sql`insert into submission_act (submission_id, no, move, at, person_id, body_id, note, facts)
    select ${id}, coalesce(max(no), 0) + 1, ${act.move}, ${act.at}, ${act.personId}::int, ${act.bodyId}::int, ${act.note},
      ${JSON.stringify(act.facts)}::jsonb
    from submission_act where submission_id = ${id}`.execute(tx)
}

export interface Answer {
  no: number
  text: string
  document: string
  bodyId: Id<'body'>
  bodyName: string
  at: Date
  /** null: not rated. */
  stars: number | null
}

export async function answersOf(db: ReadDb, id: SubmissionId): Promise<Answer[]> {
  const { rows } = await sql<Answer>`
    select x.no, x.text, x.document, x.body_id as "bodyId", ${bodyName} as "bodyName", x.at, r.stars
    from submission_answer x left join submission_rating r on r.submission_id = x.submission_id and r.answer_no = x.no
    where x.submission_id = ${id} order by x.no`.execute(db)
  return rows
}

export async function insertAnswer(
  tx: Tx,
  id: SubmissionId,
  answer: By & { text: string; document: string; at: Date },
): Promise<number> {
  const { rows } = await sql<{ no: number }>`
    insert into submission_answer (submission_id, no, text, document, body_id, person_id, at)
    select ${id}, coalesce(max(no), 0) + 1, ${answer.text}, ${answer.document}, ${answer.bodyId}::int,
      ${answer.personId}::int, ${answer.at}
    from submission_answer where submission_id = ${id} returning no`.execute(tx)
  return rows[0]!.no
}

export async function ratingsOf(
  db: ReadDb,
  id: SubmissionId,
): Promise<{ answer: number; bodyId: Id<'body'>; stars: number; why: string }[]> {
  const rows = db
    .selectFrom('submission_rating as r')
    .innerJoin('submission_answer as a', (on) =>
      on.onRef('a.submission_id', '=', 'r.submission_id').onRef('a.no', '=', 'r.answer_no'),
    )
    .select(['r.answer_no as answer', 'a.body_id as bodyId', 'r.stars', 'r.why'])
  return rows.where('r.submission_id', '=', id).orderBy('r.answer_no').execute()
}

/** false: this answer was rated already. */
export async function insertRating(
  tx: Tx,
  id: SubmissionId,
  rating: { answer: number; stars: number; why: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql`insert into submission_rating (submission_id, answer_no, stars, why, at)
    values (${id}, ${rating.answer}, ${rating.stars}, ${rating.why}, ${rating.at})
    on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

export interface Message {
  no: number
  fromSender: boolean
  text: string
  at: Date
}

export async function messagesOf(db: ReadDb, id: SubmissionId): Promise<Message[]> {
  const rows = db.selectFrom('submission_message').select(['no', 'from_sender as fromSender', 'text', 'at'])
  return rows.where('submission_id', '=', id).orderBy('no').execute()
}

export async function insertMessage(
  tx: Tx,
  id: SubmissionId,
  message: { fromSender: boolean; text: string; personId: Id<'person'> | null; at: Date },
): Promise<void> {
  await sql`insert into submission_message (submission_id, no, from_sender, text, person_id, at)
    select ${id}, coalesce(max(no), 0) + 1, ${message.fromSender}, ${message.text}, ${message.personId}::int, ${message.at}
    from submission_message where submission_id = ${id}`.execute(tx)
}

export interface Note {
  id: number
  text: string
  bodyName: string | null
  personName: string | null
  at: Date
}

export async function notesOf(db: ReadDb, id: SubmissionId): Promise<Note[]> {
  const { rows } = await sql<Note>`
    select x.id, x.text, ${bodyName} as "bodyName", p.name as "personName", x.at
    from submission_note x left join person p on p.id = x.person_id where x.submission_id = ${id} order by x.id`.execute(
    db,
  )
  return rows
}

export async function insertNote(tx: Tx, id: SubmissionId, note: By & { text: string; at: Date }): Promise<number> {
  const { rows } = await sql<{ id: number }>`insert into submission_note (submission_id, text, body_id, person_id, at)
    values (${id}, ${note.text}, ${note.bodyId}, ${note.personId}, ${note.at}) returning id`.execute(tx)
  return rows[0]!.id
}
