// SQL about entries and their versions. A sent version is never changed: what follows is a new version.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Draft, Stage } from './entry.ts'
import type { Nature } from './nature.ts'
import type { Duty, Period } from '../forms/form.store.ts'

export interface StoredEntry {
  id: Id<'entry'>
  dutyId: Id<'duty'>
  formId: Id<'form'>
  bodyId: Id<'body'>
  toBodyId: Id<'body'>
  placeId: Id<'place'>
  periodId: Id<'period'>
  stage: Stage
  version: number
  workingId: Id<'entry_version'>
  workingNo: number
  countedId: Id<'entry_version'> | null
  countedNature: Nature | null
  savedBy: Id<'person'> | null
  submittedBy: Id<'person'> | null
  /** The working version was returned or accepted, in one line or the other: it stays as it was, mending begins a new one. */
  workingClosed: boolean
}

const entries = sql`
  select e.id, e.duty_id as "dutyId", e.form_id as "formId", e.body_id as "bodyId", e.to_body_id as "toBodyId",
         e.place_id as "placeId", e.period_id as "periodId", e.stage, e.version, e.working_id as "workingId",
         v.no as "workingNo", e.counted_id as "countedId", c.nature as "countedNature", v.saved_by as "savedBy", v.submitted_by as "submittedBy",
         (v.returned_at is not null or v.accepted_at is not null
           or exists (select from line_opinion o where o.version_id = v.id)) as "workingClosed"
  from entry e join entry_version v on v.id = e.working_id left join entry_version c on c.id = e.counted_id`

export async function readEntry(db: ReadDb, id: Id<'entry'>): Promise<StoredEntry | null> {
  return (await sql<StoredEntry>`${entries} where e.id = ${id}`.execute(db)).rows[0] ?? null
}

export async function findEntry(
  db: ReadDb,
  at: { dutyId: Id<'duty'>; periodId: Id<'period'> },
): Promise<StoredEntry | null> {
  const found = await sql<StoredEntry>`${entries}
    where e.duty_id = ${at.dutyId} and e.period_id = ${at.periodId}`.execute(db)
  return found.rows[0] ?? null
}

/**
 * The same, locked until the end of the transaction, for it is to be changed. Locked by a statement of its own: who waited
 * for another's new version would not find that version in the snapshot he began to wait with.
 */
export async function lockEntryOf(
  tx: Transaction<Tables>,
  at: { dutyId: Id<'duty'>; periodId: Id<'period'> },
): Promise<StoredEntry | null> {
  await sql`select from entry where duty_id = ${at.dutyId} and period_id = ${at.periodId} for update`.execute(tx)
  return findEntry(tx, at)
}

/** By form and body: the same body may owe the form under another duty after its receiver ended. */
export async function findEntryOf(
  db: ReadDb,
  at: { formId: Id<'form'>; bodyId: Id<'body'>; periodId: Id<'period'> },
): Promise<StoredEntry | null> {
  const found = await sql<StoredEntry>`${entries} where e.form_id = ${at.formId} and e.body_id = ${at.bodyId}
    and e.period_id = ${at.periodId}`.execute(db)
  return found.rows[0] ?? null
}

export async function lockEntry(tx: Transaction<Tables>, id: Id<'entry'>): Promise<StoredEntry | null> {
  await sql`select from entry where id = ${id} for update`.execute(tx)
  return readEntry(tx, id)
}

/** A first draft; null when another officer made one at the same moment. */
export async function createEntry(
  tx: Transaction<Tables>,
  at: { duty: Duty; period: Period; by: Id<'person'> | null; now: Date },
): Promise<StoredEntry | null> {
  const { duty, period, by, now } = at
  const made = await sql<{ id: Id<'entry'>; workingId: Id<'entry_version'> }>`
    with e as (
      insert into entry (duty_id, form_id, body_id, to_body_id, place_id, period_id, stage, version, working_id)
      values (${duty.id}, ${duty.formId}, ${duty.bodyId}, ${duty.toBodyId}, ${duty.placeId}, ${period.id}, 'draft', 0,
              nextval(pg_get_serial_sequence('entry_version', 'id')))
      on conflict (duty_id, period_id) do nothing returning id, working_id)
    insert into entry_version (id, entry_id, no, saved_by, saved_at) overriding system value
    select working_id, id, 1, ${by}, ${now} from e returning entry_id as id, id as "workingId"`.execute(tx)
  const ids = made.rows[0]
  if (!ids) return null
  const { id: dutyId, formId, bodyId, toBodyId, placeId } = duty
  const names = { dutyId, formId, bodyId, toBodyId, placeId, periodId: period.id }
  const fresh = { stage: 'draft' as const, version: 0, workingNo: 1, submittedBy: null }
  const uncounted = { countedId: null, countedNature: null }
  return { ...ids, ...names, ...fresh, ...uncounted, savedBy: by, workingClosed: false }
}

/** Opens the next version of an entry, to be filled by writeDraft. */
export async function addVersion(
  tx: Transaction<Tables>,
  { entry, by, now, reason }: { entry: StoredEntry; by: Id<'person'> | null; now: Date; reason: string | null },
): Promise<Id<'entry_version'>> {
  const made = await tx
    .insertInto('entry_version')
    .values({ entry_id: entry.id, no: entry.workingNo + 1, saved_by: by, saved_at: now, reason })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx.updateTable('entry').set({ working_id: made.id }).where('id', '=', entry.id).execute()
  return made.id
}

/** Replaces figures and words of an unsent version: one statement whatever the number of rows. */
export async function writeDraft(
  tx: Transaction<Tables>,
  at: {
    versionId: Id<'entry_version'>
    entry: StoredEntry
    draft: Draft
    nature: Nature
    cells: ReadonlyMap<number, Id<'cell'>>
    sending: boolean
    by: Id<'person'> | null
    now: Date
  },
): Promise<void> {
  const { versionId, entry, draft, nature, cells, sending, by, now } = at
  const filled = draft.rows.filter((row) => row.value !== null)
  const ids = filled.map((row) => cells.get(row.no)!)
  await sql`
    with head as (
      update entry_version set remark = ${draft.remark}, decision_number = ${draft.decisionNumber},
        decision_on = ${draft.decisionOn}, nature = ${nature}, saved_by = ${by}, saved_at = ${now},
        submitted_by = case when ${sending} then ${by}::int end, submitted_at = case when ${sending} then ${now}::timestamptz end
      where id = ${versionId}),
    gone as (
      delete from entry_value where version_id = ${versionId} and not cell_id = any(${ids}::int[]))
    insert into entry_value (version_id, cell_id, place_id, period_id, value, note)
    select ${versionId}, cell_id, ${entry.placeId}, ${entry.periodId}, value, note
    from unnest(${ids}::int[], ${filled.map((row) => row.value)}::bigint[],
                ${filled.map((row) => row.note?.trim() || null)}::text[]) as t (cell_id, value, note)
    on conflict (version_id, cell_id) do update set value = excluded.value, note = excluded.note`.execute(tx)
}

export interface VersionFacts {
  submitted_by?: Id<'person'> | null
  submitted_at?: Date | null
  returned_by?: Id<'person'> | null
  returned_at?: Date
  return_reason?: string
  accepted_by?: Id<'person'> | null
  accepted_at?: Date
}

export async function markVersion(tx: Transaction<Tables>, id: Id<'entry_version'>, facts: VersionFacts) {
  await tx
    .updateTable('entry_version')
    .set(facts as object)
    .where('id', '=', id)
    .execute()
}

/** The only place where an entry's stage is written. */
export async function setStage(tx: Transaction<Tables>, id: Id<'entry'>, stage: Stage): Promise<number> {
  const set = await tx
    .updateTable('entry')
    .set((eb) => ({ stage, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return set.version
}

/** Makes the working version the one the boards count. */
export async function countWorking(tx: Transaction<Tables>, entry: StoredEntry): Promise<void> {
  await sql`update entry set counted_id = ${entry.workingId} where id = ${entry.id}`.execute(tx)
  await sql`update entry_value set counted = (version_id = ${entry.workingId})
    where version_id = ${entry.workingId} or version_id = ${entry.countedId}::int`.execute(tx)
}

export interface StoredValue {
  cellId: Id<'cell'>
  value: number
  note: string | null
}

export async function valuesOf(db: ReadDb, versionId: Id<'entry_version'>): Promise<StoredValue[]> {
  const found = await sql<StoredValue>`
    select cell_id as "cellId", value, note from entry_value where version_id = ${versionId}`.execute(db)
  return found.rows
}

/** Members of every organisation of a place, from the newest version each has sent: what an overlap count must fit. */
export async function membershipsAt(
  db: ReadDb,
  at: { placeId: Id<'place'>; periodId: Id<'period'> },
): Promise<{ sum: number; organisations: number } | null> {
  const found = await sql<{ sum: number | null; organisations: number }>`
    select sum(value)::bigint as sum, count(distinct cell.organisation)::int as organisations
    from entry e join entry_version w on w.id = e.working_id
    join entry_value v on v.version_id = case when w.submitted_at is null then e.counted_id else e.working_id end
    join cell on cell.id = v.cell_id join count_kind c on c.id = cell.count_id
    where e.place_id = ${at.placeId} and e.period_id = ${at.periodId} and c.unit = 'membership'`.execute(db)
  const { sum, organisations } = found.rows[0]!
  return sum === null ? null : { sum, organisations }
}

export interface VersionLine {
  id: Id<'entry_version'>
  no: number
  nature: Nature
  reason: string | null
  remark: string | null
  decisionNumber: string | null
  decisionOn: string | null
  savedBy: string | null
  savedAt: Date
  submittedBy: string | null
  submittedAt: Date | null
  returnedBy: string | null
  returnedAt: Date | null
  returnReason: string | null
  acceptedBy: string | null
  acceptedAt: Date | null
}

/** All versions of an entry, oldest first, with the people named by office. */
export async function versionsOf(db: ReadDb, entryId: Id<'entry'>): Promise<VersionLine[]> {
  const found = await sql<VersionLine>`
    select v.id, v.no, v.nature, v.reason, v.remark, v.decision_number as "decisionNumber", v.decision_on as "decisionOn",
           s.name as "savedBy", v.saved_at as "savedAt", u.name as "submittedBy", v.submitted_at as "submittedAt",
           r.name as "returnedBy", v.returned_at as "returnedAt", v.return_reason as "returnReason",
           a.name as "acceptedBy", v.accepted_at as "acceptedAt"
    from entry_version v
    left join person s on s.id = v.saved_by left join person u on u.id = v.submitted_by
    left join person r on r.id = v.returned_by left join person a on a.id = v.accepted_by
    where v.entry_id = ${entryId} order by v.no`.execute(db)
  return found.rows
}
