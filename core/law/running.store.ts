// SQL about limits that run.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Running } from './running.rules.ts'

export type Tx = Transaction<Tables>

const running = sql`
  select d.id, d.noun, d.noun_id as "nounId", d.limit_name as "limit", v.rule_key as "ruleKey", v.article, v.value, v.unit,
    d.started_on as "startedOn", d.started_at as "startedAt", d.extension, d.original_due as "originalDue", d.due,
    d.due_at as "dueAt", d.met_at as "metAt", d.version, coalesce(p.pauses, '[]') as pauses
  from legal_deadline d join law_rule_version v on v.id = d.rule_version_id
  left join lateral (select jsonb_agg(jsonb_build_object('from', from_on, 'to', to_on, 'reason', reason) order by no) as pauses
    from legal_pause where deadline_id = d.id) p on true`

/** Every limit of a thing, in the order in which they began. */
export async function runningOf(db: ReadDb, of: { noun: string; nounId: number }): Promise<Running[]> {
  const found =
    await sql<Running>`${running} where d.noun = ${of.noun} and d.noun_id = ${of.nounId} order by d.id`.execute(db)
  return found.rows
}

export async function lockRunning(tx: Tx, id: Id<'legal_deadline'>): Promise<Running | null> {
  await sql`select 1 from legal_deadline where id = ${id} for update`.execute(tx)
  return (await sql<Running>`${running} where d.id = ${id}`.execute(tx)).rows[0] ?? null
}

interface Started {
  versionId: Id<'law_rule_version'>
  startedOn: Day
  startedAt: number | null
  due: string
  dueAt: Date
  mark: number
}

export async function insertRunning(
  tx: Tx,
  { noun, nounId, limit }: { noun: string; nounId: number; limit: string },
  { versionId, startedOn, startedAt, due, dueAt, mark }: Started,
): Promise<Id<'legal_deadline'>> {
  const found = await sql<{ id: Id<'legal_deadline'> }>`
    insert into legal_deadline (noun, noun_id, limit_name, rule_version_id, started_on, started_at, original_due, due, due_at,
      calendar_mark)
    values (${noun}, ${nounId}, ${limit}, ${versionId}, ${startedOn}, ${startedAt}, ${due}, ${due}, ${dueAt}, ${mark})
    returning id`.execute(tx)
  return found.rows[0]!.id
}

export async function setDue(
  tx: Tx,
  id: Id<'legal_deadline'>,
  to: { due: string | null; dueAt: Date | null; extension: number; mark: number },
): Promise<void> {
  await sql`update legal_deadline set due = ${to.due}, due_at = ${to.dueAt}, extension = ${to.extension},
    calendar_mark = ${to.mark}, version = version + 1 where id = ${id}`.execute(tx)
}

export async function setMet(tx: Tx, id: Id<'legal_deadline'>, at: Date): Promise<void> {
  await sql`update legal_deadline set met_at = ${at}, version = version + 1 where id = ${id}`.execute(tx)
}

export async function insertPause(
  tx: Tx,
  id: Id<'legal_deadline'>,
  { no, on, reason }: { no: number; on: Day; reason: string },
): Promise<void> {
  await sql`insert into legal_pause (deadline_id, no, from_on, reason) values (${id}, ${no}, ${on}, ${reason})`.execute(
    tx,
  )
}

export async function endPause(tx: Tx, id: Id<'legal_deadline'>, on: Day): Promise<void> {
  await sql`update legal_pause set to_on = ${on} where deadline_id = ${id} and to_on is null`.execute(tx)
}

/** Open ones computed by an older calendar, some at a time; others that compute them now are passed over. */
export async function lockStale(tx: Tx, of: { mark: number; most: number }): Promise<Running[]> {
  const locked = await sql<{ id: Id<'legal_deadline'> }>`select id from legal_deadline
    where met_at is null and calendar_mark < ${of.mark}
    order by calendar_mark, id limit ${of.most} for update skip locked`.execute(tx)
  const ids = locked.rows.map((row) => row.id)
  // Read by a statement of its own: what was granted while the lock was waited for is seen.
  return (await sql<Running>`${running} where d.id = any(${ids}::int[]) order by d.id`.execute(tx)).rows
}

/** New ends of many at once; the others are marked as computed. */
export async function setMany(
  tx: Tx,
  of: {
    mark: number
    all: readonly Id<'legal_deadline'>[]
    moved: readonly { id: number; due: string; dueAt: Date }[]
  },
): Promise<void> {
  const { mark, all, moved } = of
  await sql`update legal_deadline d set calendar_mark = ${mark}, due = coalesce(m.due, d.due),
      due_at = coalesce(m.due_at, d.due_at), version = d.version + case when m.id is null then 0 else 1 end
    from unnest(${[...all]}::int[]) one (id)
    left join unnest(${moved.map(({ id }) => id)}::int[], ${moved.map(({ due }) => due)}::text[],
      ${moved.map(({ dueAt }) => dueAt)}::timestamptz[]) m (id, due, due_at) on m.id = one.id
    where d.id = one.id`.execute(tx)
}

/** One event line for each that moved. */
export async function noteMoved(
  tx: Tx,
  of: { at: Date; moved: readonly { id: number; before: string; due: string }[] },
): Promise<void> {
  await sql`insert into event (at, actor_kind, noun, noun_id, move, changes)
    select ${of.at}, 'operator', 'legalDeadline', id, 'move', jsonb_build_object('before', before, 'due', due)
    from unnest(${of.moved.map(({ id }) => id)}::int[], ${of.moved.map(({ before }) => before)}::text[],
      ${of.moved.map(({ due }) => due)}::text[]) m (id, before, due)`.execute(tx)
}
