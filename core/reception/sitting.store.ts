// SQL about sessions of reception: their head, what became of them, how often a head received.
import { sql, type Transaction } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Tables } from '../db/schema.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Form, Sitting, SittingStage } from './reception.ts'

export type Tx = Transaction<Tables>
type SittingId = Id<'sitting'>

const sittings = sql`
  select s.id, s.desk_id as "deskId", ${lastNameOf(sql`s.desk_id`)} as "deskName", s.held_on as day, s.starts, s.ends,
    s.place_words as "placeWords", s.form, s.receiver, s.by_head as "byHead", s.participants, s.content, s.places,
    (select count(*)::int from booking b where b.sitting_id = s.id and b.stage in ('booked', 'came')) as booked,
    s.stage, s.posted_at as "postedAt", s.post_by as "postBy", s.extraordinary, s.version, s.illustrative
  from sitting s`

export async function readSitting(db: ReadDb, id: SittingId): Promise<Sitting | null> {
  return (await sql<Sitting>`${sittings} where s.id = ${id}`.execute(db)).rows[0] ?? null
}

export async function lockSitting(tx: Tx, id: SittingId): Promise<Sitting | null> {
  await sql`select 1 from sitting where id = ${id} for update`.execute(tx)
  return readSitting(tx, id)
}

export interface SittingFields {
  day: Day
  starts: string
  ends: string
  placeWords: string
  form: Form
  receiver: string
  byHead: boolean
  participants: string
  content: string
  places: number
}

export async function insertSitting(
  tx: Tx,
  made: SittingFields & { deskId: Id<'body'>; illustrative: boolean },
): Promise<SittingId> {
  const { rows } = await sql<{ id: SittingId }>`
    insert into sitting (desk_id, held_on, starts, ends, place_words, form, receiver, by_head, participants, content, places,
      stage, illustrative)
    values (${made.deskId}, ${made.day}, ${made.starts}, ${made.ends}, ${made.placeWords}, ${made.form}, ${made.receiver},
      ${made.byHead}, ${made.participants}, ${made.content}, ${made.places}, 'proposed', ${made.illustrative})
    returning id`.execute(tx)
  return rows[0]!.id
}

interface Changes {
  stage?: SittingStage
  held_on?: Day
  starts?: string
  ends?: string
  place_words?: string
  posted_at?: Date
  post_by?: Day | null
  extraordinary?: string
}

/** Answers the new version. */
export async function updateSitting(tx: Tx, id: SittingId, changes: Changes): Promise<number> {
  const { version } = await tx
    .updateTable('sitting')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }) as object)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export interface SittingWas {
  day: Day
  starts: string
  ends: string
  placeWords: string
}
export interface SittingAct {
  sittingId: SittingId
  no: number
  move: string
  at: Date
  note: string
  was: SittingWas | null
}

/** Answers its number. */
export async function insertSittingAct(
  tx: Tx,
  id: SittingId,
  act: { move: string; at: Date; personId: Id<'person'> | null; note: string; was?: SittingWas },
): Promise<number> {
  const was = act.was ? JSON.stringify(act.was) : null
  const { rows } = await sql<{ no: number }>`
    insert into sitting_act (sitting_id, no, move, at, person_id, note, was)
    select ${id}, coalesce(max(no), 0) + 1, ${act.move}, ${act.at}, ${act.personId}, ${act.note}, ${was}::jsonb
    from sitting_act where sitting_id = ${id} returning no`.execute(tx)
  return rows[0]!.no
}

export async function actsOfSittings(db: ReadDb, ids: readonly SittingId[]): Promise<SittingAct[]> {
  const { rows } = await sql<SittingAct>`select sitting_id as "sittingId", no, move, at, note, was from sitting_act
    where sitting_id = any(${ids as SittingId[]}::int[]) order by sitting_id, no`.execute(db)
  return rows
}

/** What everybody may read: posted, and what was posted and then cancelled, from a day on. */
export async function publicSittings(
  db: ReadDb,
  of: { from: Day; deskId: Id<'body'> | null; most: number },
): Promise<Sitting[]> {
  const { rows } = await sql<Sitting>`${sittings}
    where s.held_on >= ${of.from} and (s.stage = 'posted' or (s.stage = 'cancelled' and s.posted_at is not null))
      and (${of.deskId}::int is null or s.desk_id = ${of.deskId})
    order by s.held_on, s.starts, s.id limit ${of.most}`.execute(db)
  return rows
}

/** Of these desks, the newest day first. */
export async function sittingsOf(
  db: ReadDb,
  of: { desks: readonly Id<'body'>[]; from: Day; to: Day },
): Promise<Sitting[]> {
  const { rows } = await sql<Sitting>`${sittings}
    where s.desk_id = any(${of.desks as Id<'body'>[]}::int[]) and s.held_on between ${of.from} and ${of.to}
    order by s.held_on, s.starts, s.id limit 1000`.execute(db)
  return rows
}

/** Whether the desk already has a session that day beginning at that hour, other than this one. */
export async function takenHour(
  db: ReadDb,
  at: { deskId: Id<'body'>; day: Day; starts: string; except: SittingId | null },
): Promise<boolean> {
  const { rows } = await sql`select from sitting where desk_id = ${at.deskId} and held_on = ${at.day}
    and starts = ${at.starts} and stage <> 'cancelled' and id is distinct from ${at.except}::int`.execute(db)
  return rows.length > 0
}

/** Sessions of one desk are proposed one after another, so that two clerks do not propose the same hour. */
export async function lockDesk(tx: Tx, deskId: Id<'body'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(4200031, ${deskId}::int)`.execute(tx)
}

export interface HeldInMonth {
  deskId: Id<'body'>
  month: string
  held: number
  posted: number
}

/** Days on which the head received, and those still posted, by month. */
export async function daysOfHeads(
  db: ReadDb,
  of: { desks: readonly Id<'body'>[]; from: Day; to: Day },
): Promise<HeldInMonth[]> {
  const { rows } = await sql<HeldInMonth>`
    select desk_id as "deskId", to_char(held_on, 'YYYY-MM') as month,
      count(distinct held_on) filter (where stage = 'held')::int as held,
      count(distinct held_on) filter (where stage = 'posted')::int as posted
    from sitting where by_head and desk_id = any(${of.desks as Id<'body'>[]}::int[])
      and held_on between ${of.from} and ${of.to}
    group by 1, 2`.execute(db)
  return rows
}

export interface DeskLevel {
  deskId: Id<'body'>
  name: string
  organisation: string
  level: string
  placeName: string
}

/** Each desk of a day with the level of its place; null: all. */
export async function desksOn(db: ReadDb, day: Day, only: readonly Id<'body'>[] | null): Promise<DeskLevel[]> {
  const wanted = only === null ? sql`true` : sql`v.body_id = any(${only as Id<'body'>[]}::int[])`
  const on = (alias: string) =>
    sql`daterange(${sql.ref(`${alias}.valid_from`)}, ${sql.ref(`${alias}.valid_to`)}, '[]') @> ${day}::date`
  const { rows } = await sql<DeskLevel>`
    select v.body_id as "deskId", v.name, b.organisation, p.level, p.name as "placeName"
    from body_version v join body b on b.id = v.body_id
    join body_function f on f.body_id = v.body_id and f.function = 'citizenReception' and ${on('f')}
    join place_version p on p.place_id = v.place_id and ${on('p')}
    where ${on('v')} and ${wanted} order by p.name collate "vi-x-icu", v.name collate "vi-x-icu", v.body_id`.execute(db)
  return rows
}
