// The event table: who did which move to what, when. If it is not here, it did not happen.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Actor } from './actor.ts'

export interface EventLine {
  /** The thing, as 'entry' or 'programme', and its id. */
  noun: string
  id: number
  /** The verb of the move, as in the operations and the addresses: 'submit', 'accept' … */
  move: string
  /** What changed, without personal data. */
  changes?: Record<string, unknown>
}

/** Writes the event in the transaction of the save. */
export async function recordEvent(tx: Transaction<Tables>, actor: Actor, at: Date, line: EventLine): Promise<void> {
  await sql`insert into event (at, actor_kind, person_id, noun, noun_id, move, changes)
    values (${at}, ${actor.kind}, ${actor.kind === 'person' ? actor.personId : null}, ${line.noun}, ${line.id},
            ${line.move}, ${JSON.stringify(line.changes ?? {})}::jsonb)`.execute(tx)
}
