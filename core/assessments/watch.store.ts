// SQL that finds sheets not sent around their day and sheets that came in, and tells of them, each once.
import { sql } from 'kysely'
import type { Asked } from '../deadlines/asked.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { purposeNames, unsent, type Purpose, type Stage } from './scoresheet.ts'
import type { Tx } from './scoresheet.store.ts'

const isUnsent = sql`s.stage = any(${unsent as Stage[]}::text[])`

/** A body that has ended scores nothing any more. */
const isThere = (day: Day | null) => sql`exists (select from body_version v where v.body_id = s.body_id
  and coalesce(v.valid_to, 'infinity') >= coalesce(${day}::date, a.due_on))`

export const sheetsToScore: Asked = {
  noun: 'scoresheet',
  topic: 'scoresheet.remind',
  open: sql`
    select a.id as key, s.id as noun_id, s.body_id, (${sql.val(JSON.stringify(purposeNames))}::jsonb ->> a.purpose)
      || ', năm ' || a.year as title, a.due_on, jsonb_build_object('scoresheet', s.id) as what
    from scoresheet s join assessment a on a.id = s.assessment_id
    where ${isUnsent} and ${isThere(null)}`,
}

export interface Came {
  assessment: Id<'assessment'>
  bodyId: Id<'body'>
  purpose: Purpose
  year: number
}

/** Assessments with sheets that came in since the last notice, without one today. */
export async function newlySent(db: ReadDb, today: Day): Promise<Came[]> {
  const { rows } = await sql<Came>`select a.id as assessment, a.body_id as "bodyId", a.purpose, a.year from assessment a
    where exists (select from scoresheet s where s.assessment_id = a.id and s.stage = 'sent' and s.gathered_at is null)
      and not exists (select from outbox_message o where o.key = 'scoresheet.gather:' || a.id || ':' || ${today}::text)
    order by a.id`.execute(db)
  return rows
}

/** Tells how many came and marks them, in one step; answers 0 when another process has told of this day already. */
export async function tellGathered(
  tx: Tx,
  { assessment, bodyId, title, today, now }: Came & { title: string; today: Day; now: Date },
): Promise<number> {
  const { rows } = await sql`with came as (
      select id from scoresheet where assessment_id = ${assessment} and stage = 'sent' and gathered_at is null),
    told as (
      insert into outbox_message (created_at, topic, body_id, key, payload)
      select ${now}, 'scoresheet.gather', ${bodyId}, 'scoresheet.gather:' || ${assessment}::int || ':' || ${today}::text,
        jsonb_build_object('assessment', ${assessment}::int, 'title', ${title}::text, 'body', ${bodyId}::int, 'count', count(*))
      from came having count(*) > 0
      on conflict (key) do nothing returning payload),
    marked as (
      update scoresheet s set gathered_at = ${now} from came, told where s.id = came.id)
    insert into event (at, actor_kind, noun, noun_id, move, changes)
    select ${now}, 'operator', 'assessment', ${assessment}, 'gather', jsonb_build_object('count', payload -> 'count')
    from told returning 1`.execute(tx)
  return rows.length
}

export interface LateSheet extends Came {
  id: Id<'scoresheet'>
  dueOn: Day
}

/** Unsent, whose day lies between these. */
export async function lateSheets(db: ReadDb, { from, until }: { from: Day; until: Day }): Promise<LateSheet[]> {
  const { rows } = await sql<LateSheet>`select s.id, a.id as assessment, s.body_id as "bodyId", a.purpose, a.year,
      a.due_on as "dueOn"
    from scoresheet s join assessment a on a.id = s.assessment_id
    where a.due_on between ${from}::date and ${until}::date and ${isUnsent} and ${isThere(until)}
    order by a.id, s.id`.execute(db)
  return rows
}

/** Answers 1 when it is new; an event line for each sheet. */
export async function tellLate(
  tx: Tx,
  { key, to, title, sheets, now }: { key: string; to: Id<'body'>; title: string; sheets: LateSheet[]; now: Date },
): Promise<number> {
  const [{ id, dueOn }] = sheets as [LateSheet]
  const which = sheets.length === 1 ? { scoresheet: id } : { count: sheets.length }
  const { rows } = await sql`with told as (
      insert into outbox_message (created_at, topic, body_id, key, payload)
      values (${now}, 'scoresheet.late', ${to}, ${`scoresheet.late:${key}`},
        ${JSON.stringify({ ...which, title, body: to, dueOn })}::jsonb)
      on conflict (key) do nothing returning id)
    insert into event (at, actor_kind, noun, noun_id, move, changes)
    select ${now}, 'operator', 'scoresheet', sheet, 'late', jsonb_build_object('to', ${to}::int)
    from told, unnest(${sheets.map((one) => one.id)}::int[]) sheet returning 1`.execute(tx)
  return rows.length > 0 ? 1 : 0
}
