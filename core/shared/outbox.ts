// What has to be told to whom: written in the transaction of the save, read on the desk, mailed by core/mail.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Id } from './id.ts'

export interface Message {
  /** 'entry.return' and the like: the noun and the move. */
  topic: string
  /** To everybody who works in this body. */
  bodyId: Id<'body'>
  /** What the words need: names, numbers, an address in the platform; no personal data of citizens. */
  payload: Record<string, string | number | null>
}

export async function putInOutbox(tx: Transaction<Tables>, at: Date, message: Message): Promise<void> {
  await sql`insert into outbox_message (created_at, topic, body_id, payload)
    values (${at}, ${message.topic}, ${message.bodyId}, ${JSON.stringify(message.payload)}::jsonb)`.execute(tx)
}
