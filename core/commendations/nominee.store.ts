// SQL of nominees: one whole, its life and merits, what the same honouree holds already, who took part in the vote.
import { sql } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { searchKey } from '../shared/text.ts'
import type { Field, Held, Honouree, Stage, Told } from './commendation.ts'
import type { Tx } from './form.store.ts'
import type { Move } from './nominee.moves.ts'

type NomineeId = Id<'nominee'>
type RoundId = Id<'commendation_round'>
type MemberId = Id<'commendation_member'>

export interface Nominee extends Told {
  id: NomineeId
  roundId: RoundId
  nominatorId: Id<'body'>
  nominator: string
  identityKey: string
  stage: Stage
  complaintPending: boolean | null
  commentFrom: Day | null
  commentUntil: Day | null
  commentWhere: string
  commentCount: number | null
  commentSettled: string
  inFavour: number
  against: number
  eligible: number | null
  minutes: string
  passed: boolean | null
  decisionId: Id<'commendation_decision'> | null
  bookNo: number | null
  bookYear: number | null
  code: string | null
  presentedOn: Day | null
  revokedOn: Day | null
  revokedWhy: string
  revokedDocument: string
  settledPoints: number | null
  settledHow: string
  version: number
  illustrative: boolean
}

const nominees = sql`select n.id, n.round_id as "roundId", n.nominator_id as "nominatorId",
  ${lastNameOf(sql`n.nominator_id`)} as nominator, n.kind, n.body_id as "bodyId", n.name, n.post, n.unit, n.direct, n.remote,
  n.achievement, n.confirmation, n.identity_key as "identityKey", n.stage, n.complaint_pending as "complaintPending",
  n.comment_from as "commentFrom", n.comment_until as "commentUntil", n.comment_where as "commentWhere",
  n.comment_count as "commentCount", n.comment_settled as "commentSettled", n.in_favour as "inFavour", n.against,
  n.eligible, n.minutes, n.passed, n.decision_id as "decisionId", n.book_no as "bookNo", n.book_year as "bookYear",
  n.code, n.presented_on as "presentedOn", n.revoked_on as "revokedOn", n.revoked_why as "revokedWhy",
  n.revoked_document as "revokedDocument", n.settled_points as "settledPoints",
  n.settled_how as "settledHow", n.version, n.illustrative from nominee n`

export async function nomineeOf(db: ReadDb, id: NomineeId): Promise<Nominee | undefined> {
  return (await sql<Nominee>`${nominees} where n.id = ${id}`.execute(db)).rows[0]
}

/** For a move: two at once wait for each other. */
export async function lockNominee(tx: Tx, id: NomineeId): Promise<Nominee | undefined> {
  return (await sql<Nominee>`${nominees} where n.id = ${id} for no key update of n`.execute(tx)).rows[0]
}

export async function nomineesOf(db: ReadDb, round: RoundId): Promise<Nominee[]> {
  return (await sql<Nominee>`${nominees} where n.round_id = ${round} order by n.kind, n.id`.execute(db)).rows
}

/** The same for one honouree in every round: a body by its number, others by their name and unit without marks. */
export function identityOf({ kind, bodyId, name, unit }: Pick<Told, 'kind' | 'bodyId' | 'name' | 'unit'>): string {
  return kind === 'collective' && bodyId !== null ? `body ${bodyId}` : `${kind} ${searchKey(name)} | ${searchKey(unit)}`
}

/** By which everybody may find it, once it may be named. */
export const publicKeyOf = ({ name, post, unit }: Pick<Told, 'name' | 'post' | 'unit'>) =>
  searchKey([name, post, unit].join(' '))

const columns = (told: Told) => ({
  ...{ kind: told.kind, body_id: told.bodyId, name: told.name, post: told.post, unit: told.unit },
  ...{ direct: told.direct, remote: told.remote, achievement: told.achievement, confirmation: told.confirmation },
  identity_key: identityOf(told),
  public_key: publicKeyOf(told),
})

export async function insertNominee(
  tx: Tx,
  made: {
    told: Told
    roundId: RoundId
    nominatorId: Id<'body'>
    illustrative: boolean
    by: Id<'person'> | null
    at: Date
  },
): Promise<NomineeId> {
  const { told, roundId, nominatorId, illustrative, by, at } = made
  const { id } = await tx
    .insertInto('nominee')
    .values({
      ...columns(told),
      ...{ round_id: roundId, nominator_id: nominatorId, stage: 'nominated', illustrative, made_at: at, made_by: by },
    } as never)
    .returning('id')
    .executeTakeFirstOrThrow()
  return id as NomineeId
}

export async function updateTold(tx: Tx, id: NomineeId, told: Told): Promise<void> {
  await tx
    .updateTable('nominee')
    .set(columns(told) as object)
    .where('id', '=', id)
    .execute()
}

export async function standsInRound(
  db: ReadDb,
  of: { roundId: RoundId; identityKey: string; not: NomineeId | null },
): Promise<boolean> {
  const { rows } = await sql`select 1 from nominee where round_id = ${of.roundId} and identity_key = ${of.identityKey}
    and stage not in ('withdrawn', 'refused', 'revoked') and id is distinct from ${of.not}::int limit 1`.execute(db)
  return rows.length > 0
}

export interface Changes {
  stage?: string
  complaint_pending?: boolean | null
  comment_from?: Day
  comment_until?: Day
  comment_where?: string
  comment_count?: number
  comment_settled?: string
  in_favour?: number
  against?: number
  eligible?: number
  minutes?: string
  passed?: boolean
  decision_id?: Id<'commendation_decision'>
  book_id?: Id<'body'>
  book_year?: number
  book_no?: number
  code?: string
  presented_on?: Day
  revoked_on?: Day
  revoked_why?: string
  revoked_document?: string
  settled_points?: number
  settled_how?: string
}

/** Answers the new version. */
export async function updateNominee(tx: Tx, id: NomineeId, changes: Changes): Promise<number> {
  const { version } = await tx
    .updateTable('nominee')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }) as object)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** What the same honouree was honoured with elsewhere by a decision that holds. */
export async function heldBy(db: ReadDb, of: { identityKey: string; id: NomineeId }): Promise<Held[]> {
  const ids = (column: string) =>
    sql`array(select ${sql.ref(column)} from nominee_merit e where e.nominee_id = n.id and ${sql.ref(column)} is not null)`
  const { rows } = await sql<Held>`select f.root as "formRoot", f.level, d.on_date as "on", d.number,
    ${ids('e.model_id')} as "modelIds", ${ids('e.indicator_id')} as "indicatorIds",
    ${ids('e.year')} as years,
    array(select e.text from nominee_merit e where e.nominee_id = n.id and e.kind in ('indicator', 'text')) as texts
    from nominee n join commendation_round r on r.id = n.round_id join commendation_form f on f.id = r.form_id
    join commendation_decision d on d.id = n.decision_id
    where n.identity_key = ${of.identityKey} and n.id <> ${of.id} and n.stage <> 'revoked' order by d.on_date`.execute(
    db,
  )
  return rows
}

/** Still in the running in the round, of the same kind. */
export async function fieldOf(db: ReadDb, round: RoundId, kind: Honouree): Promise<Field> {
  const { rows } = await sql<Field>`select count(*) filter (where kind = ${kind})::int as running,
    count(*) filter (where kind = 'person')::int as persons,
    count(*) filter (where kind = 'person' and direct)::int as "directPersons"
    from nominee where round_id = ${round} and stage not in ('withdrawn', 'refused', 'revoked')`.execute(db)
  return rows[0]!
}

/** How a decision was written down before it was put right; `book` only where the line of the book changed with its year. */
export interface Stood {
  number: string
  on: Day
  signerPost: string
  book: string | null
}

export interface Act {
  no: number
  move: Move
  at: Date
  body: string | null
  person: string | null
  note: string
  /** Of a correction: what stood there. */
  before: string | null
  /** Of a correction of a decision: the entry that stood there. */
  stood: Stood | null
}

export async function actsOf(db: ReadDb, id: NomineeId): Promise<Act[]> {
  const { rows } =
    await sql<Act>`select a.no, a.move, a.at, ${lastNameOf(sql`a.body_id`)} as body, p.name as person, a.note,
    a.facts->>'before' as before, a.facts->'stood' as stood
    from nominee_act a left join person p on p.id = a.person_id where a.nominee_id = ${id} order by a.no`.execute(db)
  return rows
}

export async function insertAct(
  tx: Tx,
  id: NomineeId,
  act: {
    move: Move
    at: Date
    note: string
    facts: Record<string, unknown>
    personId: Id<'person'> | null
    bodyId: Id<'body'> | null
  },
): Promise<void> {
  await sql`insert into nominee_act (nominee_id, no, move, at, person_id, body_id, note, facts)
    select ${id}, coalesce(max(no), 0) + 1, ${act.move}, ${act.at}, ${act.personId}::int, ${act.bodyId}::int, ${act.note},
      ${JSON.stringify(act.facts)}::jsonb from nominee_act where nominee_id = ${id}`.execute(tx)
}

export interface Turnout {
  memberId: MemberId
  kind: 'cast' | 'recused'
}

export async function turnoutOf(db: ReadDb, id: NomineeId): Promise<Turnout[]> {
  const { rows } = await sql<Turnout>`select member_id as "memberId", kind from nominee_turnout
    where nominee_id = ${id} order by member_id`.execute(db)
  return rows
}

/** false: this member has voted or stood aside before. */
export async function insertTurnout(tx: Tx, id: NomineeId, made: Turnout): Promise<boolean> {
  const { rows } = await sql`insert into nominee_turnout (nominee_id, member_id, kind)
    values (${id}, ${made.memberId}, ${made.kind}) on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

/** One more; the version stays, for whoever votes at the same time has seen the same. */
export async function countBallot(tx: Tx, id: NomineeId, inFavour: boolean): Promise<void> {
  await sql`update nominee set in_favour = in_favour + ${inFavour ? 1 : 0}, against = against + ${inFavour ? 0 : 1}
    where id = ${id}`.execute(tx)
}

/** No ballot was cast and none counted; who stood aside stays aside. Answers how many ballots there were. */
export async function dropBallots(tx: Tx, id: NomineeId): Promise<number> {
  const { rows } =
    await sql`delete from nominee_turnout where nominee_id = ${id} and kind = 'cast' returning 1`.execute(tx)
  await sql`update nominee set in_favour = 0, against = 0 where id = ${id}`.execute(tx)
  return rows.length
}

export interface Consent {
  words: string
  on: Day
  channel: string
}

/** In force now; null: none. */
export async function consentOf(db: ReadDb, id: NomineeId): Promise<Consent | null> {
  const { rows } = await sql<Consent>`select words, given_on as "on", channel from nominee_consent
    where nominee_id = ${id} and withdrawn_at is null`.execute(db)
  return rows[0] ?? null
}

/** false: one is in force. */
export async function insertConsent(
  tx: Tx,
  id: NomineeId,
  made: Consent & { by: Id<'person'> | null; at: Date },
): Promise<boolean> {
  const { rows } = await sql`insert into nominee_consent (nominee_id, words, given_on, channel, taken_by, at)
    values (${id}, ${made.words}, ${made.on}, ${made.channel}, ${made.by}, ${made.at})
    on conflict (nominee_id) where withdrawn_at is null do nothing returning 1`.execute(tx)
  return rows.length > 0
}

/** false: none was in force. */
export async function withdrawConsentOf(tx: Tx, id: NomineeId, of: { why: string; at: Date }): Promise<boolean> {
  const { rows } = await sql`update nominee_consent set withdrawn_at = ${of.at}, withdrawn_why = ${of.why}
    where nominee_id = ${id} and withdrawn_at is null returning 1`.execute(tx)
  return rows.length > 0
}
