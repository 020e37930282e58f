// SQL about what an answer, decision or conclusion promised: who keeps it, until when, and with what proof it was kept.
import { sql } from 'kysely'
import { lastNameOf } from '../../bodies/body.read.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Tx } from '../submission.store.ts'

export interface KeptPromise {
  id: Id<'submission_promise'>
  text: string
  bodyId: Id<'body'>
  body: string
  /** The day it was first promised for; never changes. */
  firstDue: Day
  due: Day
  keptAt: Date | null
  how: string
  document: string
}

const promises = sql`select p.id, p.text, p.body_id as "bodyId", p.first_due as "firstDue", p.due, p.kept_at as "keptAt",
  p.how, p.document,
  ${lastNameOf(sql`p.body_id`)} as body
  from submission_promise p`

export async function promisesOf(db: ReadDb, id: Id<'submission'>): Promise<KeptPromise[]> {
  return (await sql<KeptPromise>`${promises} where p.submission_id = ${id} order by p.id`.execute(db)).rows
}

/** undefined: this submission has no such promise. The submission is locked before. */
export async function promiseOf(
  db: ReadDb,
  of: { id: Id<'submission'>; promise: Id<'submission_promise'> },
): Promise<KeptPromise | undefined> {
  const { rows } = await sql<KeptPromise>`${promises}
    where p.submission_id = ${of.id} and p.id = ${of.promise}`.execute(db)
  return rows[0]
}

export async function insertPromise(
  tx: Tx,
  id: Id<'submission'>,
  made: { text: string; bodyId: Id<'body'>; due: Day; by: Id<'person'> | null; at: Date },
): Promise<Id<'submission_promise'>> {
  const { rows } = await sql<{ id: Id<'submission_promise'> }>`
    insert into submission_promise (submission_id, text, body_id, first_due, due, made_at, made_by)
    values (${id}, ${made.text}, ${made.bodyId}, ${made.due}, ${made.due}, ${made.at}, ${made.by}) returning id`.execute(
    tx,
  )
  return rows[0]!.id
}

export async function setKept(
  tx: Tx,
  id: Id<'submission_promise'>,
  kept: { how: string; document: string; by: Id<'person'> | null; at: Date },
): Promise<void> {
  await sql`update submission_promise set kept_at = ${kept.at}, kept_by = ${kept.by}, how = ${kept.how},
    document = ${kept.document} where id = ${id}`.execute(tx)
}

export async function setDue(tx: Tx, id: Id<'submission_promise'>, due: Day): Promise<void> {
  await sql`update submission_promise set due = ${due} where id = ${id}`.execute(tx)
}

export interface LatePromise {
  promiseId: Id<'submission_promise'>
  id: Id<'submission'>
  number: string
  bodyId: Id<'body'>
}

/** Not kept though their day is over, and not told upwards for that day yet. */
export async function latePromises(db: ReadDb, today: Day, most: number): Promise<LatePromise[]> {
  const { rows } = await sql<LatePromise>`
    select p.id as "promiseId", s.id, coalesce(s.lead_id, s.desk_id) as "bodyId",
      lpad(n.number::text, 4, '0') || '/' || n.year as number
    from submission_promise p join submission s on s.id = p.submission_id
    join desk_line n on n.submission_id = s.id and n.desk_id = s.desk_id
    where p.kept_at is null and p.due < ${today}::date and s.stage <> 'ended'
      and not exists (select from outbox_message o where o.key = 'submission.promiseLate:' || p.id || ':' || p.due)
    order by p.due limit ${most}`.execute(db)
  return rows
}

/** Answers how many were told: 0 when another process was faster. */
export async function tellLatePromise(tx: Tx, late: LatePromise & { to: Id<'body'>; now: Date }): Promise<number> {
  const payload = {
    ...{ submission: late.id, title: late.number, body: late.to },
    ...(late.to !== late.bodyId && { above: 1 }),
  }
  const { rows } = await sql`
    insert into outbox_message (created_at, topic, body_id, key, payload)
    select ${late.now}, 'submission.promiseLate', ${late.to}, 'submission.promiseLate:' || p.id || ':' || p.due,
      ${JSON.stringify(payload)}::jsonb from submission_promise p where p.id = ${late.promiseId}
    on conflict (key) do nothing returning 1`.execute(tx)
  return rows.length
}
