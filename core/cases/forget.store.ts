// SQL of forgetting: what was filed and when, and emptying a case of everything its sender sent.
import { sql } from 'kysely'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Tx } from './submission.store.ts'

export async function filedBefore(
  db: ReadDb,
  at: Date,
  most: number,
): Promise<{ id: Id<'submission'>; filedAt: Date }[]> {
  const { rows } = await sql<{ id: Id<'submission'>; filedAt: Date }>`
    select s.id, a.at as "filedAt" from submission s
    join submission_act a on a.submission_id = s.id and a.move = 'file'
    where s.outcome = 'filed' and s.forgotten_at is null and a.at < ${at} order by a.at limit ${most}`.execute(db)
  return rows
}

/** Kept files that no other row names leave the folder a day later (core/jobs/sweep.ts). */
export async function emptyCase(tx: Tx, id: Id<'submission'>, at: Date): Promise<void> {
  await sql`update submission_letter set sender = '{}', text = '', search_key = '', place_words = '', lat = null, lon = null
    where submission_id = ${id}`.execute(tx)
  for (const table of ['submission_file', 'submission_message', 'submission_note', 'submission_point'])
    await sql`delete from ${sql.table(table)} where submission_id = ${id}`.execute(tx)
  await sql`update submission set forgotten_at = ${at} where id = ${id}`.execute(tx)
}
