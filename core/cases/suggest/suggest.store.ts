// SQL for suggestions: earlier cases of a desk, what sorted cases teach, and the model learnt from them.
import { sql } from 'kysely'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Known } from '../../topics/model.ts'
import type { Tx } from '../submission.store.ts'
import type { Earlier } from './likely.ts'

/** Sorted cases of the desk received from that instant on; never a denunciation, never one that is joined already. */
export async function earlierOn(
  db: ReadDb,
  at: { deskId: Id<'body'>; not: Id<'submission'>; since: Date },
): Promise<Earlier[]> {
  const { rows } = await sql<Earlier>`
    select s.id, lpad(n.number::text, 4, '0') || '/' || n.year as number, s.stage, s.topic, left(w.text, 2000) as text,
      w.lat::float8, w.lon::float8
    from submission s join submission_letter w on w.submission_id = s.id and not w.redacted
    join desk_line n on n.submission_id = s.id and n.desk_id = s.desk_id
    where s.desk_id = ${at.deskId} and s.id <> ${at.not} and s.received_at >= ${at.since} and s.joined_id is null
      and s.stage <> 'ended' and s.kind in ('fieldReport', 'petition', 'regulationFeedback')
      and not exists (select from submission_accused a where a.submission_id = s.id)
    order by s.id desc limit 500`.execute(db)
  return rows
}

export const learnable = ['topic', 'lead'] as const
export type Learnable = (typeof learnable)[number]

/** What was sorted by people, newest first: the text and what they said it was. */
export async function sortedTexts(
  db: ReadDb,
  what: Learnable,
  deskId: Id<'body'> | null,
  most: number,
): Promise<Known[]> {
  const said = what === 'topic' ? sql`s.topic` : sql`s.lead_id::text`
  const { rows } = await sql<Known>`
    select left(w.text, 2000) as text, ${said} as topic
    from submission s join submission_letter w on w.submission_id = s.id and not w.redacted
    where ${said} is not null and s.joined_id is null and (${deskId}::int is null or s.desk_id = ${deskId})
    order by s.id desc limit ${most}`.execute(db)
  return rows
}

/** Desks that sorted something since their model was made, or never had one. */
export async function desksToLearn(db: ReadDb, since: Date): Promise<Id<'body'>[]> {
  const { rows } = await sql<{ id: Id<'body'> }>`
    select distinct s.desk_id as id from submission s join submission_act a on a.submission_id = s.id and a.move = 'sort'
    where a.at >= ${since}`.execute(db)
  return rows.map(({ id }) => id)
}

export async function modelOf(
  db: ReadDb,
  what: Learnable,
  deskId: Id<'body'> | null,
): Promise<{ bytes: Uint8Array; madeAt: Date } | undefined> {
  const { rows } = await sql<{ bytes: Uint8Array; madeAt: Date }>`select bytes, made_at as "madeAt" from learnt_model
    where what = ${what} and desk_id is not distinct from ${deskId}`.execute(db)
  return rows[0]
}

export async function putModel(
  tx: Tx,
  made: { what: Learnable; deskId: Id<'body'> | null; texts: number; bytes: Uint8Array; at: Date },
): Promise<void> {
  await sql`insert into learnt_model (what, desk_id, texts, bytes, made_at)
    values (${made.what}, ${made.deskId}, ${made.texts}, ${made.bytes}, ${made.at})
    on conflict (what, desk_id) do update set texts = excluded.texts, bytes = excluded.bytes, made_at = excluded.made_at`.execute(
    tx,
  )
}
