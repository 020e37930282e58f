// SQL of rounds and their councils.
import { sql, type Transaction } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Tables } from '../db/schema.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { searchKey } from '../shared/text.ts'
import type { Stage } from './commendation.ts'

type Tx = Transaction<Tables>
type BodyId = Id<'body'>
type RoundId = Id<'commendation_round'>

export interface Round {
  id: RoundId
  formId: Id<'commendation_form'>
  bodyId: BodyId
  body: string
  deskId: BodyId
  desk: string
  year: number
  occasion: string
  nominationsUntil: Day
  /** Only its members propose. */
  clusterId: Id<'emulation_cluster'> | null
  /** Points by which two assessors may differ; null: nobody gives points. */
  assessGap: number | null
  /** Of the persons, as the desk counted them. */
  women: number | null
  version: number
  illustrative: boolean
}

const rounds = sql`select r.id, r.form_id as "formId", r.body_id as "bodyId", ${lastNameOf(sql`r.body_id`)} as body,
  r.desk_id as "deskId", ${lastNameOf(sql`r.desk_id`)} as desk, r.year, r.occasion,
  r.nominations_until as "nominationsUntil", r.cluster_id as "clusterId",
  r.assess_gap as "assessGap", r.women, r.version, r.illustrative from commendation_round r`

export async function roundOf(db: ReadDb, id: RoundId): Promise<Round | undefined> {
  return (await sql<Round>`${rounds} where r.id = ${id}`.execute(db)).rows[0]
}

/** What is done to several nominees, or to the council, waits for each other. */
export async function lockRound(tx: Tx, id: RoundId): Promise<Round | undefined> {
  return (await sql<Round>`${rounds} where r.id = ${id} for no key update of r`.execute(tx)).rows[0]
}

/** The council stays as it is until this is done; who votes at the same time does not wait. Taken before the nominee. */
export async function keepCouncil(tx: Tx, nominee: Id<'nominee'>): Promise<void> {
  await sql`select from commendation_round r join nominee n on n.round_id = r.id where n.id = ${nominee}
    for share of r`.execute(tx)
}

/** Waits for others who put somebody into this round. Taken before the nominee. */
export async function lockRoundOf(tx: Tx, nominee: Id<'nominee'>): Promise<void> {
  await sql`select from commendation_round r join nominee n on n.round_id = r.id where n.id = ${nominee}
    for no key update of r`.execute(tx)
}

/** Those these bodies award or check, those in which one of `proposing` has somebody; and those on whose council the person sits. */
export async function roundsOf(
  db: ReadDb,
  of: {
    bodies: readonly BodyId[]
    proposing: readonly BodyId[]
    personId: Id<'person'> | null
    places: readonly Id<'place'>[]
    today: Day
  },
): Promise<Round[]> {
  const mine = sql`any(${of.bodies as BodyId[]}::int[])`
  const { rows } = await sql<Round>`${rounds}
    where r.body_id = ${mine} or r.desk_id = ${mine}
      or exists (select from nominee n where n.round_id = r.id
        and n.nominator_id = any(${of.proposing as BodyId[]}::int[]))
      or exists (select from commendation_member m where m.round_id = r.id and m.person_id = ${of.personId}::int)
      or (r.nominations_until >= ${of.today}::date and exists (select from body_version v
        where v.body_id = r.body_id and v.place_id = any(${of.places as Id<'place'>[]}::int[])))
    order by r.year desc, r.id desc limit 500`.execute(db)
  return rows
}

/** One opened by this desk for the same form, body, year and occasion. Two at once wait for each other. */
export async function roundAlike(
  tx: Tx,
  of: Pick<Round, 'formId' | 'bodyId' | 'deskId' | 'year' | 'occasion'>,
): Promise<RoundId | undefined> {
  await sql`select pg_advisory_xact_lock(4200041, ${of.deskId}::int)`.execute(tx)
  const { rows } = await sql<{ id: RoundId; occasion: string }>`select r.id, r.occasion from commendation_round r
    where r.desk_id = ${of.deskId} and r.body_id = ${of.bodyId} and r.form_id = ${of.formId} and r.year = ${of.year}
    order by r.id`.execute(tx)
  const wanted = searchKey(of.occasion)
  return rows.find(({ occasion }) => searchKey(occasion) === wanted)?.id
}

export async function insertRound(
  tx: Tx,
  made: Omit<Round, 'id' | 'body' | 'desk' | 'version' | 'women'> & { by: Id<'person'> | null; at: Date },
): Promise<RoundId> {
  const { rows } = await sql<{ id: RoundId }>`insert into commendation_round
    (form_id, body_id, desk_id, year, occasion, nominations_until, cluster_id, assess_gap, illustrative, made_at, made_by)
    values (${made.formId}, ${made.bodyId}, ${made.deskId}, ${made.year}, ${made.occasion}, ${made.nominationsUntil},
      ${made.clusterId}, ${made.assessGap}, ${made.illustrative}, ${made.at}, ${made.by}) returning id`.execute(tx)
  return rows[0]!.id
}

export interface Member {
  id: Id<'commendation_member'>
  post: string
  personId: Id<'person'> | null
  person: string | null
  username: string | null
  /** Gives points, where the round asks for them. */
  assesses: boolean
}

export async function membersOf(db: ReadDb, id: RoundId): Promise<Member[]> {
  const { rows } =
    await sql<Member>`select m.id, m.post, m.person_id as "personId", p.name as person, p.username, m.assesses
    from commendation_member m left join person p on p.id = m.person_id where m.round_id = ${id} order by m.id`.execute(
      db,
    )
  return rows
}

/** Usernames of accounts, as they stand; those unknown are missing. */
export async function personsNamed(db: ReadDb, names: readonly string[]): Promise<Map<string, Id<'person'>>> {
  const { rows } = await sql<{ id: Id<'person'>; username: string }>`select id, username from person
    where username = any(${names as string[]}::text[]) and disabled_at is null`.execute(db)
  return new Map(rows.map(({ id, username }) => [username, id]))
}

export interface Account {
  username: string
  name: string
  body: string
}

/** Who works on the day at this place in whatever body, each once. */
export async function accountsAt(db: ReadDb, place: Id<'place'>, day: Day): Promise<Account[]> {
  const { rows } = await sql<Account>`select p.username, p.name, string_agg(distinct v.name, ', ') as body
    from body_version v join role_held h on h.body_id = v.body_id
      and daterange(h.valid_from, h.valid_to, '[]') @> ${day}::date
    join person p on p.id = h.person_id and p.disabled_at is null
    where v.place_id = ${place} and daterange(v.valid_from, v.valid_to, '[]') @> ${day}::date
    group by p.username, p.name order by body, p.name, p.username`.execute(db)
  return rows
}

/** The whole council anew; answers the new version of the round. */
export async function writeCouncil(
  tx: Tx,
  id: RoundId,
  members: readonly Pick<Member, 'post' | 'personId' | 'assesses'>[],
): Promise<number> {
  await sql`delete from commendation_member where round_id = ${id}`.execute(tx)
  for (const { post, personId, assesses } of members)
    await sql`insert into commendation_member (round_id, post, person_id, assesses)
      values (${id}, ${post}, ${personId}, ${assesses})`.execute(tx)
  const { rows } = await sql<{ version: number }>`update commendation_round set version = version + 1
    where id = ${id} returning version`.execute(tx)
  return rows[0]!.version
}

/** Once somebody has stood aside, voted or given points, the council stays as it is. */
export async function hasActed(db: ReadDb, id: RoundId): Promise<boolean> {
  const { rows } = await sql`select 1 from nominee_turnout t join commendation_member m on m.id = t.member_id
    where m.round_id = ${id}
    union all select 1 from nominee_assessment a join commendation_member m on m.id = a.member_id
    where m.round_id = ${id} limit 1`.execute(db)
  return rows.length > 0
}

/** Some nominee of it was voted upon: the next find the same council. */
export async function hasVoted(db: ReadDb, id: RoundId): Promise<boolean> {
  const { rows } = await sql`select 1 from nominee where round_id = ${id} and passed is not null limit 1`.execute(db)
  return rows.length > 0
}

/** Bodies that stand at this place on the day. */
export async function bodiesAtPlace(db: ReadDb, place: Id<'place'>, day: Day): Promise<{ id: BodyId; name: string }[]> {
  const { rows } = await sql<{ id: BodyId; name: string }>`select v.body_id as id, v.name from body_version v
    where v.place_id = ${place} and daterange(v.valid_from, v.valid_to, '[]') @> ${day}::date order by v.body_id`.execute(
    db,
  )
  return rows
}

/** Answers the new version. */
export async function writeWomen(tx: Tx, id: RoundId, women: number | null): Promise<number> {
  const { rows } = await sql<{ version: number }>`update commendation_round set women = ${women}, version = version + 1
    where id = ${id} returning version`.execute(tx)
  return rows[0]!.version
}

export interface Waiting {
  roundId: RoundId
  nominatorId: BodyId
  stage: Stage
  /** How many; of those voted upon only where this person has not acted yet. */
  count: number
  unvoted: number
}

/** What is on its way in these rounds, by who proposed it and where it stands. */
export async function waitingIn(
  db: ReadDb,
  of: { rounds: readonly RoundId[]; personId: Id<'person'> | null },
): Promise<Waiting[]> {
  const { rows } = await sql<Waiting>`select n.round_id as "roundId", n.nominator_id as "nominatorId", n.stage,
    count(*)::int as count, count(*) filter (where not exists (select from nominee_turnout t
      join commendation_member m on m.id = t.member_id
      where t.nominee_id = n.id and m.person_id = ${of.personId}::int))::int as unvoted
    from nominee n where n.round_id = any(${of.rounds as RoundId[]}::int[])
      and n.stage not in ('presented', 'refused', 'revoked', 'withdrawn')
    group by n.round_id, n.nominator_id, n.stage`.execute(db)
  return rows
}
