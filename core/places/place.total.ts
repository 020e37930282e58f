// Counts places “as it was” on one day, “as of” another, and says how many of the old ones can be compared.
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { namedKeys } from './key/key.read.ts'
import { fatesOf } from './place.read.ts'
import { totalsOf } from './carry.ts'
import { restsOnEarlyList, type UnitLevel, type PlaceVersion } from './place.ts'
import { placesOfLevel, versionAt } from './place.store.ts'

type PlaceId = Id<'place'>

export interface Asked {
  level: UnitLevel
  on: Day
  from?: Day
  /** Only under this place, taken on `from` (on `on` when there is no `from`). */
  under?: PlaceVersion
}

export async function totalPlaces(db: ReadDb, { level, on, from, under }: Asked) {
  const none = { carriedWhole: null, carriedInParts: null, notComparable: null, lost: null, keys: [] }
  if (!from)
    return { level, from: null, on: (await count(db, level, { day: on, under: under && [under] })).side, ...none }
  const before = await count(db, level, { day: from, under: under && [under] })
  const after = await count(db, level, { day: on, under: under && (await becameOf(db, under, { from, on })) })
  const fates = await fatesOf(db, before.ids, { from, on })
  const keys = [...fates.values()].flatMap((fate) => (fate.kind === 'inParts' ? fate.keys : []))
  return { level, from: before.side, on: after.side, ...totalsOf(fates.values()), keys: await namedKeys(db, keys) }
}

async function count(db: ReadDb, level: UnitLevel, at: { day: Day; under?: PlaceVersion[] }) {
  const under = at.under?.map((version) => version.placeId)
  const places = await placesOfLevel(db, level, { day: at.day, under })
  return {
    ids: places.map((place) => place.placeId),
    side: {
      day: at.day,
      places: places.length,
      restingOnEarlyList: places.filter(restsOnEarlyList).length,
      under: (at.under ?? []).map(({ placeId, fullName }) => ({ placeId, fullName })),
    },
  }
}

/** The places a province went into: itself, or the one it was merged into; none for a dissolved district. */
async function becameOf(db: ReadDb, place: PlaceVersion, span: { from: Day; on: Day }): Promise<PlaceVersion[]> {
  const fate = (await fatesOf(db, [place.placeId], span)).get(place.placeId)!
  const ids: PlaceId[] =
    fate.kind === 'whole'
      ? [fate.to]
      : fate.kind === 'inParts'
        ? fate.parts.map((part) => part.to)
        : fate.kind === 'notComparable'
          ? fate.touches
          : []
  const versions = await Promise.all(ids.map((id) => versionAt(db, id, span.on)))
  return versions.filter((version) => version !== undefined)
}
