// When a body is reminded of what it has not sent: on steps before and after the due day. Pure.
import { addDays, daysBetween, weekdayOf, type Day } from '../shared/day.ts'

/** The topic of what is told about a form that was not sent. */
export const remindTopic = 'duty.remind'

/** Days before the due day; negative: after it. */
export type Step = number

/** Before the due day nobody is reminded on a Saturday or Sunday, but on the Friday before. */
export function dayOfStep(dueOn: Day, step: Step): Day {
  const day = addDays(dueOn, -step)
  const pastFriday = weekdayOf(day) - 5
  return step > 0 && pastFriday > 0 ? addDays(day, -pastFriday) : day
}

/** Due days outside it have no step to be told today. */
export function windowOf(steps: readonly Step[], catchUp: number, today: Day) {
  const pastWeekend = 2
  return {
    from: addDays(today, Math.min(...steps) - catchUp),
    until: addDays(today, Math.max(...steps) + pastWeekend),
  }
}

/** The step to be told today, or null: the newest whose day has come, unless that was longer ago than is caught up on. */
export function stepToday(steps: readonly Step[], catchUp: number, { dueOn, today }: { dueOn: Day; today: Day }) {
  const begun = steps.filter((step) => dayOfStep(dueOn, step) <= today).sort((a, b) => a - b)
  const newest = begun[0]
  if (newest === undefined || daysBetween(dayOfStep(dueOn, newest), today) > catchUp) return null
  return newest >= 0 && today > dueOn ? null : newest
}
