// SQL of the messages told to bodies.
import { sql } from 'kysely'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { remindTopic } from '../../deadlines/deadline.ts'

export interface StoredMessage {
  id: number
  at: Date
  topic: string
  payload: {
    /** null: not begun. */
    entry: number | null
    body: string
    form: string
    period: string
    to: string
    reason: string | null
    /** Of a reminder: where the form is, and until when. */
    bodyId?: number
    formId?: number
    periodId?: number
    dueOn?: string
  }
}

/** The newest messages about entries, and reminders, to any of these bodies. */
export async function messagesTo(db: ReadDb, bodies: readonly Id<'body'>[], most: number): Promise<StoredMessage[]> {
  if (bodies.length === 0) return []
  const found = await sql<StoredMessage>`
    select id, created_at as at, topic, payload from outbox_message
    where (topic like 'entry.%' or topic = ${remindTopic}) and body_id = any(${bodies}::int[]) order by id desc limit ${most}`.execute(
    db,
  )
  return found.rows
}
