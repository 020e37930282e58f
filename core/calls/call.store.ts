// SQL about calls: their head, outline and the bodies they are addressed to. The stage is written here and nowhere else.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Call, CallSection, CallStage } from './call.ts'

type Tx = Transaction<Tables>

/** Bodies are called as on the day the answers are due. */
const calls = sql`
  select c.id, c.body_id as "bodyId", b.name as "bodyName", c.place_id as "placeId", c.programme_id as "programmeId",
         p.number as "programmeNumber", c.kind, c.title, c.year, c.from_year as "fromYear", c.period_key as "periodKey",
         c.due_on as "dueOn", c.intro, c.stage, c.version, c.illustrative
  from call c left join programme p on p.id = c.programme_id
  join lateral (select name from body_version where body_id = c.body_id
    order by daterange(valid_from, valid_to, '[]') @> c.due_on desc, valid_from desc nulls last limit 1) b on true`

export async function readCall(db: ReadDb, id: Id<'call'>): Promise<Call | null> {
  return (await sql<Call>`${calls} where c.id = ${id}`.execute(db)).rows[0] ?? null
}

export async function lockCall(tx: Tx, id: Id<'call'>): Promise<Call | null> {
  await sql`select 1 from call where id = ${id} for update`.execute(tx)
  return readCall(tx, id)
}

/** Newest first; the reader's scope is asked of each. */
export async function allCalls(db: ReadDb): Promise<Call[]> {
  return (await sql<Call>`${calls} order by c.year desc, c.due_on desc, c.id desc`.execute(db)).rows
}

/** Issued or closed calls addressed to these bodies, with the body that is asked. */
export async function callsTo(
  db: ReadDb,
  bodies: readonly Id<'body'>[],
): Promise<{ call: Id<'call'>; body: Id<'body'> }[]> {
  if (bodies.length === 0) return []
  const found = await sql<{ call: Id<'call'>; body: Id<'body'> }>`
    select a.call_id as call, a.body_id as body from call_addressee a join call c on c.id = a.call_id
    where a.body_id = any(${bodies as Id<'body'>[]}::int[]) and c.stage <> 'draft'
    order by c.due_on desc, c.id desc`.execute(db)
  return found.rows
}

export interface NewCall extends Pick<Call, 'bodyId' | 'placeId' | 'programmeId' | 'kind' | 'title' | 'year'> {
  fromYear: number | null
  periodKey: string
  dueOn: Day
  illustrative: boolean
  by: Id<'person'> | null
  now: Date
}

export async function insertCall(tx: Tx, made: NewCall): Promise<Id<'call'>> {
  const found = await sql<{ id: Id<'call'> }>`
    insert into call (body_id, place_id, programme_id, kind, title, year, from_year, period_key, due_on, stage,
      illustrative, made_by, made_at)
    values (${made.bodyId}, ${made.placeId}, ${made.programmeId}, ${made.kind}, ${made.title}, ${made.year},
      ${made.fromYear}, ${made.periodKey}, ${made.dueOn}, 'draft', ${made.illustrative}, ${made.by}, ${made.now})
    returning id`.execute(tx)
  return found.rows[0]!.id
}

/** Answers the new version. */
export async function updateCall(
  tx: Tx,
  id: Id<'call'>,
  facts: { title?: string; due_on?: Day; intro?: string | null; stage?: CallStage; issued_at?: Date },
): Promise<number> {
  const { version } = await tx
    .updateTable('call')
    .set((eb) => ({ ...facts, version: eb('version', '+', 1) }) as object)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function sectionsOf(db: ReadDb, id: Id<'call'>): Promise<CallSection[]> {
  const found = await sql<CallSection>`select key, heading, guidance, most_words as "mostWords", asks
    from call_section where call_id = ${id} order by position`.execute(db)
  return found.rows
}

/** Replaces the outline as one text, after the version was compared. */
export async function writeSections(tx: Tx, id: Id<'call'>, sections: readonly CallSection[]): Promise<void> {
  await tx.deleteFrom('call_section').where('call_id', '=', id).execute()
  const rows = sections.map(({ mostWords, ...section }, position) => ({
    ...section,
    most_words: mostWords,
    position,
    call_id: id,
  }))
  if (rows.length) await tx.insertInto('call_section').values(rows).execute()
}

export async function addresseesOf(db: ReadDb, id: Id<'call'>): Promise<Id<'body'>[]> {
  const rows = await db.selectFrom('call_addressee').select('body_id as id').where('call_id', '=', id).execute()
  return rows.map((row) => row.id)
}

export async function writeAddressees(tx: Tx, id: Id<'call'>, bodies: readonly Id<'body'>[]): Promise<void> {
  await sql`delete from call_addressee where call_id = ${id}`.execute(tx)
  await sql`insert into call_addressee (call_id, body_id)
    select distinct ${id}::int, b from unnest(${bodies as Id<'body'>[]}::int[]) b`.execute(tx)
}

export interface Candidate {
  id: Id<'body'>
  name: string
  organisation: string
  organisationName: string
}

/** Bodies that may be asked: those at the place and the places below it on the day, and any already addressed. */
export async function candidatesFor(
  db: ReadDb,
  of: { placeId: Id<'place'>; day: Day; not: readonly Id<'body'>[] },
): Promise<Candidate[]> {
  const found = await sql<Candidate>`
    with recursive land (id) as (
      select ${of.placeId}::int union
      select v.place_id from land join place_version v on v.parent_id = land.id
        and daterange(v.valid_from, v.valid_to, '[]') @> ${of.day}::date)
    select v.body_id as id, v.name, o.key as organisation, o.name as "organisationName"
    from land join body_version v on v.place_id = land.id and daterange(v.valid_from, v.valid_to, '[]') @> ${of.day}::date
    join body b on b.id = v.body_id join organisation o on o.key = b.organisation
    where v.body_id <> all(${of.not as Id<'body'>[]}::int[])
    order by o.position, v.name collate "vi-x-icu", v.body_id`.execute(db)
  return found.rows
}
