// SQL about targets: read whole with their indicator, bindings, exceptions and companions.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Cell } from './scope.ts'
import type { Target } from './target.ts'

/** The targets of a programme in their order; exact decimals as written, without trailing zeros added by storage. */
export async function targetsOf(db: ReadDb, programmeId: Id<'programme'>): Promise<Target[]> {
  const found = await sql<Target>`
    select t.id, t.no, t.name, t.comparator, t.threshold::text as threshold, t.deadline, t.weight::text as weight,
      t.reading, t.source_text as "sourceText", t.confidence, t.overlap_factor as "overlapFactor",
      jsonb_build_object('key', i.key, 'name', i.name, 'versionId', iv.id, 'versionNo', iv.no, 'unit', iv.unit,
        'wording', iv.wording, 'basis', iv.basis, 'confidence', iv.confidence, 'terms', coalesce((
          select jsonb_agg(jsonb_build_object('role', it.role, 'countId', it.count_id, 'organisation', it.organisation) order by it.role, it.count_id)
          from indicator_term it where it.indicator_version_id = iv.id), '[]')) as indicator,
      coalesce((select jsonb_agg(jsonb_build_object('organisation', b.organisation, 'sector', b.sector))
        from target_binding b where b.target_id = t.id), '[]') as bindings,
      coalesce((select jsonb_agg(jsonb_build_object('no', x.no, 'name', x.name, 'organisation', x.organisation,
          'sector', x.sector, 'comparator', x.comparator, 'threshold', x.threshold::text, 'sourceText', x.source_text,
          'note', x.note) order by x.no)
        from target_exception x where x.target_id = t.id), '[]') as exceptions,
      coalesce((select jsonb_agg(jsonb_build_object('no', c.no, 'name', c.name, 'countId', c.count_id,
          'comparator', c.comparator, 'threshold', c.threshold::text, 'sourceText', c.source_text) order by c.no)
        from target_companion c where c.target_id = t.id), '[]') as companions
    from target t join indicator_version iv on iv.id = t.indicator_version_id
    join indicator i on i.id = iv.indicator_id
    where t.programme_id = ${programmeId} order by t.no`.execute(db)
  return found.rows
}

/** A cell with what its count is and how it adds over time. */
export interface CountedCell extends Cell {
  count: string
  countName: string
  unit: string
  overTime: 'last' | 'sum' | 'none'
  definition: string
  definitionVersion: number
}

/** The cells that the programme's forms ask for. */
export async function cellsAsked(db: ReadDb, programmeId: Id<'programme'>): Promise<CountedCell[]> {
  const found = await sql<CountedCell>`
    select distinct cell.id, cell.count_id as "countId", cell.organisation, cell.sector, c.key as count,
           c.name as "countName", c.unit, c.over_time as "overTime", c.definition,
           c.definition_version as "definitionVersion"
    from programme_form pf join form_row r on r.form_id = pf.form_id join cell on cell.id = r.cell_id
    join count_kind c on c.id = cell.count_id
    where pf.programme_id = ${programmeId} order by cell.id`.execute(db)
  return found.rows
}

/** Which forms ask for which cells. */
export async function cellsByForm(db: ReadDb, programmeId: Id<'programme'>): Promise<Map<Id<'form'>, Set<Id<'cell'>>>> {
  const found = await sql<{ formId: Id<'form'>; cellId: Id<'cell'> }>`
    select r.form_id as "formId", r.cell_id as "cellId" from programme_form pf join form_row r on r.form_id = pf.form_id
    where pf.programme_id = ${programmeId}`.execute(db)
  const byForm = new Map<Id<'form'>, Set<Id<'cell'>>>()
  for (const { formId, cellId } of found.rows) byForm.set(formId, (byForm.get(formId) ?? new Set()).add(cellId))
  return byForm
}

export interface NewTarget {
  programmeId: Id<'programme'>
  no: number
  name: string
  indicatorVersionId: Id<'indicator_version'>
  comparator: Target['comparator']
  threshold: string
  deadline: string | null
  weight: string
  reading: string | null
  sourceText: string | null
  confidence: Target['confidence']
  overlapFactor: boolean
  bindings: Target['bindings']
  exceptions: Target['exceptions']
  companions: Target['companions']
}

/** Writes a target whole; one of the same number keeps its id, so that figures keep their names. */
export async function putTarget(tx: Transaction<Tables>, target: NewTarget): Promise<Id<'target'>> {
  const row = {
    indicator_version_id: target.indicatorVersionId,
    name: target.name,
    comparator: target.comparator,
    threshold: target.threshold,
    deadline: target.deadline,
    weight: target.weight,
    reading: target.reading,
    source_text: target.sourceText,
    confidence: target.confidence,
    overlap_factor: target.overlapFactor,
  }
  const { id } = await tx
    .insertInto('target')
    .values({ programme_id: target.programmeId, no: target.no, ...row })
    .onConflict((conflict) => conflict.columns(['programme_id', 'no']).doUpdateSet(row))
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.deleteFrom('target_binding').where('target_id', '=', id).execute()
  await tx.deleteFrom('target_exception').where('target_id', '=', id).execute()
  await tx.deleteFrom('target_companion').where('target_id', '=', id).execute()
  const bindings = target.bindings.map((binding) => ({ target_id: id, ...binding }))
  if (bindings.length) await tx.insertInto('target_binding').values(bindings).execute()
  const exceptions = target.exceptions.map(({ sourceText, ...rest }) => ({
    target_id: id,
    ...rest,
    source_text: sourceText,
  }))
  if (exceptions.length) await tx.insertInto('target_exception').values(exceptions).execute()
  const companions = target.companions.map(({ sourceText, countId, ...rest }) => ({
    target_id: id,
    ...rest,
    count_id: countId,
    source_text: sourceText,
  }))
  if (companions.length) await tx.insertInto('target_companion').values(companions).execute()
  return id
}

export async function removeTarget(
  tx: Transaction<Tables>,
  programmeId: Id<'programme'>,
  no: number,
): Promise<boolean> {
  const gone = await tx
    .deleteFrom('target')
    .where('programme_id', '=', programmeId)
    .where('no', '=', no)
    .executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** What a programme asks and promises: everything of a board that does not change with the figures. */
export interface Definition {
  targets: Target[]
  cells: CountedCell[]
  formCells: Map<Id<'form'>, Set<Id<'cell'>>>
}

/** Definitions as read before, by a stamp that changes when the programme or one of its forms is written. */
const known = new Map<string, Definition>()
const mostKnown = 500

export async function readDefinition(db: ReadDb, programmeId: Id<'programme'>): Promise<Definition> {
  const found = await sql<{ stamp: string }>`
    select (select oid::text from pg_database where datname = current_database()) || '.' || p.id || '.' || p.xmin || '.'
      || coalesce((select string_agg(f.id || ':' || f.xmin, ',' order by f.id) from programme_form pf
                   join form f on f.id = pf.form_id where pf.programme_id = p.id), '') as stamp
    from programme p where p.id = ${programmeId}`.execute(db)
  const stamp = found.rows[0]?.stamp ?? ''
  const before = known.get(stamp)
  if (before) return before
  const [targets, cells, formCells] = [
    await targetsOf(db, programmeId),
    await cellsAsked(db, programmeId),
    await cellsByForm(db, programmeId),
  ]
  if (known.size >= mostKnown) known.clear()
  const definition = { targets, cells, formCells }
  known.set(stamp, definition)
  return definition
}
