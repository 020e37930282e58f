// The places of a board shown by the places of a later day: their sums and duties go where their territory went. Pure.
import { carryFigures, type Fate } from '../../places/place.read.ts'
import type { Id } from '../../shared/id.ts'
import type { Child, Duties, PlaceRef, Standings } from './board.ts'
import type { Sums } from '../targets/scope.ts'

type PlaceId = Id<'place'>

export interface CarriedChild {
  placeId: PlaceId
  /** The places of the board that went into it, whole or in part. */
  from: PlaceRef[]
  sums: Sums
  standings: Standings
  /** Some of it was divided by a key: an estimate. */
  inParts: boolean
  /** Some of it went here in a part of unknown size, so its figures are missing. */
  lacking: boolean
}

export interface CarriedChildren {
  carried: CarriedChild[]
  /** Divided, shares not known: their figures stand nowhere else. */
  notComparable: { place: PlaceRef; touches: PlaceId[] }[]
  lost: PlaceRef[]
}

export function carryChildren(children: readonly Child[], fateOf: (place: PlaceId) => Fate): CarriedChildren {
  const fates = children.map((child) => ({ child, fate: fateOf(child.place.id) }))
  const into = [...new Set(fates.flatMap(({ fate }) => reachedBy(fate)))]
  return {
    carried: into.map((placeId) => {
      const here = fates.filter(({ fate }) => reachedBy(fate).includes(placeId))
      return {
        placeId,
        from: here.map(({ child }) => child.place),
        sums: sumsAt(placeId, here, fateOf),
        standings: addDuties(here.map(({ child }) => child.standings)),
        inParts: here.some(({ fate }) => fate.kind === 'inParts'),
        lacking: here.some(({ fate }) => fate.kind === 'notComparable'),
      }
    }),
    notComparable: fates.flatMap(({ child, fate }) =>
      fate.kind === 'notComparable' ? [{ place: child.place, touches: fate.touches }] : [],
    ),
    lost: fates.flatMap(({ child, fate }) => (fate.kind === 'lost' ? [child.place] : [])),
  }
}

function reachedBy(fate: Fate): PlaceId[] {
  if (fate.kind === 'whole') return [fate.to]
  if (fate.kind === 'inParts') return fate.parts.map(({ to }) => to)
  return fate.kind === 'notComparable' ? fate.touches : []
}

type Fated = { child: Child; fate: Fate }

/** A cell that nobody reported, or only places of unknown parts, stays absent: that is not zero. */
function sumsAt(placeId: PlaceId, here: readonly Fated[], fateOf: (place: PlaceId) => Fate): Sums {
  const known = here.filter(({ fate }) => fate.kind === 'whole' || fate.kind === 'inParts')
  const cells = new Set(known.flatMap(({ child }) => [...child.sums.keys()]))
  return new Map(
    [...cells].map((cell) => {
      const told = known.filter(({ child }) => child.sums.has(cell))
      const values = new Map(told.map(({ child }) => [child.place.id, child.sums.get(cell)!]))
      return [cell, carryFigures(values, fateOf).sums.get(placeId)!.value]
    }),
  )
}

function addDuties(all: readonly Standings[]): Standings {
  const sum = new Map<Id<'form'>, Duties>()
  for (const [form, one] of all.flatMap((standings) => [...standings])) {
    const so = sum.get(form) ?? { expected: 0, submitted: 0, accepted: 0, estimated: 0 }
    sum.set(form, {
      expected: so.expected + one.expected,
      submitted: so.submitted + one.submitted,
      accepted: so.accepted + one.accepted,
      estimated: so.estimated + one.estimated,
    })
  }
  return sum
}
