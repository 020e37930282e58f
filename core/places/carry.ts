// Follows places through acts to a later day: what went whole into one place, what by known shares, what cannot be said.
// Pure; figures are never re-parented, only shown again where the way is certain.
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import { isOne, multiply, one, parseShare, type Share } from './share.ts'

type PlaceId = Id<'place'>
type KeyId = Id<'place_key'>

/** One succession that moves territory. `renamed` and `retyped` stay at the same place and are no flows. */
export interface Flow {
  from: PlaceId
  to: PlaceId | null
  onDate: Day
  kind: 'merged' | 'split' | 'dissolved'
  /** Decimal text, of a key a fraction; null in a split: not known. */
  share: string | null
  /** The key the share is from; without: an act states it. */
  keyId?: KeyId | null
}

export type Fate =
  | { kind: 'whole'; to: PlaceId }
  /** Every part has a share, and the shares add up to one: an estimate, by the shares of acts and of these keys. */
  | { kind: 'inParts'; parts: { to: PlaceId; share: Share }[]; keys: KeyId[] }
  /** Some share is not known: `touches` are the places that may have got a part. */
  | { kind: 'notComparable'; touches: PlaceId[] }
  /** Dissolved, or ended, without any successor. */
  | { kind: 'lost' }

/** A place still followed: with the share that arrived, null when not known; `to` null: dissolved. */
interface Arrival {
  to: PlaceId | null
  share: Share | null
  keys: readonly KeyId[]
}

/** Answers the fate of a place that was there before the first of these flows. */
export function followFlows(flows: readonly Flow[]): (placeId: PlaceId) => Fate {
  const from = Map.groupBy(flows, (flow) => flow.from)
  const known = new Map<PlaceId, Arrival[]>()

  // A place whose territory changes ends, so all its flows bear one date and the way forward has no circles.
  function arrivals(placeId: PlaceId): Arrival[] {
    const seen = known.get(placeId)
    if (seen) return seen
    const next = (from.get(placeId) ?? []).flatMap((flow) => {
      const share = shareOf(flow)
      const by = flow.keyId ? [flow.keyId] : []
      if (flow.to === null) return [{ to: null, share, keys: by }]
      return arrivals(flow.to).map((far) => ({
        to: far.to,
        share: share && far.share && multiply(share, far.share),
        keys: [...by, ...far.keys],
      }))
    })
    const reached = next.length === 0 ? [{ to: placeId, share: one, keys: [] }] : next
    known.set(placeId, reached)
    return reached
  }
  return (placeId) => fateOf(arrivals(placeId))
}

function shareOf(flow: Flow): Share | null {
  if (flow.kind !== 'split') return one
  return flow.share === null ? null : parseShare(flow.share)
}

function fateOf(arrivals: Arrival[]): Fate {
  const places = [...new Set(arrivals.flatMap((arrival) => (arrival.to === null ? [] : [arrival.to])))]
  if (places.length === 0) return { kind: 'lost' }
  const anyLost = arrivals.some((arrival) => arrival.to === null)
  // Divided once and united again: all of it is in one place, whatever the shares were.
  if (places.length === 1 && !anyLost && adds(arrivals)) return { kind: 'whole', to: places[0]! }
  const parts = arrivals.flatMap(({ to, share }) => (to !== null && share !== null ? [{ to, share }] : []))
  const complete = parts.length === arrivals.length && isOne(parts.map((part) => part.share))
  const keys = [...new Set(arrivals.flatMap((arrival) => arrival.keys))]
  return complete ? { kind: 'inParts', parts, keys } : { kind: 'notComparable', touches: places }
}

/** One place is reached: by everything, unless the shares that are known say that something is missing. */
function adds(arrivals: Arrival[]): boolean {
  const shares = arrivals.flatMap((arrival) => (arrival.share === null ? [] : [arrival.share]))
  return shares.length < arrivals.length || isOne(shares)
}

export interface CarryTotals {
  carriedWhole: number
  carriedInParts: number
  notComparable: number
  lost: number
}

export function totalsOf(fates: Iterable<Fate>): CarryTotals {
  const totals = { carriedWhole: 0, carriedInParts: 0, notComparable: 0, lost: 0 }
  for (const fate of fates) {
    if (fate.kind === 'whole') totals.carriedWhole++
    else if (fate.kind === 'inParts') totals.carriedInParts++
    else totals[fate.kind]++
  }
  return totals
}
