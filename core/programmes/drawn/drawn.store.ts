// SQL of drawn figures: what the views give now, what a version was given, which entries have fallen behind.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { DrawnFigure } from './drawn.ts'

type Tx = Transaction<Tables>

interface At {
  bodyId: Id<'body'>
  periodId: Id<'period'>
}

/** Whoever changes what is drawn and whoever sends a form wait for each other. Taken before any entry is locked. */
export async function lockDrawn(tx: Tx, bodyId: Id<'body'>): Promise<void> {
  await sql`select pg_advisory_xact_lock(4200039, ${bodyId})`.execute(tx)
}

/** All that is drawn for a body and period, nought where nothing is counted yet. */
export async function drawnOf(db: ReadDb, { bodyId, periodId }: At): Promise<DrawnFigure[]> {
  const { rows } = await sql<DrawnFigure>`
    select d.cell_id as "cellId", d.source, d.source_id as "sourceId", count(u.origin_id)::int as value
    from drawn_cell d
    left join drawn_unit u on u.body_id = d.body_id and u.period_id = d.period_id and u.cell_id = d.cell_id
    where d.body_id = ${bodyId} and d.period_id = ${periodId}
    group by d.cell_id, d.source, d.source_id order by d.cell_id`.execute(db)
  return rows
}

/** Writes down what of a version was drawn, and the things it counted. */
export async function pinDrawn(
  tx: Tx,
  { versionId, bodyId, periodId, drawn }: At & { versionId: Id<'entry_version'>; drawn: readonly DrawnFigure[] },
): Promise<void> {
  await sql`delete from drawn_figure where version_id = ${versionId}`.execute(tx)
  if (drawn.length === 0) return
  await sql`insert into drawn_figure (version_id, cell_id, source, source_id)
    select ${versionId}, "cellId", source, "sourceId" from jsonb_to_recordset(${JSON.stringify(drawn)}::jsonb)
      as t ("cellId" int, source text, "sourceId" int)`.execute(tx)
  await sql`insert into drawn_pin (version_id, cell_id, origin_id, name, result)
    select f.version_id, f.cell_id, u.origin_id, u.name, u.result from drawn_figure f
    join drawn_unit u on u.body_id = ${bodyId} and u.period_id = ${periodId} and u.cell_id = f.cell_id
    where f.version_id = ${versionId}`.execute(tx)
}

export async function cellsDrawn(db: ReadDb, versionId: Id<'entry_version'>): Promise<Id<'cell'>[]> {
  const rows = await db.selectFrom('drawn_figure').select('cell_id').where('version_id', '=', versionId).execute()
  return rows.map((row) => row.cell_id)
}

export interface Pinned {
  version: Id<'entry_version'>
  cellId: Id<'cell'>
  source: string
  sourceId: number
  units: { id: number; name: string; result: string }[]
}

/** Of versions: which of these cells were drawn, and from what. */
export async function pinnedIn(
  db: ReadDb,
  versions: readonly Id<'entry_version'>[],
  cells: readonly Id<'cell'>[],
): Promise<Pinned[]> {
  if (versions.length === 0) return []
  const { rows } = await sql<Pinned>`
    select f.version_id as version, f.cell_id as "cellId", f.source, f.source_id as "sourceId",
      coalesce(jsonb_agg(jsonb_build_object('id', p.origin_id, 'name', p.name, 'result', p.result)
        order by p.name collate "vi-x-icu", p.origin_id) filter (where p.origin_id is not null), '[]') as units
    from drawn_figure f left join drawn_pin p on p.version_id = f.version_id and p.cell_id = f.cell_id
    where f.version_id = any(${versions as Id<'entry_version'>[]}::int[]) and f.cell_id = any(${cells as Id<'cell'>[]}::int[])
    group by f.version_id, f.cell_id`.execute(db)
  return rows
}

/** Whether this body has sent anything drawn at all: most have not, and are spared the question below. */
export async function drewAnything(db: ReadDb, bodyId: Id<'body'>): Promise<boolean> {
  const { rows } = await sql`select from entry e join drawn_figure d on d.version_id = e.working_id
    where e.body_id = ${bodyId} limit 1`.execute(db)
  return rows.length > 0
}

/**
 * Entries sent or accepted in periods still open, whose drawn figures, or the things behind them, are no longer what they
 * were drawn from. `bodyId` null: of every body.
 */
export async function fallenBehind(
  db: ReadDb,
  bodyId: Id<'body'> | null,
): Promise<{ id: Id<'entry'>; bodyId: Id<'body'> }[]> {
  const { rows } = await sql<{ id: Id<'entry'>; bodyId: Id<'body'> }>`
    select e.id, e.body_id as "bodyId" from entry e join form f on f.id = e.form_id
    where e.stage in ('submitted', 'accepted') and (${bodyId}::int is null or e.body_id = ${bodyId}::int)
      and not exists (select from period_closing c where c.period_id = e.period_id and c.body_id = f.body_id)
      and exists (select from drawn_figure d where d.version_id = e.working_id and (
        exists (select u.origin_id, u.result from drawn_unit u
          where u.body_id = e.body_id and u.period_id = e.period_id and u.cell_id = d.cell_id
          except select p.origin_id, p.result from drawn_pin p where p.version_id = d.version_id and p.cell_id = d.cell_id)
        or exists (select p.origin_id from drawn_pin p where p.version_id = d.version_id and p.cell_id = d.cell_id
          except select u.origin_id from drawn_unit u
            where u.body_id = e.body_id and u.period_id = e.period_id and u.cell_id = d.cell_id)))
    order by e.id`.execute(db)
  return rows
}

/** Head and figures of one version into the next. Who sent it stays who sent it: he still does not accept it himself. */
export async function copyVersion(
  tx: Tx,
  of: { from: Id<'entry_version'>; to: Id<'entry_version'>; now: Date },
): Promise<void> {
  await sql`update entry_version n set remark = o.remark, decision_number = o.decision_number,
      decision_on = o.decision_on, nature = o.nature, submitted_by = o.submitted_by, submitted_at = ${of.now}
    from entry_version o where o.id = ${of.from} and n.id = ${of.to}`.execute(tx)
  await sql`insert into entry_value (version_id, cell_id, place_id, period_id, value, note)
    select ${of.to}, cell_id, place_id, period_id, value, note from entry_value where version_id = ${of.from}`.execute(
    tx,
  )
}

export async function writeDrawn(
  tx: Tx,
  { versionId, drawn }: { versionId: Id<'entry_version'>; drawn: readonly DrawnFigure[] },
): Promise<void> {
  await sql`update entry_value x set value = t.value
    from jsonb_to_recordset(${JSON.stringify(drawn)}::jsonb) as t ("cellId" int, value bigint)
    where x.version_id = ${versionId} and x.cell_id = t."cellId"`.execute(tx)
}
