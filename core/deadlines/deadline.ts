// When a body is reminded of what it has not sent: on steps before and after the due day. Pure.
import { addDays, daysBetween, weekdayOf, type Day } from '../shared/day.ts'

/** The topic of what is told about a form that was not sent. */
export const remindTopic = 'duty.remind'

/** Days before the due day; negative: after it. */
export type Step = number

/** A step missed for longer than this, because nothing ran, is not told any more: the next one is. */
const catchUp = 3

/** Before the due day nobody is reminded on a Saturday or Sunday, but on the Friday before. */
export function dayOfStep(dueOn: Day, step: Step): Day {
  const day = addDays(dueOn, -step)
  const pastFriday = weekdayOf(day) - 5
  return step > 0 && pastFriday > 0 ? addDays(day, -pastFriday) : day
}

/** The step to be told today, or null: the newest whose day has come, unless that was long ago. */
export function stepToday(steps: readonly Step[], dueOn: Day, today: Day): Step | null {
  const begun = steps.filter((step) => dayOfStep(dueOn, step) <= today).sort((a, b) => a - b)
  const newest = begun[0]
  if (newest === undefined || daysBetween(dayOfStep(dueOn, newest), today) > catchUp) return null
  return newest >= 0 && today > dueOn ? null : newest
}
