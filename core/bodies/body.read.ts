// What other slices may ask about bodies. The day is always the caller's.
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { BodyVersion } from './body.ts'
import { bodyAt, functionHolders, kinOf } from './body.store.ts'

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
  lastNameOf,
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

/** A body that is no more is followed by those that took over from it and stand today; one that stands, by nobody. */
export async function heirsOf(db: ReadDb, body: Id<'body'>, today: Day): Promise<Id<'body'>[]> {
  if (await bodyAt(db, body, today)) return []
  const standing = []
  for (const heir of await kinOf(db, [body], { day: today, side: 'after' }))
    if (await bodyAt(db, heir, today)) standing.push(heir)
  return standing
}

/** Bodies that are no more, with those of `mine` that took over from them. */
export async function followedBy(
  db: ReadDb,
  mine: readonly Id<'body'>[],
  today: Day,
): Promise<Map<Id<'body'>, Id<'body'>[]>> {
  const followed = new Map<Id<'body'>, Id<'body'>[]>()
  for (const before of await kinOf(db, mine, { day: today, side: 'before' })) {
    const heirs = (await heirsOf(db, before, today)).filter((heir) => mine.includes(heir))
    if (heirs.length > 0) followed.set(before, heirs)
  }
  return followed
}

/** The names of those that took over from a body that is no more, as one reads them; empty: it stands, or nobody did. */
export async function heirNames(db: ReadDb, body: Id<'body'>, today: Day): Promise<string> {
  const names = []
  for (const heir of await heirsOf(db, body, today)) names.push((await bodyAt(db, heir, today))!.name)
  return names.join(', ')
}
