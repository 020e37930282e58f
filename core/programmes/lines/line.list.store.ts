// SQL of the upper body's own list: every entry its line receives, what it accepted of each, beside what the boards count.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Nature } from '../entries/nature.ts'
import type { Stage } from '../entries/entry.ts'
import { changeReceiver, lineColumns, lineJoin, type LineColumns } from './line.store.ts'

export interface LineChoice {
  form: Id<'form'>
  formKey: string
  formName: string
  period: Id<'period'>
  periodName: string
}

/** Forms and periods some of these bodies receive in their own line, where a programme asks or something came; newest first. */
export async function choicesFor(db: ReadDb, of: { bodies: readonly Id<'body'>[]; today: string }) {
  const found = await sql<LineChoice>`
    select distinct f.id as form, f.key as "formKey", f.name as "formName", p.id as period, p.name as "periodName",
           p.ends_on
    from duty d join form f on f.id = d.form_id join reporting_calendar k on k.id = f.calendar_id
    join period p on p.calendar_id = k.id and p.kind = k.entry_kind and p.starts_on <= ${of.today}::date
    where d.line_body_id = any(${of.bodies}::int[])
      and p.ends_on between coalesce(d.valid_from, '-infinity') and coalesce(d.valid_to, 'infinity')
      and (exists (select from entry e where e.duty_id = d.id and e.period_id = p.id)
        or exists (select from programme_form pf join programme g on g.id = pf.programme_id
                   where pf.form_id = f.id and g.stage <> 'draft' and g.year = extract(year from p.ends_on)))
    order by p.ends_on desc, f.key`.execute(db)
  return found.rows
}

export interface LineUnit extends LineColumns {
  entry: Id<'entry'> | null
  body: Id<'body'>
  bodyName: string
  placeName: string
  toName: string
  stage: Stage | 'none'
  /** Of the version the line accepted, and of the one the boards count. */
  lineNo: number | null
  lineNature: Nature | null
  countedNo: number | null
  values: { cellId: Id<'cell'>; line: number | null; mobilisation: number | null }[]
}

export async function unitsOf(
  db: ReadDb,
  of: { bodies: readonly Id<'body'>[]; form: Id<'form'>; period: Id<'period'> },
): Promise<LineUnit[]> {
  const at = (alias: string) =>
    sql`p.ends_on between coalesce(${sql.ref(`${alias}.valid_from`)}, '-infinity') and coalesce(${sql.ref(`${alias}.valid_to`)}, 'infinity')`
  const found = await sql<LineUnit>`
    select e.id as entry, d.body_id as body, b.name as "bodyName", v.full_name as "placeName", t.name as "toName",
           coalesce(e.stage, 'none') as stage, lv.no as "lineNo", lv.nature as "lineNature", cv.no as "countedNo", (
             select coalesce(jsonb_agg(jsonb_build_object('cellId', r.cell_id, 'line', l.value, 'mobilisation', m.value)
                                       order by r.no), '[]')
             from form_row r left join entry_value l on l.version_id = e.line_counted_id and l.cell_id = r.cell_id
             left join entry_value m on m.version_id = e.counted_id and m.cell_id = r.cell_id
             where r.form_id = d.form_id) as values ${lineColumns}
    from duty d join period p on p.id = ${of.period} and ${at('d')}
    join body_version b on b.body_id = d.body_id and ${at('b')} join body_version t on t.body_id = d.to_body_id and ${at('t')}
    join place_version v on v.place_id = b.place_id and ${at('v')}
    left join entry e on e.duty_id = d.id and e.period_id = p.id
    left join entry_version lv on lv.id = e.line_counted_id left join entry_version cv on cv.id = e.counted_id
    ${lineJoin}
    where d.form_id = ${of.form} and d.line_body_id = any(${of.bodies}::int[])
    order by v.level desc, v.code nulls last, b.name`.execute(db)
  return found.rows
}

/** How the rows of a form add over places. */
export async function addableCells(db: ReadDb, form: Id<'form'>): Promise<Set<Id<'cell'>>> {
  const found = await sql<{ id: Id<'cell'> }>`
    select r.cell_id as id from form_row r join cell c on c.id = r.cell_id join count_kind k on k.id = c.count_id
    where r.form_id = ${form} and k.over_places = 'sum'`.execute(db)
  return new Set(found.rows.map((row) => row.id))
}

/** Of these bodies, those that receive in their own line, themselves or through bodies below. */
export async function lineBodies(
  db: ReadDb,
  bodies: readonly Id<'body'>[],
): Promise<{ body: Id<'body'>; bodyName: string }[]> {
  if (bodies.length === 0) return []
  const found = await sql<{ body: Id<'body'>; bodyName: string }>`
    with recursive below (top, id) as (
      select id, id from unnest(${bodies}::int[]) as start (id)
      union
      select below.top, v.body_id from below join body_version v on v.parent_id = below.id)
    select distinct on (b.body_id) b.body_id as body, b.name as "bodyName" from body_version b
    where b.body_id in (select top from below join duty d on d.line_body_id = below.id)
    order by b.body_id, b.valid_from desc nulls last`.execute(db)
  return found.rows
}

/** The own line of every duty of a form; `parent`: the upper body of the same organisation now, or when the body ended, where it is no other receiver. */
export async function setLines(
  tx: Transaction<Tables>,
  given: { formId: Id<'form'>; way: 'body' | 'parent' | 'none'; line: Id<'body'> | null; today: Day },
): Promise<number> {
  const { formId, way, line, today } = given
  const upper = sql`(
    select v.parent_id from (select body_id, parent_id from body_version
      where body_id = d.body_id and coalesce(valid_from, '-infinity') <= ${today}::date
      order by valid_from desc nulls last limit 1) v
    join body own on own.id = v.body_id join body up on up.id = v.parent_id and up.organisation = own.organisation
    where v.parent_id <> d.to_body_id)`
  const wanted = way === 'parent' ? upper : sql`nullif(${line}::int, d.body_id)`
  const changed = await sql<{ id: Id<'duty'> }>`
    update duty d set line_body_id = ${wanted}
    where d.form_id = ${formId} and d.valid_to is null and d.line_body_id is distinct from ${wanted}
    returning d.id`.execute(tx)
  await changeReceiver(
    tx,
    changed.rows.map((row) => row.id),
  )
  const set = await sql<{ n: number }>`select count(*)::int as n from duty d
    where d.form_id = ${formId} and d.valid_to is null and d.line_body_id is not null`.execute(tx)
  return set.rows[0]!.n
}
