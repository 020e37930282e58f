// SQL about programmes and their targets.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Programme, ProgrammeStage, ProgrammeTexts } from './programme.ts'

const programmes = sql`
  select p.id, p.body_id as "bodyId", b.name as "bodyName", p.place_id as "placeId", v.full_name as "placeName", p.year,
         p.number, p.issued_on as "issuedOn", p.title, p.motto, p.calendar_id as "calendarId", p.stage, p.public,
         p.illustrative, p.source_note as "sourceNote", p.version
  from programme p
  join lateral (select name from body_version where body_id = p.body_id
    order by make_date(p.year, 12, 31) between coalesce(valid_from, '-infinity') and coalesce(valid_to, 'infinity') desc,
             valid_from desc nulls last limit 1) b on true
  join lateral (select full_name from place_version where place_id = p.place_id
    order by make_date(p.year, 12, 31) between coalesce(valid_from, '-infinity') and coalesce(valid_to, 'infinity') desc,
             valid_from desc nulls last limit 1) v on true`

export async function readProgramme(db: ReadDb, id: Id<'programme'>): Promise<Programme | null> {
  return (await sql<Programme>`${programmes} where p.id = ${id}`.execute(db)).rows[0] ?? null
}

export async function lockProgramme(tx: Transaction<Tables>, id: Id<'programme'>): Promise<Programme | null> {
  await sql`select 1 from programme where id = ${id} for update`.execute(tx)
  return readProgramme(tx, id)
}

export interface ProgrammeFilter {
  year?: number | undefined
  number?: string | undefined
  bodyId?: Id<'body'> | undefined
  publicOnly?: boolean | undefined
}

export async function listProgrammes(db: ReadDb, filter: ProgrammeFilter): Promise<Programme[]> {
  const found = await sql<Programme>`${programmes}
    where (${filter.year ?? null}::int is null or p.year = ${filter.year ?? null})
      and (${filter.number ?? null}::text is null or lower(p.number) = lower(${filter.number ?? null}))
      and (${filter.bodyId ?? null}::int is null or p.body_id = ${filter.bodyId ?? null})
      and (not ${filter.publicOnly ?? false}::boolean or (p.public and p.stage <> 'draft'))
    order by p.year desc, v.full_name, p.number nulls last, p.id`.execute(db)
  return found.rows
}

/** The programme's body and the mobilisation bodies directly under it: those who work on it. */
export async function staffOf(db: ReadDb, bodyId: Id<'body'>): Promise<Id<'body'>[]> {
  const found = await sql<{ id: Id<'body'> }>`
    select ${bodyId}::int as id
    union select v.body_id from body_version v join body_function f on f.body_id = v.body_id
    where v.parent_id = ${bodyId} and f.function = 'massMobilisation'`.execute(db)
  return found.rows.map((row) => row.id)
}

export async function textsOf(db: ReadDb, id: Id<'programme'>): Promise<ProgrammeTexts> {
  const documents = await db
    .selectFrom('programme_document')
    .select(['kind', 'number', 'issued_on as issuedOn', 'issuer', 'about'])
    .where('programme_id', '=', id)
    .orderBy('position')
    .execute()
  const themes = await db
    .selectFrom('programme_theme')
    .select(['scope', 'text'])
    .where('programme_id', '=', id)
    .orderBy('position')
    .execute()
  const tasks = await db
    .selectFrom('programme_task')
    .select(['no', 'short', 'text'])
    .where('programme_id', '=', id)
    .orderBy('no')
    .execute()
  return { documents, themes, tasks }
}

/** Replaces documents, themes and tasks as one text, after the version was compared. */
export async function writeTexts(tx: Transaction<Tables>, id: Id<'programme'>, texts: ProgrammeTexts): Promise<void> {
  await tx.deleteFrom('programme_document').where('programme_id', '=', id).execute()
  await tx.deleteFrom('programme_theme').where('programme_id', '=', id).execute()
  await tx.deleteFrom('programme_task').where('programme_id', '=', id).execute()
  const documents = texts.documents.map(({ issuedOn, ...rest }, position) => ({
    ...rest,
    issued_on: issuedOn,
    position,
    programme_id: id,
  }))
  if (documents.length) await tx.insertInto('programme_document').values(documents).execute()
  const themes = texts.themes.map((theme, position) => ({ ...theme, position, programme_id: id }))
  if (themes.length) await tx.insertInto('programme_theme').values(themes).execute()
  const tasks = texts.tasks.map((task) => ({ ...task, programme_id: id }))
  if (tasks.length) await tx.insertInto('programme_task').values(tasks).execute()
}

/** The only place where a programme's stage is written. */
export async function setProgrammeStage(tx: Transaction<Tables>, id: Id<'programme'>, stage: ProgrammeStage) {
  await tx
    .updateTable('programme')
    .set((eb) => ({ stage, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

export async function formsOf(
  db: ReadDb,
  id: Id<'programme'>,
): Promise<{ id: Id<'form'>; key: string; name: string }[]> {
  const found = await sql<{ id: Id<'form'>; key: string; name: string }>`
    select f.id, f.key, f.name from programme_form pf join form f on f.id = pf.form_id
    where pf.programme_id = ${id} order by pf.position, f.key`.execute(db)
  return found.rows
}
