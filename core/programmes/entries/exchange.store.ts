// SQL that gives out the figures of a programme and period, row by row, with who reported and accepted them.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Stage } from './entry.ts'
import type { Nature } from './nature.ts'
import type { Period } from '../forms/form.store.ts'
import { itsUnit } from '../rights.store.ts'

export interface FigureLine {
  placeCode: string | null
  placeName: string
  body: Id<'body'>
  bodyName: string
  form: string
  row: number
  label: string
  count: string
  organisation: string | null
  sector: string | null
  unit: string
  value: number | null
  note: string | null
  stage: Stage | 'none'
  versionNo: number | null
  nature: Nature | null
  reportedBy: string | null
  reportedAt: Date | null
  acceptedBy: string | null
  acceptedAt: Date | null
}

/** Every cell that is due, filled or not: what is counted, else what was sent, else what is being drafted. */
export async function figuresOf(
  db: ReadDb,
  of: { programmeId: Id<'programme'>; period: Period; bodies: readonly Id<'body'>[] | null },
): Promise<FigureLine[]> {
  const { period, programmeId } = of
  const mine = of.bodies
    ? sql`and (d.body_id = any(${of.bodies}::int[]) or d.to_body_id = any(${of.bodies}::int[])
        or d.line_body_id = any(${of.bodies}::int[]))`
    : sql`and ${itsUnit({ programme: sql`pf.programme_id`, form: sql`f.id`, place: sql`b.place_id`, day: sql`p.ends_on` })}`
  const found = await sql<FigureLine>`
    select v.code as "placeCode", v.full_name as "placeName", d.body_id as body, b.name as "bodyName", f.key as form,
           r.no as row, r.label, k.key as count, cell.organisation, cell.sector, k.unit, x.value, x.note,
           coalesce(e.stage, 'none') as stage, w.no as "versionNo",
           w.nature, u.name as "reportedBy",
           w.submitted_at as "reportedAt", a.name as "acceptedBy", w.accepted_at as "acceptedAt"
    from programme_form pf join form f on f.id = pf.form_id join duty d on d.form_id = f.id
    join period p on p.id = ${period.id}
      and p.ends_on between coalesce(d.valid_from, '-infinity') and coalesce(d.valid_to, 'infinity')
    join body_version b on b.body_id = d.body_id
      and p.ends_on between coalesce(b.valid_from, '-infinity') and coalesce(b.valid_to, 'infinity')
    join place_version v on v.place_id = b.place_id
      and p.ends_on between coalesce(v.valid_from, '-infinity') and coalesce(v.valid_to, 'infinity')
    join form_row r on r.form_id = f.id join cell on cell.id = r.cell_id join count_kind k on k.id = cell.count_id
    left join entry e on e.duty_id = d.id and e.period_id = p.id
    left join entry_version w on w.id = coalesce(e.counted_id, e.working_id)
    left join entry_value x on x.version_id = w.id and x.cell_id = cell.id
    left join person u on u.id = w.submitted_by left join person a on a.id = w.accepted_by
    where pf.programme_id = ${programmeId} ${mine}
    order by v.level desc, v.code nulls last, f.key, b.name, r.no`.execute(db)
  return found.rows
}

/** The duties a sheet may name, by body and form key. */
export async function dutiesNamed(
  db: ReadDb,
  of: { programmeId: Id<'programme'> },
): Promise<{ body: Id<'body'>; form: Id<'form'>; formKey: string }[]> {
  const found = await sql<{ body: Id<'body'>; form: Id<'form'>; formKey: string }>`
    select d.body_id as body, f.id as form, f.key as "formKey"
    from programme_form pf join form f on f.id = pf.form_id join duty d on d.form_id = f.id
    where pf.programme_id = ${of.programmeId}`.execute(db)
  return found.rows
}

/** What follows is only a trial, until it is undone. */
export async function beginTrial(tx: Transaction<Tables>): Promise<void> {
  await sql`savepoint trial`.execute(tx)
}

export async function undoTrial(tx: Transaction<Tables>): Promise<void> {
  await sql`rollback to savepoint trial`.execute(tx)
}
