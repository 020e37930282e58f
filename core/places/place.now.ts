// In which of some places every place, of whatever day, lies on a day; asked often, looked up once while places stay as they are.
import type { App } from '../app.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import { keptUnder } from '../shared/kept.ts'
import type { ReadDb } from '../shared/operation.ts'
import { placesIn, placesStamp, shapesAt } from './place.history.store.ts'
import { childrenOf } from './place.store.ts'

type PlaceId = Id<'place'>

interface Asked {
  app: App
  db: ReadDb
  day: Day
}

/** Of each place its area: one of these, or nothing. None lies in two of them, if they are of one level. */
export async function areaOf(
  { app, db, day }: Asked,
  areas: readonly PlaceId[],
): Promise<ReadonlyMap<PlaceId, PlaceId>> {
  const what = `places in ${areas.join()} on ${day}`
  return keptUnder(app, { what, stamp: await placesStamp(db) }, () => placesIn(db, areas, day))
}

export interface Area {
  id: PlaceId
  name: string
  /** null: no boundary of the day is known. */
  geometry: unknown
  source: string | null
}

/** The places directly inside one, or the provinces, with their boundaries. */
export async function areasIn({ app, db, day }: Asked, placeId: PlaceId | null): Promise<readonly Area[]> {
  const kept = { what: `areas in ${placeId} on ${day}`, stamp: await placesStamp(db) }
  return keptUnder(app, kept, async () => {
    const inside = await childrenOf(db, placeId, day)
    const shapes = await shapesAt(
      db,
      inside.map((one) => one.placeId),
      day,
    )
    return inside.map(({ placeId: id, fullName: name }) => {
      const shape = shapes.find((one) => one.placeId === id)
      return { id, name, geometry: shape?.geometry ?? null, source: shape?.source ?? null }
    })
  })
}
