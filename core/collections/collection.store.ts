// SQL about collections: head, file, areas, who is asked.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Area, Collection, CollectionMode, CollectionStage } from './collection.ts'
import type { Named } from './match.ts'

type Tx = Transaction<Tables>
type CollectionId = Id<'collection'>

const collections = sql`
  select c.id, c.body_id as "bodyId", b.name as "bodyName", c.place_id as "placeId", c.bodies_on as "bodiesOn", c.title,
         c.source, c.due_at as "dueAt", c.file_name as "fileName", c.file_sha256 as "fileSha256", c.sheet, c.mode,
         c.name_column as "nameColumn", c.stage, c.version, c.illustrative, c.issued_at as "issuedAt"
  from collection c join body_version b on b.body_id = c.body_id
    and daterange(b.valid_from, b.valid_to, '[]') @> c.bodies_on`

export async function readCollection(db: ReadDb, id: CollectionId): Promise<Collection | null> {
  return (await sql<Collection>`${collections} where c.id = ${id}`.execute(db)).rows[0] ?? null
}

export async function lockCollection(tx: Tx, id: CollectionId): Promise<Collection | null> {
  await sql`select 1 from collection where id = ${id} for update`.execute(tx)
  return readCollection(tx, id)
}

/** Newest due first. */
export async function allCollections(db: ReadDb): Promise<Collection[]> {
  return (await sql<Collection>`${collections} order by c.due_at desc, c.id desc`.execute(db)).rows
}

/** Sent collections in which these bodies are asked. */
export async function collectionsTo(
  db: ReadDb,
  bodies: readonly Id<'body'>[],
): Promise<{ id: CollectionId; body: Id<'body'> }[]> {
  if (bodies.length === 0) return []
  const found = await sql<{ id: CollectionId; body: Id<'body'> }>`
    select c.id, a.body_id as body from collection_addressee a join collection c on c.id = a.collection_id
    where a.body_id = any(${bodies as Id<'body'>[]}::int[]) and c.stage <> 'draft'
    order by c.due_at desc, c.id desc`.execute(db)
  return found.rows
}

export interface NewCollection extends Pick<
  Collection,
  'bodyId' | 'placeId' | 'bodiesOn' | 'title' | 'source' | 'dueAt' | 'fileName' | 'fileSha256'
> {
  bytes: Buffer
  illustrative: boolean
  by: Id<'person'> | null
  now: Date
}

export async function insertCollection(tx: Tx, made: NewCollection): Promise<CollectionId> {
  const found = await sql<{ id: CollectionId }>`
    insert into collection (body_id, place_id, bodies_on, title, source, due_at, file_name, file_sha256, stage,
      illustrative, made_by, made_at)
    values (${made.bodyId}, ${made.placeId}, ${made.bodiesOn}, ${made.title}, ${made.source}, ${made.dueAt},
      ${made.fileName}, ${made.fileSha256}, 'draft', ${made.illustrative}, ${made.by}, ${made.now})
    returning id`.execute(tx)
  const { id } = found.rows[0]!
  await sql`insert into collection_file (collection_id, bytes) values (${id}, ${made.bytes})`.execute(tx)
  return id
}

export async function fileOf(db: ReadDb, id: CollectionId): Promise<Buffer> {
  const found = await sql<{ bytes: Buffer }>`
    select bytes from collection_file where collection_id = ${id}`.execute(db)
  return found.rows[0]!.bytes
}

export interface CollectionFacts {
  title?: string
  source?: string | null
  due_at?: Date
  sheet?: string
  mode?: CollectionMode
  name_column?: string | null
  stage?: CollectionStage
  issued_at?: Date
}

/** Answers the new version. */
export async function updateCollection(tx: Tx, id: CollectionId, facts: CollectionFacts): Promise<number> {
  const { version } = await tx
    .updateTable('collection')
    .set((eb) => ({ ...facts, version: eb('version', '+', 1) }) as object)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export async function deleteCollection(tx: Tx, id: CollectionId): Promise<void> {
  await tx.deleteFrom('collection').where('id', '=', id).execute()
}

export async function areasOf(db: ReadDb, id: CollectionId): Promise<Area[]> {
  const found = await sql<Area>`select range, type, required from collection_area
    where collection_id = ${id} order by position`.execute(db)
  return found.rows
}

export interface Addressee {
  body: Id<'body'>
  name: string
  row: number | null
}

export async function addresseesOf(db: ReadDb, at: Pick<Collection, 'id' | 'bodiesOn'>): Promise<Addressee[]> {
  const found = await sql<Addressee>`
    select a.body_id as body, b.name, a.sheet_row as row from collection_addressee a
    join body_version b on b.body_id = a.body_id and daterange(b.valid_from, b.valid_to, '[]') @> ${at.bodiesOn}::date
    where a.collection_id = ${at.id} order by a.sheet_row, b.name collate "vi-x-icu", a.body_id`.execute(db)
  return found.rows
}

/** Replaces areas and addressees, after the version was compared. */
export async function writeMarking(
  tx: Tx,
  id: CollectionId,
  { areas, bodies }: { areas: readonly Area[]; bodies: readonly { body: Id<'body'>; row: number | null }[] },
): Promise<void> {
  await tx.deleteFrom('collection_area').where('collection_id', '=', id).execute()
  await tx.deleteFrom('collection_addressee').where('collection_id', '=', id).execute()
  const lines = areas.map((area, position) => ({ ...area, position, collection_id: id }))
  if (lines.length > 0) await tx.insertInto('collection_area').values(lines).execute()
  await sql`insert into collection_addressee (collection_id, body_id, sheet_row)
    select ${id}::int, body, row from unnest(${bodies.map((one) => one.body)}::int[],
      ${bodies.map((one) => one.row)}::int[]) as t (body, row)`.execute(tx)
}

export interface Candidate extends Named {
  organisation: string
  organisationName: string
}

/** Bodies that may be asked: those at the place and the places below it on the day. */
export async function candidatesFor(
  db: ReadDb,
  of: { placeId: Id<'place'>; day: Day; not: readonly Id<'body'>[] },
): Promise<Candidate[]> {
  const found = await sql<Candidate>`
    with recursive land (id, name, full_name) as (
      select v.place_id, v.name, v.full_name from place_version v
      where v.place_id = ${of.placeId} and daterange(v.valid_from, v.valid_to, '[]') @> ${of.day}::date
      union select v.place_id, v.name, v.full_name from land join place_version v on v.parent_id = land.id
        and daterange(v.valid_from, v.valid_to, '[]') @> ${of.day}::date)
    select v.body_id as id, v.name, v.short_name as "shortName", land.name as "placeName",
      land.full_name as "placeFullName", o.key as organisation, o.name as "organisationName"
    from land join body_version v on v.place_id = land.id
      and daterange(v.valid_from, v.valid_to, '[]') @> ${of.day}::date
    join body b on b.id = v.body_id join organisation o on o.key = b.organisation
    where v.body_id <> all(${of.not as Id<'body'>[]}::int[])
    order by o.position, v.name collate "vi-x-icu", v.body_id`.execute(db)
  return found.rows
}

/** The last day on or before this one on which the body stood; a body that has ended is asked as it last was. */
export async function standingDay(db: ReadDb, body: Id<'body'>, day: Day): Promise<Day | null> {
  const found = await sql<{ day: Day }>`
    select least(coalesce(valid_to, ${day}::date), ${day}::date) as day from body_version
    where body_id = ${body} and coalesce(valid_from, '-infinity') <= ${day}::date
    order by valid_from desc nulls last limit 1`.execute(db)
  return found.rows[0]?.day ?? null
}
