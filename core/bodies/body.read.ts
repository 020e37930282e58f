// What other slices may ask about bodies. The day is always the caller's.
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { BodyVersion } from './body.ts'
import { functionHolders } from './body.store.ts'

export {
  bodiesAbove,
  bodiesAt,
  bodiesBelow,
  bodyAt,
  functionHolders,
  functionKinds,
  functionsOf,
  isWithin,
  kinOf,
  organisations,
  versionsOf,
} from './body.store.ts'
export { standingAt, type StandingBody } from './body.standing.store.ts'
export type { BodyVersion } from './body.ts'

/** The body that does this at the place on the day; the first of the catalogue when several do. */
export async function functionHolder(
  db: ReadDb,
  functionKey: string,
  placeId: Id<'place'>,
  day: Day,
): Promise<BodyVersion | undefined> {
  return (await functionHolders(db, functionKey, { placeId, day }))[0]
}
