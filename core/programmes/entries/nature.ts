// Actual or estimate (“ước”): what a version says of itself, what is proposed, and that an actual never becomes an estimate. Pure.
import type { Day } from '../../shared/day.ts'
import { problem, type Problem } from '../../shared/result.ts'

export const natures = ['actual', 'estimate'] as const
export type Nature = (typeof natures)[number]

/** Before the cut-off nobody can have counted what the period will have at its end. */
export function proposedNature(at: { cutOffOn: Day; today: Day; counted: Nature | null }): Nature {
  return at.counted !== 'actual' && at.today < at.cutOffOn ? 'estimate' : 'actual'
}

/** Once an actual figure counts, only an actual one takes its place. */
export function faultOfNature(asked: Nature, counted: Nature | null): Problem[] {
  if (asked === 'actual' || counted !== 'actual') return []
  return [
    problem(
      'nature',
      'actual-counts-already',
      'Số chính thức của kỳ này đã được nhận nên không gửi số ước thay vào được. Hãy chọn “số chính thức”.',
      'The actual figures of this period have been accepted; an estimate cannot take their place. Choose “actual”.',
    ),
  ]
}

/** Estimates that still count after the cut-off wait for their actual figures. */
export function awaitsActual(at: { counted: Nature | null; cutOffOn: Day; today: Day }): boolean {
  return at.counted === 'estimate' && at.today >= at.cutOffOn
}
