// What has to be known of the territory to judge an act: read once, for all of its lines.
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import { inForce, type PlaceVersion } from '../place.ts'

type PlaceId = Id<'place'>

export interface World {
  /** The first day of the new order. */
  day: Day
  /** Every version, of any day, of the codes named and of the places that bear them. */
  versions: readonly PlaceVersion[]
  /** Direct children, as things stand on the day without the act, of the places named as changing. */
  children: readonly PlaceVersion[]
}

/** The same, arranged for looking up. */
export interface Atlas extends World {
  /** Who bears the code the day before. */
  before(code: string): PlaceVersion | undefined
  /** Who would bear the code on the day, did nothing change. */
  onDay(code: string): PlaceVersion | undefined
  /** Versions with this code that are in force on the day or come later. */
  bearersFrom(code: string): readonly PlaceVersion[]
  /** Oldest first. */
  versionsOf(placeId: PlaceId): readonly PlaceVersion[]
  childrenOf(placeId: PlaceId): readonly PlaceVersion[]
}

export function atlasOf(world: World, dayBefore: Day): Atlas {
  const byCode = Map.groupBy(world.versions, (version) => version.code ?? '')
  const byPlace = Map.groupBy(world.versions, (version) => version.placeId)
  const byParent = Map.groupBy(world.children, (child) => child.parentId)
  const bearing = (code: string, day: Day) => byCode.get(code)?.find((version) => inForce(version, day))
  return {
    ...world,
    before: (code) => bearing(code, dayBefore),
    onDay: (code) => bearing(code, world.day),
    bearersFrom: (code) => (byCode.get(code) ?? []).filter(({ validTo }) => validTo === null || validTo >= world.day),
    versionsOf: (placeId) => byPlace.get(placeId) ?? [],
    childrenOf: (placeId) => byParent.get(placeId) ?? [],
  }
}
