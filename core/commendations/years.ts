// Years counted from a day. Pure.
import { Temporal } from 'temporal-polyfill'
import type { Day } from '../shared/day.ts'

/** The same day so many years later; 29 February becomes 28. */
export function addYears(day: Day, years: number): Day {
  return Temporal.PlainDate.from(day).add({ years }).toString()
}
