// Shows figures of old places by the places of a later day. What does not carry exactly is listed, never guessed. Pure.
import type { Id } from '../shared/id.ts'
import type { Fate } from './carry.ts'
import { apportion } from './share.ts'

type PlaceId = Id<'place'>

export interface CarriedSum {
  /** Everything that carried into this place; `inParts` of it by shares, the rest whole. */
  value: number
  inParts: number
  /** The keys by which the part in parts was divided: it is an estimate. */
  keys: Id<'place_key'>[]
  /** False: some old place gave this one a part of unknown size, so the true figure is larger. */
  complete: boolean
}

export interface CarriedFigures {
  sums: Map<PlaceId, CarriedSum>
  /** “Không so sánh được”: divided, shares not known. */
  notComparable: { placeId: PlaceId; value: number; touches: PlaceId[] }[]
  /** Dissolved without a successor. */
  lost: { placeId: PlaceId; value: number }[]
}

/**
 * `values` are counts (whole numbers ≥ 0) by old place. Sums, not comparable and lost together are exactly the values
 * that came in. A place that only got parts of unknown size appears with value 0 and `complete: false`.
 */
export function carryFigures(values: ReadonlyMap<PlaceId, number>, fateOf: (placeId: PlaceId) => Fate): CarriedFigures {
  const carried: CarriedFigures = { sums: new Map(), notComparable: [], lost: [] }
  for (const [placeId, value] of values) {
    const fate = fateOf(placeId)
    switch (fate.kind) {
      case 'whole':
        sumAt(carried, fate.to).value += value
        break
      case 'inParts':
        addParts(carried, fate, value)
        break
      case 'notComparable':
        carried.notComparable.push({ placeId, value, touches: fate.touches })
        for (const touched of fate.touches) sumAt(carried, touched).complete = false
        break
      case 'lost':
        carried.lost.push({ placeId, value })
    }
  }
  return carried
}

function addParts(carried: CarriedFigures, { parts, keys }: Extract<Fate, { kind: 'inParts' }>, value: number): void {
  const amounts = apportion(
    value,
    parts.map((part) => part.share),
  )
  for (const [at, { to }] of parts.entries()) {
    const sum = sumAt(carried, to)
    sum.value += amounts[at]!
    sum.inParts += amounts[at]!
    sum.keys = [...new Set([...sum.keys, ...keys])]
  }
}

function sumAt(carried: CarriedFigures, placeId: PlaceId): CarriedSum {
  const sum = carried.sums.get(placeId) ?? { value: 0, inParts: 0, keys: [], complete: true }
  carried.sums.set(placeId, sum)
  return sum
}
