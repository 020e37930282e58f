// The days of a pattern: weekdays of every week, or days of every month; on days off nobody receives. Pure.
import { natureOf, type WorkCalendar } from '../law/calendar.ts'
import { addDays, weekdayOf, type Day } from '../shared/day.ts'

/** A year of sessions is proposed at most, a guard against a typing error. */
export const longestPattern = 366

interface Pattern {
  from: Day
  to: Day
  /** Monday is 1. */
  weekdays: readonly number[]
  /** One that is off goes on to the next working day; one a month has not is its last. */
  monthDays: readonly number[]
}

/** In order, each once; `off`: weekdays left out as nobody works then. */
export function daysOf(
  calendar: WorkCalendar,
  { from, to, weekdays, monthDays }: Pattern,
): { days: Day[]; off: Day[] } {
  const works = (day: Day) => natureOf(calendar, day).works
  const [days, off] = [new Set<Day>(), new Set<Day>()]
  for (let day = from; day <= to; day = addDays(day, 1)) {
    if (weekdays.includes(weekdayOf(day))) (works(day) ? days : off).add(day)
    if (!monthDays.some((wanted) => isDayOfMonth(day, wanted))) continue
    let moved = day
    while (!works(moved)) moved = addDays(moved, 1)
    if (moved <= to) days.add(moved)
    else off.add(day)
  }
  return { days: [...days].sort(), off: [...off].sort() }
}

function isDayOfMonth(day: Day, wanted: number): boolean {
  const date = Number(day.slice(8))
  const isLast = addDays(day, 1).slice(8) === '01'
  return date === wanted || (isLast && wanted > date)
}
