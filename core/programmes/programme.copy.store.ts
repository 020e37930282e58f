// SQL that makes programmes: new, or from last year's with its texts, targets and forms.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Id } from '../shared/id.ts'
import type { Programme } from './programme.ts'
import { textsOf, writeTexts } from './programme.store.ts'
import { putTarget, targetsOf } from './targets/target.store.ts'

export interface NewProgramme {
  body: Id<'body'>
  placeId: Id<'place'>
  year: number
  title: string
  number?: string | null | undefined
  issuedOn?: string | null | undefined
  motto?: string | null | undefined
  calendar?: Id<'reporting_calendar'> | null | undefined
  public?: boolean
  illustrative?: boolean
  sourceNote?: string | null | undefined
}

export async function insertProgramme(tx: Transaction<Tables>, made: NewProgramme): Promise<Id<'programme'>> {
  const row = await tx
    .insertInto('programme')
    .values({
      body_id: made.body,
      place_id: made.placeId,
      year: made.year,
      title: made.title,
      number: made.number || null,
      issued_on: made.issuedOn ?? null,
      motto: made.motto || null,
      calendar_id: made.calendar ?? null,
      stage: 'draft',
      public: made.public ?? false,
      illustrative: made.illustrative ?? false,
      source_note: made.sourceNote || null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Changes the given parts of the head and counts the version up. */
export async function updateProgramme(
  tx: Transaction<Tables>,
  id: Id<'programme'>,
  head: Partial<Omit<NewProgramme, 'body' | 'placeId' | 'year' | 'illustrative'>>,
): Promise<void> {
  await tx
    .updateTable('programme')
    .set((eb) => ({
      version: eb('version', '+', 1),
      ...(head.title !== undefined && { title: head.title }),
      ...(head.number !== undefined && { number: head.number || null }),
      ...(head.issuedOn !== undefined && { issued_on: head.issuedOn }),
      ...(head.motto !== undefined && { motto: head.motto || null }),
      ...(head.calendar !== undefined && { calendar_id: head.calendar }),
      ...(head.public !== undefined && { public: head.public }),
      ...(head.sourceNote !== undefined && { source_note: head.sourceNote || null }),
    }))
    .where('id', '=', id)
    .execute()
}

/** A draft for another year with the same texts, targets and forms; number and date are left to be given. */
export async function copyDefinition(
  tx: Transaction<Tables>,
  { from, year, title }: { from: Programme; year: number; title: string },
): Promise<Id<'programme'>> {
  const id = await insertProgramme(tx, {
    body: from.bodyId,
    placeId: from.placeId,
    year,
    title,
    motto: from.motto,
    calendar: from.calendarId,
    illustrative: from.illustrative,
  })
  await writeTexts(tx, id, await textsOf(tx, from.id))
  for (const target of await targetsOf(tx, from.id))
    await putTarget(tx, {
      ...target,
      programmeId: id,
      indicatorVersionId: target.indicator.versionId,
      deadline: target.deadline ? `${year}${target.deadline.slice(4)}` : null,
    })
  await sql`insert into programme_form (programme_id, form_id, position)
    select ${id}, form_id, position from programme_form where programme_id = ${from.id}`.execute(tx)
  return id
}
