// How late an answer is. Pure.
import { dayAt, daysBetween, type Day } from '../../shared/day.ts'

/** Whole days after the due day; 0: in time. */
export function daysAfter(instant: Date, dueOn: Day): number {
  return Math.max(0, daysBetween(dueOn, dayAt(instant)))
}
