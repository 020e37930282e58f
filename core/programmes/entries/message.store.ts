// SQL of the messages told to bodies.
import { sql } from 'kysely'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

export interface StoredMessage {
  id: number
  at: Date
  topic: string
  payload: { entry: number; body: string; form: string; period: string; to: string; reason: string | null }
}

/** The newest messages about entries to any of these bodies. */
export async function messagesTo(db: ReadDb, bodies: readonly Id<'body'>[], most: number): Promise<StoredMessage[]> {
  if (bodies.length === 0) return []
  const found = await sql<StoredMessage>`
    select id, created_at as at, topic, payload from outbox_message
    where topic like 'entry.%' and body_id = any(${bodies}::int[]) order by id desc limit ${most}`.execute(db)
  return found.rows
}
