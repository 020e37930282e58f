// SQL of signed decisions, the book of an awarding body, and what a decision honoured.
import { sql } from 'kysely'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Tx } from './form.store.ts'

type DecisionId = Id<'commendation_decision'>

export interface Decision {
  id: DecisionId
  roundId: Id<'commendation_round'>
  number: string
  on: Day
  signerPost: string
}

export async function decisionOf(db: ReadDb, id: DecisionId): Promise<Decision | undefined> {
  const { rows } = await sql<Decision>`select id, round_id as "roundId", number, on_date as "on",
    signer_post as "signerPost" from commendation_decision where id = ${id}`.execute(db)
  return rows[0]
}

export async function decisionsOf(db: ReadDb, round: Id<'commendation_round'>): Promise<Decision[]> {
  const { rows } = await sql<Decision>`select id, round_id as "roundId", number, on_date as "on",
    signer_post as "signerPost" from commendation_decision where round_id = ${round} order by on_date, id`.execute(db)
  return rows
}

/** Decisions wait for each other: two at once must not honour one achievement twice, nor give one line of the book twice. */
export async function oneAtATime(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('commendation decision'))`.execute(tx)
}

/** null: this round has a decision of this number. */
export async function insertDecision(
  tx: Tx,
  made: Omit<Decision, 'id'> & { by: Id<'person'> | null; at: Date },
): Promise<DecisionId | null> {
  const { rows } = await sql<{ id: DecisionId }>`insert into commendation_decision
    (round_id, number, on_date, signer_post, at, by_person)
    values (${made.roundId}, ${made.number}, ${made.on}, ${made.signerPost}, ${made.at}, ${made.by})
    on conflict do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

/** The last line of the book of this body in this year; 0: none yet. */
export async function lastInBook(db: ReadDb, body: Id<'body'>, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`select coalesce(max(book_no), 0) as last from nominee
    where book_id = ${body} and book_year = ${year}`.execute(db)
  return rows[0]!.last
}

/** Of these words, those that a decision of the awarding body bears already in that year, whatever the round. */
export async function numberTaken(
  db: ReadDb,
  of: { bodyId: Id<'body'>; number: string; year: number },
): Promise<boolean> {
  const { rows } = await sql`select 1 from commendation_decision d join commendation_round r on r.id = d.round_id
    where r.body_id = ${of.bodyId} and d.number = ${of.number} and extract(year from d.on_date) = ${of.year} limit 1`.execute(
    db,
  )
  return rows.length > 0
}
