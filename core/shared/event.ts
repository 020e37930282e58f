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

/** Acts upon an event in its transaction: how a slice hears of a move in a slice below, which must not know it. */
export type Follower = (tx: Transaction<Tables>, line: EventLine, at: Date) => Promise<void>

const followers = new Map<string, Follower[]>()

/** From the loading of the follower's module on, in the order of loading. `heard` is `noun.move`. */
export function follow(heard: `${string}.${string}`, follower: Follower): void {
  followers.set(heard, [...(followers.get(heard) ?? []), follower])
}

/** Writes the event in the transaction of the save, then lets those act who follow it. */
export async function recordEvent(tx: Transaction<Tables>, actor: Actor, at: Date, line: EventLine): Promise<void> {
  await sql`insert into event (at, actor_kind, person_id, noun, noun_id, move, changes)
    values (${at}, ${actor.kind}, ${actor.kind === 'person' ? actor.personId : null}, ${line.noun}, ${line.id},
            ${line.move}, ${JSON.stringify(line.changes ?? {})}::jsonb)`.execute(tx)
  for (const follower of followers.get(`${line.noun}.${line.move}`) ?? []) await follower(tx, line, at)
}
