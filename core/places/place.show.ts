// The page of a place: its version on a day, its names through time, where it came from and went, what it looks like.
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { functionsHere } from './place.functions.store.ts'
import {
  nearestShapes,
  pendingAt,
  predecessorsOf,
  statisticOf,
  successorsOf,
  type Shape,
} from './place.history.store.ts'
import { dayInForce, inForce } from './place.ts'
import { ancestorsOf, childrenOf, noCodeReason, versionsOf } from './place.store.ts'
import { shown, type boundaryCaptions } from './place.outputs.ts'

type PlaceId = Id<'place'>

/** Null when there is no such place. */
export async function showPlace(db: ReadDb, id: PlaceId, asked: { on?: Day; today: Day }) {
  const versions = await versionsOf(db, id)
  const reason = await noCodeReason(db, id)
  if (reason === undefined) return null
  const on = asked.on ?? dayInForce(versions, asked.today)
  const ancestors = await ancestorsOf(db, id, on)
  const at = versions.find((version) => inForce(version, on))
  return {
    id,
    on,
    at: at ? shown(at) : null,
    noCodeReason: reason,
    versions: versions.map(shown),
    ancestors: ancestors.map(shown),
    children: (await childrenOf(db, id, on)).map(shown),
    predecessors: await predecessorsOf(db, id),
    successors: await successorsOf(db, id),
    functions: await functionsHere(db, id, on),
    boundary: await boundaryAt(db, id, on),
    statistic: await statisticShown(db, id),
    pending: await pendingAt(db, [id, ...ancestors.map((ancestor) => ancestor.placeId)], on),
  }
}

interface Boundary {
  caption: (typeof boundaryCaptions)[number]
  shapes: Shape[]
}

/** The boundary of the day; else the place's own of another day; else of what it became, or of what it was made from. */
async function boundaryAt(db: ReadDb, id: PlaceId, on: Day): Promise<Boundary> {
  const later = await nearestShapes(db, id, 'successors')
  if (later.step === 0 && later.shapes.length > 0) {
    const today = later.shapes.filter((shape) => inForce(shape, on))
    return today.length > 0
      ? { caption: 'atDay', shapes: today }
      : { caption: 'samePlaceOtherDay', shapes: later.shapes.slice(0, 1) }
  }
  if (later.shapes.length > 0) return { caption: 'successors', shapes: later.shapes }
  const { shapes } = await nearestShapes(db, id, 'predecessors')
  return shapes.length > 0 ? { caption: 'predecessors', shapes } : { caption: 'none', shapes: [] }
}

async function statisticShown(db: ReadDb, id: PlaceId) {
  const row = await statisticOf(db, id)
  if (!row) return null
  const { area_km2: areaKm2, ...rest } = row
  return { areaKm2, ...rest }
}
