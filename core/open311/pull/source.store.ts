// SQL of other cities' servers, and of what was taken from them by its foreign number.
import { sql, type Transaction } from 'kysely'
import { lastNameOf } from '../../bodies/body.read.ts'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

type SourceId = Id<'open311_source'>

export interface Source {
  id: SourceId
  deskId: Id<'body'>
  desk: string
  name: string
  url: string
  jurisdiction: string
  readUntil: Date
  lastAt: Date | null
  fault: string
  stoppedAt: Date | null
  taken: number
}

const sources = sql`select s.id, s.desk_id as "deskId", ${lastNameOf(sql`s.desk_id`)} as desk, s.name, s.url, s.jurisdiction, s.read_until as "readUntil",
  s.last_at as "lastAt", s.fault, s.stopped_at as "stoppedAt",
  (select count(*)::int from open311_pulled p where p.source_id = s.id) as taken from open311_source s`

export async function allSources(db: ReadDb): Promise<Source[]> {
  return (await sql<Source>`${sources} order by s.id`.execute(db)).rows
}

export async function readSource(db: ReadDb, id: SourceId): Promise<Source | undefined> {
  return (await sql<Source>`${sources} where s.id = ${id}`.execute(db)).rows[0]
}

/** Two who take from it at once wait for each other. */
export async function lockSource(tx: Transaction<Tables>, id: SourceId): Promise<Source | undefined> {
  await sql`select 1 from open311_source where id = ${id} for update`.execute(tx)
  return readSource(tx, id)
}

interface NewSource {
  deskId: Id<'body'>
  name: string
  url: string
  jurisdiction: string
  since: Date
  by: Id<'person'> | null
  now: Date
}

/** null: this desk reads it already. */
export async function insertSource(tx: Transaction<Tables>, made: NewSource): Promise<SourceId | null> {
  const { rows } = await sql<{ id: SourceId }>`
    insert into open311_source (desk_id, name, url, jurisdiction, since, read_until, created_at, created_by)
    values (${made.deskId}, ${made.name}, ${made.url}, ${made.jurisdiction}, ${made.since}, ${made.since}, ${made.now},
      ${made.by}::int) on conflict do nothing returning id`.execute(tx)
  return rows[0]?.id ?? null
}

export async function stopSource(tx: Transaction<Tables>, id: SourceId, now: Date): Promise<boolean> {
  const { rows } = await sql`update open311_source set stopped_at = ${now}
    where id = ${id} and stopped_at is null returning 1`.execute(tx)
  return rows.length > 0
}

/** How far it was read; `until` null where the run broke off. */
export async function noteRun(
  tx: Transaction<Tables>,
  id: SourceId,
  run: { at: Date; until: Date | null; fault: string },
): Promise<void> {
  await sql`update open311_source set last_at = ${run.at}, fault = ${run.fault},
    read_until = greatest(read_until, coalesce(${run.until}::timestamptz, read_until)) where id = ${id}`.execute(tx)
}

export interface Pulled {
  id: Id<'submission'>
  status: 'open' | 'closed'
}

export async function pulledOf(db: ReadDb, sourceId: SourceId, foreignId: string): Promise<Pulled | undefined> {
  const { rows } = await sql<Pulled>`select submission_id as id, status from open311_pulled
    where source_id = ${sourceId} and foreign_id = ${foreignId}`.execute(db)
  return rows[0]
}

export async function insertPulled(
  tx: Transaction<Tables>,
  made: { sourceId: SourceId; foreignId: string; id: Id<'submission'>; status: string },
): Promise<void> {
  await sql`insert into open311_pulled (source_id, foreign_id, submission_id, status)
    values (${made.sourceId}, ${made.foreignId}, ${made.id}, ${made.status})`.execute(tx)
}

export async function setStatus(
  tx: Transaction<Tables>,
  of: { sourceId: SourceId; foreignId: string; status: string },
): Promise<void> {
  await sql`update open311_pulled set status = ${of.status}
    where source_id = ${of.sourceId} and foreign_id = ${of.foreignId}`.execute(tx)
}

/** false: it was told before. */
export async function insertPulledUpdate(
  tx: Transaction<Tables>,
  made: { sourceId: SourceId; updateId: string; at: Date },
): Promise<boolean> {
  const { rows } = await sql`insert into open311_pulled_update (source_id, update_id, at)
    values (${made.sourceId}, ${made.updateId}, ${made.at}) on conflict do nothing returning 1`.execute(tx)
  return rows.length > 0
}

/** Foreign numbers of what is open there and not at its end here. */
export async function openThere(db: ReadDb, sourceId: SourceId): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select p.foreign_id as id from open311_pulled p
    join submission s on s.id = p.submission_id
    where p.source_id = ${sourceId} and p.status = 'open' and s.stage not in ('closed', 'ended')
    order by p.submission_id desc limit 1000`.execute(db)
  return rows.map(({ id }) => id)
}

export interface PulledLine {
  foreignId: string
  id: Id<'submission'>
  foreignStatus: 'open' | 'closed'
  over: boolean
  /** What the desk shows to everybody of its answer; empty: nothing. */
  answer: string
}

/** The newest first: what the other city may read back. */
export async function pulledLines(db: ReadDb, sourceId: SourceId, page: number, size: number): Promise<PulledLine[]> {
  const { rows } = await sql<PulledLine>`select p.foreign_id as "foreignId", s.id, p.status as "foreignStatus",
      s.stage in ('answered', 'closed', 'ended') as over, coalesce(u.answer, '') as answer
    from open311_pulled p join submission s on s.id = p.submission_id
    left join submission_public u on u.submission_id = s.id and u.desk_id = s.desk_id
    where p.source_id = ${sourceId} order by p.submission_id desc limit ${size} offset ${(page - 1) * size}`.execute(db)
  return rows
}
