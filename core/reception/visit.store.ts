// SQL about the register of reception: its lines, without a name; whoever works near what one is about does not see it.
import { sql } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Kind, Stage } from '../cases/submission.ts'
import type { ReceptionResult, Visit, VisitStage } from './reception.ts'
import type { Tx } from './sitting.store.ts'

type VisitId = Id<'visit'>

const fields = sql`v.id, v.desk_id as "deskId", ${lastNameOf(sql`v.desk_id`)} as "deskName", v.year, v.number,
  v.sitting_id as "sittingId", v.came_on as day, v.entered_at as "enteredAt", v.submission_id as "submissionId", v.handle,
  v.stage, v.handling, v.ground, v.people, v.representatives, v.appointed_by as "appointedBy",
  v.identity_seen as "identitySeen", v.written_down as "writtenDown", v.read_back as "readBack", v.papers, v.result,
  v.result_note as "resultNote", v.result_paper as "resultPaper", v.told_on as "toldOn", v.version, v.illustrative`

export async function readVisit(db: ReadDb, id: VisitId): Promise<Visit | null> {
  return (await sql<Visit>`select ${fields} from visit v where v.id = ${id}`.execute(db)).rows[0] ?? null
}

export async function lockVisit(tx: Tx, id: VisitId): Promise<Visit | null> {
  await sql`select 1 from visit where id = ${id} for update`.execute(tx)
  return readVisit(tx, id)
}

export async function visitByOnce(db: ReadDb, onceHash: string): Promise<Visit | null> {
  return (await sql<Visit>`select ${fields} from visit v where v.once_hash = ${onceHash}`.execute(db)).rows[0] ?? null
}

export async function visitOfSubmission(db: ReadDb, id: Id<'submission'>): Promise<Visit | null> {
  return (await sql<Visit>`select ${fields} from visit v where v.submission_id = ${id}`.execute(db)).rows[0] ?? null
}

export type NewVisit = Omit<
  Visit,
  'id' | 'deskName' | 'number' | 'result' | 'resultNote' | 'resultPaper' | 'toldOn' | 'version'
> & { onceHash: string; enteredBy: Id<'person'> | null }

/** The next line of the desk's register of the year; others who register there wait for this save. null: the form came twice. */
export async function insertVisit(tx: Tx, made: NewVisit): Promise<{ id: VisitId; number: number } | null> {
  const { rows } = await sql<{ id: VisitId; number: number }>`
    with counted as (
      insert into visit_count (desk_id, year, last) values (${made.deskId}, ${made.year}, 1)
      on conflict (desk_id, year) do update set last = visit_count.last + 1 returning last)
    insert into visit (desk_id, year, number, sitting_id, came_on, entered_at, entered_by, once_hash, submission_id, handle,
      stage, handling, ground, people, representatives, appointed_by, identity_seen, written_down, read_back, papers,
      illustrative)
    select ${made.deskId}, ${made.year}, last, ${made.sittingId}, ${made.day}, ${made.enteredAt}, ${made.enteredBy},
      ${made.onceHash}, ${made.submissionId}, ${made.handle}, ${made.stage}, ${made.handling}, ${made.ground},
      ${made.people}, ${made.representatives}, ${made.appointedBy}, ${made.identitySeen}, ${made.writtenDown},
      ${made.readBack}, ${made.papers}, ${made.illustrative}
    from counted on conflict (once_hash) do nothing returning id, number`.execute(tx)
  return rows[0] ?? null
}

interface Changes {
  stage: VisitStage
  result?: ReceptionResult
  result_note?: string
  result_paper?: string
  told_on?: Day
}

/** Answers the new version. */
export async function updateVisit(tx: Tx, id: VisitId, changes: Changes): Promise<number> {
  const { version } = await tx
    .updateTable('visit')
    .set((eb) => ({ ...changes, version: eb('version', '+', 1) }) as object)
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

export interface RegisterLine extends Visit {
  door: Kind | null
  kind: Kind | null
  caseStage: Stage | null
  /** The limit that still runs, or the last that did. */
  due: string | null
  dueAt: Date | null
  metAt: Date | null
  conclusion: string | null
}

/** Lines of these desks between two days, without those about a body the reader works for, or for one below it. */
export async function registerLines(
  db: ReadDb,
  of: {
    desks: readonly Id<'body'>[]
    near: readonly Id<'body'>[]
    from: Day
    to: Day
    late: Date | null
    most: number
  },
): Promise<RegisterLine[]> {
  const { rows } = await sql<RegisterLine>`
    select ${fields}, s.door, s.kind, s.stage as "caseStage", d.due, d.due_at as "dueAt", d.met_at as "metAt",
      c.full_number as conclusion
    from visit v left join submission s on s.id = v.submission_id
    left join conclusion c on c.visit_id = v.id
    left join lateral (select due, due_at, met_at from legal_deadline where noun = 'visit' and noun_id = v.id
      order by met_at is not null, id desc limit 1) d on true
    where v.desk_id = any(${of.desks as Id<'body'>[]}::int[]) and v.came_on between ${of.from} and ${of.to}
      and (${of.late}::timestamptz is null or (d.met_at is null and d.due_at < ${of.late}))
      and not exists (select from submission_accused a where a.submission_id = v.submission_id
        and a.body_id = any(${of.near as Id<'body'>[]}::int[]))
    order by v.year desc, v.number desc, v.id limit ${of.most}`.execute(db)
  return rows
}

export interface LateVisit {
  limitId: Id<'legal_deadline'>
  id: VisitId
  number: string
  deskId: Id<'body'>
}

const keyOf = sql`'reception.late:' || d.id`

/** Whose result was not told in time, and nobody above heard of it yet. */
export async function lateVisits(db: ReadDb, now: Date): Promise<LateVisit[]> {
  const { rows } = await sql<LateVisit>`
    select d.id as "limitId", v.id, v.desk_id as "deskId", lpad(v.number::text, 4, '0') || '/' || v.year as number
    from legal_deadline d join visit v on v.id = d.noun_id
    where d.noun = 'visit' and d.met_at is null and d.due_at < ${now}
      and not exists (select from outbox_message o where o.key = ${keyOf})
    order by d.due_at limit 1000`.execute(db)
  return rows
}

/** The same for those who see it: of these desks, without those about a body the reader works for. */
export async function lateVisitsOf(
  db: ReadDb,
  of: { desks: readonly Id<'body'>[]; near: readonly Id<'body'>[]; now: Date },
): Promise<{ id: VisitId; number: string; desk: string; deskId: Id<'body'>; due: string }[]> {
  const { rows } = await sql<{ id: VisitId; number: string; desk: string; deskId: Id<'body'>; due: string }>`
    select v.id, lpad(v.number::text, 4, '0') || '/' || v.year as number, ${lastNameOf(sql`v.desk_id`)} as desk,
      v.desk_id as "deskId", d.due
    from legal_deadline d join visit v on v.id = d.noun_id
    where d.noun = 'visit' and d.met_at is null and d.due_at < ${of.now} and v.desk_id = any(${of.desks as Id<'body'>[]}::int[])
      and not exists (select from submission_accused a where a.submission_id = v.submission_id
        and a.body_id = any(${of.near as Id<'body'>[]}::int[]))
    order by d.due_at limit 300`.execute(db)
  return rows
}

/** The desk that has the case: another than the one it came to when it is about that one. */
export async function deskOfCase(db: ReadDb, id: Id<'submission'>): Promise<Id<'body'>> {
  const { rows } = await sql<{
    deskId: Id<'body'>
  }>`select desk_id as "deskId" from submission where id = ${id}`.execute(db)
  return rows[0]!.deskId
}

/** “0012/2026” in the register of the desk that has it, and what its sender took it for. */
export async function caseOfVisit(
  db: ReadDb,
  id: Id<'submission'>,
): Promise<{ number: string; door: Kind; kind: Kind | null; stage: Stage; desk: string }> {
  const { rows } = await sql<{ number: string; door: Kind; kind: Kind | null; stage: Stage; desk: string }>`
    select lpad(n.number::text, 4, '0') || '/' || n.year as number, s.door, s.kind, s.stage, ${lastNameOf(sql`s.desk_id`)} as desk
    from submission s join desk_line n on n.submission_id = s.id and n.desk_id = s.desk_id where s.id = ${id}`.execute(
    db,
  )
  return rows[0]!
}

/** A body above the line's desk that has the case now may be told of it; whoever is complained about may not. */
export async function accusedOfCase(db: ReadDb, id: Id<'submission'> | null): Promise<Id<'body'>[]> {
  if (id === null) return []
  const rows = db.selectFrom('submission_accused').select('body_id as id').where('submission_id', '=', id)
  return (await rows.execute()).map((row) => row.id)
}
