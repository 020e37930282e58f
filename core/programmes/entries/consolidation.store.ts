// SQL about consolidations: which versions an upper body took, and which of them have moved on since.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Stage } from './entry.ts'
import type { Period } from '../forms/form.store.ts'
import { placesBelow } from '../rights.store.ts'

export interface Received {
  bodyName: string
  formKey: string
  entryId: Id<'entry'> | null
  stage: Stage | null
  countedId: Id<'entry_version'> | null
}

/** Every form addressed to a body for a period, sent or not. */
export async function receivedBy(
  db: ReadDb,
  { bodyId, period }: { bodyId: Id<'body'>; period: Period },
): Promise<Received[]> {
  const day = period.endsOn
  const found = await sql<Received>`
    select b.name as "bodyName", f.key as "formKey", e.id as "entryId", e.stage, e.counted_id as "countedId"
    from duty d join form f on f.id = d.form_id and f.calendar_id = ${period.calendarId}
    join body_version b on b.body_id = d.body_id
      and ${day}::date between coalesce(b.valid_from, '-infinity') and coalesce(b.valid_to, 'infinity')
    left join entry e on e.duty_id = d.id and e.period_id = ${period.id}
    where d.to_body_id = ${bodyId}
      and ${day}::date between coalesce(d.valid_from, '-infinity') and coalesce(d.valid_to, 'infinity')
    order by f.key, b.name`.execute(db)
  return found.rows
}

export interface NewConsolidation {
  bodyId: Id<'body'>
  period: Period
  programmeId: Id<'programme'> | null
  by: Id<'person'> | null
  now: Date
  note: string | null
  pins: readonly { entryId: Id<'entry'>; versionId: Id<'entry_version'> }[]
}

export async function consolidate(tx: Transaction<Tables>, made: NewConsolidation): Promise<Id<'consolidation'>> {
  // Two that consolidate at once get two numbers.
  await sql`select pg_advisory_xact_lock(4200019, ${made.bodyId})`.execute(tx)
  const head = await sql<{ id: Id<'consolidation'> }>`
    insert into consolidation (programme_id, body_id, period_id, no, made_by, made_at, note)
    select ${made.programmeId}::int, ${made.bodyId}, ${made.period.id}, coalesce(max(no), 0) + 1, ${made.by}, ${made.now}, ${made.note}
    from consolidation where programme_id is not distinct from ${made.programmeId}::int
      and body_id = ${made.bodyId} and period_id = ${made.period.id}
    returning id`.execute(tx)
  const id = head.rows[0]!.id
  await sql`
    insert into consolidation_pin (consolidation_id, entry_id, version_id)
    select ${id}, * from unnest(${made.pins.map((pin) => pin.entryId)}::int[], ${made.pins.map((pin) => pin.versionId)}::int[])`.execute(
    tx,
  )
  return id
}

/**
 * The counted versions of every entry that feeds a programme for a period. A form may be given to a unit elsewhere; its
 * figures are no part of the place, on the board as here.
 */
export async function countedFor(
  db: ReadDb,
  at: { programmeId: Id<'programme'>; periodIds: readonly Id<'period'>[] },
): Promise<{ entryId: Id<'entry'>; versionId: Id<'entry_version'> }[]> {
  const found = await sql<{ entryId: Id<'entry'>; versionId: Id<'entry_version'> }>`
    with recursive ${placesBelow(at)}
    select e.id as "entryId", e.counted_id as "versionId"
    from programme_form pf join entry e on e.form_id = pf.form_id and e.counted_id is not null
    join below on below.period = e.period_id and below.id = e.place_id
    where pf.programme_id = ${at.programmeId} order by e.id`.execute(db)
  return found.rows
}

export interface ConsolidationLine {
  id: Id<'consolidation'>
  no: number
  madeBy: string | null
  madeAt: Date
  note: string | null
  pins: number
  /** Pinned versions that are no longer the counted one: the consolidation is stale, nothing is overwritten. */
  moved: number
}

export async function consolidationsOf(
  db: ReadDb,
  at: { programmeId: Id<'programme'> | null; bodyId: Id<'body'>; periodId: Id<'period'> },
): Promise<ConsolidationLine[]> {
  const found = await sql<ConsolidationLine>`
    select c.id, c.no, p.name as "madeBy", c.made_at as "madeAt", c.note, count(pin.entry_id)::int as pins,
           count(*) filter (where e.counted_id is distinct from pin.version_id and pin.entry_id is not null)::int as moved
    from consolidation c left join person p on p.id = c.made_by
    left join consolidation_pin pin on pin.consolidation_id = c.id left join entry e on e.id = pin.entry_id
    where c.programme_id is not distinct from ${at.programmeId}::int and c.body_id = ${at.bodyId}
      and c.period_id = ${at.periodId}
    group by c.id, p.name order by c.no desc`.execute(db)
  return found.rows
}

export interface MovedPin {
  entryId: Id<'entry'>
  bodyName: string
  formKey: string
  count: string
  before: number | null
  now: number | null
  reason: string | null
  /** An estimate was pinned and its actual figure counts now: no correction, the figure became known. */
  fromEstimate: boolean
}

/** What changed since: each pinned entry whose counted version moved on, figure by figure. */
export async function movedSince(db: ReadDb, id: Id<'consolidation'>): Promise<MovedPin[]> {
  const found = await sql<MovedPin>`
    select e.id as "entryId", b.name as "bodyName", f.key as "formKey", k.name as count,
           old.value as before, new.value as now, v.reason,
           pinned.nature = 'estimate' and coalesce(v.nature = 'actual', false) as "fromEstimate"
    from consolidation_pin pin join entry e on e.id = pin.entry_id and e.counted_id is distinct from pin.version_id
    join form f on f.id = e.form_id join period p on p.id = e.period_id
    join body_version b on b.body_id = e.body_id
      and p.ends_on between coalesce(b.valid_from, '-infinity') and coalesce(b.valid_to, 'infinity')
    join entry_version pinned on pinned.id = pin.version_id
    left join entry_version v on v.id = e.counted_id
    join form_row r on r.form_id = f.id join cell on cell.id = r.cell_id join count_kind k on k.id = cell.count_id
    left join entry_value old on old.version_id = pin.version_id and old.cell_id = r.cell_id
    left join entry_value new on new.version_id = e.counted_id and new.cell_id = r.cell_id
    where pin.consolidation_id = ${id} and old.value is distinct from new.value
    order by b.name, r.no`.execute(db)
  return found.rows
}

/** Pinned estimates whose actual figures count now, with how many figures came out otherwise. */
export interface SettledPin {
  entryId: Id<'entry'>
  bodyName: string
  formKey: string
  changed: number
}

export async function settledSince(db: ReadDb, id: Id<'consolidation'>): Promise<SettledPin[]> {
  const found = await sql<SettledPin>`
    select e.id as "entryId", b.name as "bodyName", f.key as "formKey", (
        select count(*)::int from (select cell_id, value from entry_value where version_id = pinned.id) old
        full join (select cell_id, value from entry_value where version_id = actual.id) new using (cell_id)
        where old.value is distinct from new.value) as changed
    from consolidation_pin pin join entry e on e.id = pin.entry_id join form f on f.id = e.form_id
    join period p on p.id = e.period_id join entry_version pinned on pinned.id = pin.version_id
    join entry_version actual on actual.id = e.counted_id
    join body_version b on b.body_id = e.body_id
      and p.ends_on between coalesce(b.valid_from, '-infinity') and coalesce(b.valid_to, 'infinity')
    where pin.consolidation_id = ${id} and pinned.nature = 'estimate' and actual.nature = 'actual'
    order by b.name, f.key`.execute(db)
  return found.rows
}
