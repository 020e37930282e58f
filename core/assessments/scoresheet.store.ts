// SQL of score sheets: one whole or locked, its scores, verifications and life. The only place a sheet's stage is written.
import { sql, type Transaction } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { UnitKind } from '../criteria/criteria.ts'
import type { Tables } from '../db/schema.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Decided, Scoresheet, SheetScore, Stage } from './scoresheet.ts'
import type { Move } from './scoresheet.moves.ts'

export type Tx = Transaction<Tables>
type SheetId = Id<'scoresheet'>

const sheets = sql`select s.id, s.assessment_id as "assessmentId", s.body_id as "bodyId", ${lastNameOf(sql`s.body_id`)} as "bodyName",
  a.body_id as "leaderId", ${lastNameOf(sql`a.body_id`)} as "leaderName",
  a.place_id as "placeId", a.purpose, a.year, a.due_on as "dueOn",
  s.of_kind as "ofKind", s.set_id as "setId", s.stage, s.sent_by as "sentBy", s.sent_at as "sentAt", s.class, s.passes,
  exists (select from scoresheet_paper w where w.scoresheet_id = s.id and w.ended_at is null) as "onPaper",
  array(select distinct t.person_id from scoresheet_act t where t.scoresheet_id = s.id and t.move = 'enterPaper'
    and t.person_id is not null and t.no > coalesce((select max(o.no) from scoresheet_act o
      where o.scoresheet_id = s.id and o.move = 'submit'), 0)) as "enteredBy",
  s.decision, s.decided_on as "decidedOn", s.signer_post as "signerPost", s.version, a.illustrative
  from scoresheet s join assessment a on a.id = s.assessment_id`

export async function sheetOf(db: ReadDb, id: SheetId): Promise<Scoresheet | undefined> {
  return (await sql<Scoresheet>`${sheets} where s.id = ${id}`.execute(db)).rows[0]
}

/** For a move: two at once wait for each other. Locked by a statement of its own, read by the next. */
export async function lockSheet(tx: Tx, id: SheetId): Promise<Scoresheet | undefined> {
  await sql`select from scoresheet where id = ${id} for no key update`.execute(tx)
  return sheetOf(tx, id)
}

export interface NewSheet {
  bodyId: Id<'body'>
  ofKind: UnitKind
  setId: Id<'criteria_set'>
}

/** Answers the sheets made; a body that has one already is passed over. */
export async function insertSheets(
  tx: Tx,
  assessmentId: Id<'assessment'>,
  made: readonly NewSheet[],
): Promise<{ id: SheetId; bodyId: Id<'body'> }[]> {
  const { rows } = await sql<{ id: SheetId; bodyId: Id<'body'> }>`
    insert into scoresheet (assessment_id, body_id, of_kind, set_id, stage)
    select ${assessmentId}, body_id, of_kind, set_id, 'due'
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as t ("bodyId" int, "ofKind" text, "setId" int),
      lateral (select "bodyId" as body_id, "ofKind" as of_kind, "setId" as set_id) u
    on conflict (assessment_id, body_id) do nothing returning id, body_id as "bodyId"`.execute(tx)
  return rows
}

export interface Changes {
  stage?: Stage
  sent?: { by: Id<'person'> | null; at: Date }
  /** null: no longer in a decision. */
  decided?: (Decided & { decision: string; on: Day; signerPost: string }) | null
}

/** Answers the new version. */
export async function updateSheet(tx: Tx, id: SheetId, { stage, sent, decided }: Changes): Promise<number> {
  const in_ = decided ?? { class: null, passes: null, best: null, decision: null, on: null, signerPost: null }
  const made = await tx
    .updateTable('scoresheet')
    .set((eb) => ({
      ...(stage && { stage }),
      ...(sent && { sent_by: sent.by, sent_at: sent.at, gathered_at: null }),
      ...(decided !== undefined && {
        ...{ class: in_.class, passes: in_.passes, best: in_.best },
        ...{ decision: in_.decision, decided_on: in_.on, signer_post: in_.signerPost },
      }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return made.version
}

export type Round = 'self' | 'verified'

export async function scoresOf(db: ReadDb, id: SheetId): Promise<(SheetScore & { round: Round })[]> {
  const { rows } = await sql<SheetScore & { round: Round }>`select round, no, points::float8, met, note, proof
    from scoresheet_score where scoresheet_id = ${id} order by round, no`.execute(db)
  return rows
}

export async function writeScores(tx: Tx, id: SheetId, round: Round, scores: readonly SheetScore[]): Promise<void> {
  await dropScores(tx, id, round)
  await sql`insert into scoresheet_score (scoresheet_id, round, no, points, met, note, proof)
    select ${id}, ${round}, no, points, met, note, proof from jsonb_to_recordset(${JSON.stringify(scores)}::jsonb)
      as t (no int, points numeric, met boolean, note text, proof text)`.execute(tx)
}

export async function dropScores(tx: Tx, id: SheetId, round: Round): Promise<void> {
  await sql`delete from scoresheet_score where scoresheet_id = ${id} and round = ${round}`.execute(tx)
}

export interface Verification {
  no: number
  on: Day
  body: string
  person: string | null
  team: string
  minutes: string
  scores: { no: number; points: number }[]
  evidence: { id: number; sha256: string }[]
  at: Date
}

export async function verificationsOf(db: ReadDb, id: SheetId): Promise<Verification[]> {
  const { rows } = await sql<Verification>`select n.no, n.on_date as "on", ${lastNameOf(sql`n.body_id`)} as body,
    p.name as person, n.team, n.minutes, n.scores, n.evidence, n.at
    from scoresheet_verification n left join person p on p.id = n.person_id
    where n.scoresheet_id = ${id} order by n.no`.execute(db)
  return rows
}

export async function insertVerification(
  tx: Tx,
  id: SheetId,
  made: Omit<Verification, 'no' | 'body' | 'person'> & { bodyId: Id<'body'>; personId: Id<'person'> | null },
): Promise<void> {
  await sql`insert into scoresheet_verification
    (scoresheet_id, no, on_date, body_id, person_id, team, minutes, scores, evidence, at)
    select ${id}, coalesce(max(no), 0) + 1, ${made.on}, ${made.bodyId}, ${made.personId}::int, ${made.team}, ${made.minutes},
      ${JSON.stringify(made.scores)}::jsonb, ${JSON.stringify(made.evidence)}::jsonb, ${made.at}
    from scoresheet_verification where scoresheet_id = ${id}`.execute(tx)
}

export interface Act {
  move: Move
  at: Date
  person: string | null
  body: string | null
  note: string
}

export async function actsOf(db: ReadDb, id: SheetId): Promise<Act[]> {
  const { rows } = await sql<Act>`select t.move, t.at, p.name as person, ${lastNameOf(sql`t.body_id`)} as body, t.note
    from scoresheet_act t left join person p on p.id = t.person_id where t.scoresheet_id = ${id} order by t.no`.execute(
    db,
  )
  return rows
}

export async function insertAct(
  tx: Tx,
  id: SheetId,
  act: {
    move: Move
    at: Date
    note: string
    facts: Record<string, unknown>
    personId: Id<'person'> | null
    bodyId: Id<'body'> | null
  },
): Promise<void> {
  await sql`insert into scoresheet_act (scoresheet_id, no, move, at, person_id, body_id, note, facts)
    select ${id}, coalesce(max(no), 0) + 1, ${act.move}, ${act.at}, ${act.personId}::int, ${act.bodyId}::int, ${act.note},
      ${JSON.stringify(act.facts)}::jsonb from scoresheet_act where scoresheet_id = ${id}`.execute(tx)
}
