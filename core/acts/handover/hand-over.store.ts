// SQL about hand-overs: who took what over, what was open, and which ended bodies wait for one.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { HandOverLine, OpenThing, PartKey } from './registry.ts'

type Tx = Transaction<Tables>
type BodyId = Id<'body'>
type HandOverId = Id<'hand_over'>

/** One after the other: a body is handed over once. */
export async function lockHandOvers(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(4200018)`.execute(tx)
}

export interface EndedBody {
  bodyId: BodyId
  name: string
  organisation: string
  placeId: Id<'place'>
  parentId: BodyId | null
  /** The first day without it. */
  on: Day
}

const ended = sql`select distinct on (v.body_id) v.body_id as "bodyId", v.name, b.organisation, v.place_id as "placeId",
    v.parent_id as "parentId", v.valid_to + 1 as "on", v.valid_to
  from body_version v join body b on b.id = v.body_id`

/** Those of these bodies that have ended or will, each as it last was. */
export async function endedBodies(db: ReadDb, ids: readonly BodyId[]): Promise<EndedBody[]> {
  const { rows } = await sql<EndedBody>`select * from (${ended} where v.body_id = any(${ids as BodyId[]}::int[])
      order by v.body_id, v.valid_to desc nulls first) last where valid_to is not null order by "bodyId"`.execute(db)
  return rows
}

/** Bodies that ended on the day at places an act ended or changed on it. */
export async function endedByAct(db: ReadDb, actId: Id<'act'>, on: Day): Promise<BodyId[]> {
  const { rows } = await sql<{ id: BodyId }>`select distinct v.body_id as id from body_version v
    where v.valid_to = ${on}::date - 1
      and v.place_id in (select from_id from place_succession where act_id = ${actId})
      and not exists (select from body_version n where n.body_id = v.body_id and n.valid_from > v.valid_to)
    order by id`.execute(db)
  return rows.map(({ id }) => id)
}

/** Bodies that ended, are not handed over, and were among these on their last day. */
export async function waitingIn(db: ReadDb, bodies: readonly BodyId[] | null): Promise<EndedBody[]> {
  const within = bodies === null ? sql`true` : sql`v.body_id = any(${bodies as BodyId[]}::int[])`
  const { rows } = await sql<EndedBody>`select * from (${ended} where ${within}
      and not exists (select from hand_over_line l where l.from_body_id = v.body_id)
      order by v.body_id, v.valid_to desc nulls first) last
    where valid_to is not null order by valid_to desc, name collate "vi-x-icu"`.execute(db)
  return rows
}

/** Who takes over of each of these bodies, of those handed over already. */
export async function takersOf(db: ReadDb, bodies: readonly BodyId[]): Promise<Map<BodyId, BodyId>> {
  const { rows } = await sql<{ from: BodyId; to: BodyId }>`with recursive chain (origin, body, step) as (
      select l.from_body_id, l.to_body_id, 1 from hand_over_line l where l.from_body_id = any(${bodies as BodyId[]}::int[])
      union select chain.origin, l.to_body_id, step + 1 from chain join hand_over_line l on l.from_body_id = chain.body
    ) select distinct on (origin) origin as "from", body as "to" from chain order by origin, step desc`.execute(db)
  return new Map(rows.map(({ from, to }) => [from, to]))
}

export async function successorsOf(db: ReadDb, bodies: readonly BodyId[]): Promise<Map<BodyId, BodyId[]>> {
  const { rows } = await sql<{ from: BodyId; to: BodyId }>`select from_id as "from", to_id as "to" from body_succession
    where from_id = any(${bodies as BodyId[]}::int[]) and to_id is not null and to_id <> from_id order by id`.execute(
    db,
  )
  const map = new Map<BodyId, BodyId[]>()
  for (const { from, to } of rows) map.set(from, [...(map.get(from) ?? []), to])
  return map
}

export async function insertHandOver(
  tx: Tx,
  made: { number: string; dated: Day; note: string | null; by: Id<'person'> | null; at: Date },
): Promise<HandOverId> {
  const { id } = await tx
    .insertInto('hand_over')
    .values({ number: made.number, dated: made.dated, note: made.note, made_by: made.by, made_at: made.at })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function insertLines(tx: Tx, id: HandOverId, lines: readonly HandOverLine[]): Promise<void> {
  const rows = lines.map(({ from, to, on }) => ({ from_body_id: from, to_body_id: to, hand_over_id: id, on_date: on }))
  await tx.insertInto('hand_over_line').values(rows).execute()
}

export async function insertThings(
  tx: Tx,
  id: HandOverId,
  things: readonly (OpenThing & { part: PartKey })[],
): Promise<void> {
  const rows = things.map(({ part, noun, id, bodyId, what, dueOn }) => ({ part, noun, id, bodyId, what, dueOn }))
  await sql`insert into hand_over_thing (hand_over_id, from_body_id, part, noun, noun_id, what, due_on)
    select ${id}, t."bodyId", t.part, t.noun, t.id, t.what, t."dueOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as t ("bodyId" int, part text, noun text, id int, what text,
      "dueOn" date)`.execute(tx)
}

export interface Kept {
  id: HandOverId
  number: string
  dated: Day
  note: string | null
  madeAt: Date
  madeBy: string | null
}

const kept = sql`h.id, h.number, h.dated, h.note, h.made_at as "madeAt", p.name as "madeBy"
  from hand_over h left join person p on p.id = h.made_by`

export async function handOverById(db: ReadDb, id: HandOverId): Promise<Kept | undefined> {
  return (await sql<Kept>`select ${kept} where h.id = ${id}`.execute(db)).rows[0]
}

export interface KeptLine {
  from: BodyId
  fromName: string
  to: BodyId
  toName: string
  on: Day
}

export async function linesOf(db: ReadDb, id: HandOverId): Promise<KeptLine[]> {
  const nameOf = (
    body: string,
    day: string,
  ) => sql`(select v.name from body_version v where v.body_id = ${sql.ref(body)}
    and daterange(v.valid_from, v.valid_to, '[]') @> ${sql.raw(day)} limit 1)`
  const { rows } = await sql<KeptLine>`select l.from_body_id as "from", l.to_body_id as "to", l.on_date as "on",
      ${nameOf('l.from_body_id', 'l.on_date - 1')} as "fromName", ${nameOf('l.to_body_id', 'l.on_date')} as "toName"
    from hand_over_line l where l.hand_over_id = ${id} order by l.from_body_id`.execute(db)
  return rows
}

export async function thingsOf(db: ReadDb, id: HandOverId): Promise<(OpenThing & { part: PartKey })[]> {
  const { rows } = await sql<OpenThing & { part: PartKey }>`select t.part, t.noun, t.noun_id as id,
      t.from_body_id as "bodyId", t.what, t.due_on as "dueOn" from hand_over_thing t
    where t.hand_over_id = ${id} order by t.id`.execute(db)
  return rows
}

/** Batches in which one of these bodies gave or took; null: all. */
export async function handOversOf(
  db: ReadDb,
  bodies: readonly BodyId[] | null,
): Promise<(Kept & { bodies: number; things: number })[]> {
  const within =
    bodies === null
      ? sql`true`
      : sql`exists (select from hand_over_line l where l.hand_over_id = h.id and (
          l.from_body_id = any(${bodies as BodyId[]}::int[]) or l.to_body_id = any(${bodies as BodyId[]}::int[])))`
  const { rows } = await sql<Kept & { bodies: number; things: number }>`select
      (select count(*)::int from hand_over_line l where l.hand_over_id = h.id) as bodies,
      (select count(*)::int from hand_over_thing t where t.hand_over_id = h.id) as things, ${kept}
    where ${within} order by h.dated desc, h.id desc limit 500`.execute(db)
  return rows
}

/** The batch in which a body was handed over. */
export async function handOverOf(
  db: ReadDb,
  bodyId: BodyId,
): Promise<{ id: HandOverId; number: string; dated: Day; toId: BodyId; toName: string; on: Day } | undefined> {
  const { rows } = await sql<{ id: HandOverId; number: string; dated: Day; toId: BodyId; toName: string; on: Day }>`
    select h.id, h.number, h.dated, l.to_body_id as "toId", l.on_date as "on",
      (select v.name from body_version v where v.body_id = l.to_body_id
        and daterange(v.valid_from, v.valid_to, '[]') @> l.on_date limit 1) as "toName"
    from hand_over_line l join hand_over h on h.id = l.hand_over_id where l.from_body_id = ${bodyId}`.execute(db)
  return rows[0]
}

/** These bodies and all that ever stood below them: what ended is still somebody's to clear up. */
export async function belowEver(db: ReadDb, bodies: readonly BodyId[]): Promise<BodyId[]> {
  const { rows } = await sql<{ id: BodyId }>`with recursive top as (
      select v.body_id, v.place_id from body_version v
      where v.body_id = any(${bodies as BodyId[]}::int[]) and v.parent_id is null
    ), land (id) as (
      select place_id from top union select v.place_id from land join place_version v on v.parent_id = land.id
    ), below (id) as (
      (select unnest(${bodies as BodyId[]}::int[])
        union select v.body_id from land join body_version v on v.place_id = land.id)
      union select v.body_id from below join body_version v on v.parent_id = below.id
    ) select distinct id from below`.execute(db)
  return rows.map(({ id }) => id)
}

export async function everHandedOver(db: ReadDb): Promise<BodyId[]> {
  const rows = await db.selectFrom('hand_over_line').select('from_body_id').execute()
  return rows.map((row) => row.from_body_id)
}
