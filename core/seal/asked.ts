// How the slice an item belongs to says that somebody must not come near it, as whoever works for the accused's body.
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Result } from '../shared/result.ts'

export interface SealAsked {
  handle: string
  personId: Id<'person'>
  /** Who asks and looks, or who decides. */
  as: 'asker' | 'approver'
  today: Day
}

type Refused = Extract<Result<never>, { ok: false }>
type Watch = (db: ReadDb, asked: SealAsked) => Promise<Refused | null>

const watches = new Map<string, Watch>()

/** From the loading of the slice's module on; `what` as it was given to `seal`. Heard at asking, deciding and every look. */
export function onSealAsked(what: string, watch: Watch): void {
  watches.set(what, watch)
}

export async function whyNotNear(db: ReadDb, what: string, asked: SealAsked): Promise<Refused | null> {
  return (await watches.get(what)?.(db, asked)) ?? null
}
