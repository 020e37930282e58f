// What a board says of targets given down: whether they are carried, and each place against its own share. Pure.
import type { Id } from '../../shared/id.ts'
import { compareCount, comparePercent, holds } from '../targets/fraction.ts'
import type { Judged, Target, Verdict } from '../targets/target.ts'
import type { Cascaded, GivenTarget } from './cascade.reads.ts'
import { describeSide } from './cascade.schema.ts'

export interface OnBoard {
  cascaded: readonly Cascaded[]
  given: readonly GivenTarget[]
  /** The board of the whole programme: one place's own reader does not read of the others. */
  whole: boolean
}

export interface OwnShare {
  threshold: string
  verdict: Verdict
}

/** The share of the body at the place, and whether the figure there reaches it; null: none, or more bodies than one. */
export function shareAt(on: OnBoard, target: Target, row: Judged & { place: { id: Id<'place'> } }): OwnShare | null {
  const units = on.cascaded.find((one) => one.target.id === target.id)?.units ?? []
  const mine = units.filter(({ placeId, endedOn }) => placeId === row.place.id && endedOn === null)
  const threshold = mine.length === 1 ? mine[0]!.threshold : null
  if (threshold === null) return null
  if (row.verdict === 'noData') return { threshold, verdict: 'noData' }
  const order = target.indicator.unit === '%' ? comparePercent(row, threshold) : compareCount(row.numerator, threshold)
  return { threshold, verdict: holds(order, target.comparator) ? 'reached' : 'notReached' }
}

/** Whether the shares, and what lower programmes made of them, meet the target; null: not given down. */
export function carriedOn(on: OnBoard, target: Target) {
  const found = on.whole ? on.cascaded.find((one) => one.target.id === target.id) : undefined
  if (!found) return null
  return { rule: found.cascade.rule, given: describeSide(found.given), taken: describeSide(found.taken) }
}

/** Which upper target this one serves; null: none. */
export function servedOn(on: OnBoard, target: Target) {
  const found = on.whole ? on.given.find(({ here, taken }) => here && taken!.targetId === target.id) : undefined
  if (!found) return null
  const { upperNumber, upperTitle, upperBodyName, no, comparator, threshold, own } = found
  const lessStrict = own ? !own.judgement.holds : false
  return {
    number: upperNumber,
    title: upperTitle,
    body: upperBodyName,
    no,
    comparator,
    threshold,
    lessStrict,
    open: own?.open ?? false,
  }
}
