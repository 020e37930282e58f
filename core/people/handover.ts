// When a role ends, the work its holder had begun goes to somebody. Later slices put their part in here.
import type { Role } from '../shared/actor.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { WriteContext } from '../shared/operation.ts'

export interface EndedRole {
  personId: Id<'person'>
  role: Role
  bodyId: Id<'body'>
  lastDay: Day
  /** Who takes over; null: nobody was named, the drafts stay with their body. */
  handOverTo: Id<'person'> | null
}

type Taker = (context: WriteContext, ended: EndedRole) => Promise<void>

const takers = new Set<Taker>()

/** Called in the transaction that ends a role; what it throws undoes the ending. */
export function onRoleEnded(taker: Taker): void {
  takers.add(taker)
}

export async function handOver(context: WriteContext, ended: EndedRole): Promise<void> {
  for (const taker of takers) await taker(context, ended)
}
