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
  version: number
}

const decisions = sql`select id, round_id as "roundId", number, on_date as "on", signer_post as "signerPost", version
  from commendation_decision`

export async function decisionOf(db: ReadDb, id: DecisionId): Promise<Decision | undefined> {
  const { rows } = await sql<Decision>`${decisions} where id = ${id}`.execute(db)
  return rows[0]
}

export async function decisionsOf(db: ReadDb, round: Id<'commendation_round'>): Promise<Decision[]> {
  const { rows } = await sql<Decision>`${decisions} where round_id = ${round} order by on_date, id`.execute(db)
  return rows
}

/** Decisions wait for each other: two at once must not honour one achievement twice, nor give one line of the book twice. */
export async function oneAtATime(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('commendation decision'))`.execute(tx)
}

export async function insertDecision(
  tx: Tx,
  made: Omit<Decision, 'id' | 'version'> & { by: Id<'person'> | null; at: Date },
): Promise<DecisionId> {
  const { rows } = await sql<{ id: DecisionId }>`insert into commendation_decision
    (round_id, number, on_date, signer_post, at, by_person)
    values (${made.roundId}, ${made.number}, ${made.on}, ${made.signerPost}, ${made.at}, ${made.by})
    returning id`.execute(tx)
  return rows[0]!.id
}

/** The next line of the book of this body in this year. A line is given once, whatever becomes of who got it. */
export async function nextInBook(tx: Tx, body: Id<'body'>, year: number): Promise<number> {
  const { rows } = await sql<{ last: number }>`insert into commendation_book (body_id, year, last)
    values (${body}, ${year}, 1) on conflict (body_id, year) do update set last = commendation_book.last + 1
    returning last`.execute(tx)
  return rows[0]!.last
}

/** Of these words, those that a decision of the awarding body bears already in that year, whatever the round. */
export async function numberTaken(
  db: ReadDb,
  of: { bodyId: Id<'body'>; number: string; year: number; not?: DecisionId },
): Promise<boolean> {
  const { rows } = await sql`select 1 from commendation_decision d join commendation_round r on r.id = d.round_id
    where r.body_id = ${of.bodyId} and d.number = ${of.number} and extract(year from d.on_date) = ${of.year}
      and d.id is distinct from ${of.not ?? null}::int limit 1`.execute(db)
  return rows.length > 0
}

type Correction = Pick<Decision, 'number' | 'on' | 'signerPost'>

/** Of the version that was read, under its lock; what stood there is kept in the life of those it honoured. */
export async function correctDecision(tx: Tx, id: DecisionId, to: Correction): Promise<void> {
  await sql`update commendation_decision set number = ${to.number}, on_date = ${to.on},
    signer_post = ${to.signerPost}, version = version + 1 where id = ${id}`.execute(tx)
}

/** Whom a decision honoured, those that were revoked among them, in the order of their ids. */
export async function honouredIn(db: ReadDb, decision: DecisionId): Promise<Id<'nominee'>[]> {
  const { rows } = await sql<{ id: Id<'nominee'> }>`select id from nominee where decision_id = ${decision}
    order by id`.execute(db)
  return rows.map(({ id }) => id)
}
