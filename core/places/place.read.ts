// What other slices may ask about territory. The day is always the caller's: nothing here assumes “today”.
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { followFlows, totalsOf, type CarryTotals, type Fate } from './carry.ts'
import { carryFigures, type CarriedFigures } from './carry.figures.ts'
import { flowsFrom, statisticOf } from './place.history.store.ts'

export { ancestorsOf, childrenOf, placeAt, placesOfLevel, placeUnder, versionAt, versionsOf } from './place.store.ts'
/** Pieces of SQL for the stores of other slices: a version at a day, everything below some places, the official order. */
export { inForceAt, officialOrder, subtree } from './place.store.ts'
export { carryFigures } from './carry.figures.ts'
export type { CarriedFigures, CarriedSum } from './carry.figures.ts'
export { firstDayWithShapes, originsOf, shapesAt } from './place.history.store.ts'
export { areaOf, areasIn, type Area } from './place.now.ts'
export type { CarryTotals, Fate } from './carry.ts'

type PlaceId = Id<'place'>

/** The town its offices sit in, as papers name it before the day; null when not known. */
export async function seatOf(db: ReadDb, placeId: PlaceId): Promise<string | null> {
  return (await statisticOf(db, placeId))?.seat ?? null
}

export interface Span {
  /** The day the places were in force. */
  from: Day
  /** The later day they are looked at. */
  on: Day
}

/** What became of each of these places between two days. */
export async function fatesOf(db: ReadDb, places: readonly PlaceId[], span: Span): Promise<Map<PlaceId, Fate>> {
  const fateOf = followFlows(await flowsFrom(db, places, span))
  return new Map(places.map((placeId) => [placeId, fateOf(placeId)]))
}

/** How many of these places can be compared with the places of the later day. */
export async function carry(db: ReadDb, places: readonly PlaceId[], span: Span): Promise<CarryTotals> {
  return totalsOf((await fatesOf(db, places, span)).values())
}

/** Counts by old place, shown by the places of a later day; see `CarriedFigures` for what does not carry. */
export async function carryFiguresTo(
  db: ReadDb,
  values: ReadonlyMap<PlaceId, number>,
  span: Span,
): Promise<CarriedFigures> {
  const fates = await fatesOf(db, [...values.keys()], span)
  return carryFigures(values, (placeId) => fates.get(placeId)!)
}
