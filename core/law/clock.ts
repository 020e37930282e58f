// When a legal time limit ends, and day by day why. Pure: a limit, when it began, what stopped it, and the calendar.
// The first day is not counted (Bộ luật Dân sự 2015, Điều 147); a limit that ends on a day off ends on the next working day
// (Điều 148); while a case is suspended its days do not count, from the day after the suspension to the day on which it goes on.
import { Temporal } from 'temporal-polyfill'
import { addDays, dayOfOrdinal, ordinalOf, type Day } from '../shared/day.ts'
import { natureOf, timeOf, yearOf, type DayNature, type WorkCalendar } from './calendar.ts'

export const units = ['workingDays', 'calendarDays', 'workingHours', 'clockHours', 'months'] as const
export type Unit = (typeof units)[number]

/** Days of suspension: `from` the decision that suspends, `to` the decision to go on. */
export interface Pause {
  from: Day
  to: Day
}

export interface Course {
  value: number
  unit: Unit
  start: Day
  /** Minutes after midnight, for limits in hours. */
  startsAt?: number
  pauses?: readonly Pause[]
  /** More of the same unit, granted before the limit ended. */
  extension?: number
}

/** What one day was for the limit. */
export type Why =
  | { kind: 'start' | 'counted' | 'paused' | 'moved' | 'sameDate' }
  | { kind: 'hours'; from: string; to: string; minutes: number }
  | { kind: 'off'; nature: Extract<DayNature, { works: false }> }
  | { kind: 'swapped'; name: string }

export interface Step {
  date: Day
  counted: boolean
  /** The how-manieth day of the limit, when it counts in days. */
  no: number | null
  why: Why
}

export interface Ending {
  /** The last day of the limit; YYYY-MM-DDTHH:MM when it counts in hours. */
  due: string
  /** What it would have been without suspension and extension. */
  originalDue: string
  steps: Step[]
  /** Years on the way whose days off no person has confirmed. */
  unconfirmed: number[]
}

/** Longer than any limit there is, and a guard against a typing error. */
export const longest = {
  ...{ workingDays: 1000, calendarDays: 1500 },
  ...{ workingHours: 3000, clockHours: 3000, months: 60 },
} as const satisfies Record<Unit, number>

export function endOf(calendar: WorkCalendar, course: Course): Ending {
  const { due, steps } = runs[course.unit](calendar, course)
  const originalDue = dueOf(calendar, { ...course, pauses: [], extension: 0 })
  const years = new Set(steps.map(({ date }) => yearOf(date)))
  const unconfirmed = [...years].filter((year) => !calendar.year(year).confirmed)
  return { due, originalDue, steps, unconfirmed }
}

/** The end alone: what `endOf` says, many times as fast. */
export function dueOf(calendar: WorkCalendar, course: Course): string {
  const { value, unit, start, pauses = [], extension = 0 } = course
  if (unit !== 'workingDays' && unit !== 'calendarDays') return runs[unit](calendar, course).due
  const suspended = pauses.map(({ from, to }) => ({ from: ordinalOf(from), to: ordinalOf(to) }))
  let day = ordinalOf(start)
  for (let left = value + extension; left > 0;) {
    day += 1
    if (suspended.some(({ from, to }) => day > from && day <= to)) continue
    if (unit === 'calendarDays' || calendar.works(day)) left -= 1
  }
  while (!calendar.works(day)) day += 1
  return dayOfOrdinal(day)
}

const isPaused = (pauses: readonly Pause[], day: Day) => pauses.some(({ from, to }) => day > from && day <= to)

function runDays(calendar: WorkCalendar, { value, unit, start, pauses = [], extension = 0 }: Course) {
  const steps: Step[] = [{ date: start, counted: false, no: null, why: { kind: 'start' } }]
  const wanted = value + extension
  let day = start
  for (let no = 0; no < wanted;) {
    day = addDays(day, 1)
    const why = isPaused(pauses, day) ? paused : whyOf(natureOf(calendar, day), unit)
    const counted = why.kind === 'counted' || why.kind === 'swapped'
    if (counted) no += 1
    steps.push({ date: day, counted, no: counted ? no : null, why })
  }
  return rolled(calendar, day, steps)
}

/** A limit that ends on a day off goes on to the next working day; its own last day is told already. */
function rolled(calendar: WorkCalendar, end: Day, steps: Step[]) {
  let day = end
  for (let nature = natureOf(calendar, day); !nature.works; nature = natureOf(calendar, day)) {
    if (steps.at(-1)!.date !== day) steps.push({ date: day, counted: false, no: null, why: { kind: 'off', nature } })
    day = addDays(day, 1)
  }
  if (steps.at(-1)!.date !== day) steps.push({ date: day, counted: false, no: null, why: { kind: 'moved' } })
  return { due: day, steps }
}

/** To the same date so many months later, or the last day of a shorter month; days of suspension are added to it. */
function runMonths(calendar: WorkCalendar, { value, start, pauses = [], extension = 0 }: Course) {
  const end = Temporal.PlainDate.from(start)
    .add({ months: value + extension })
    .toString()
  const steps: Step[] = [{ date: start, counted: false, no: null, why: { kind: 'start' } }]
  let day = end
  for (let left = pausedDays(pauses, start, end); left > 0; day = addDays(day, 1))
    if (!isPaused(pauses, addDays(day, 1))) left -= 1
  steps.push({ date: day, counted: true, no: null, why: { kind: 'sameDate' } })
  return rolled(calendar, day, steps)
}

function pausedDays(pauses: readonly Pause[], after: Day, until: Day): number {
  let days = 0
  for (let day = addDays(after, 1); day <= until; day = addDays(day, 1)) if (isPaused(pauses, day)) days += 1
  return days
}

/** Hours by the clock, day and night; nothing is off. */
function runClock(calendar: WorkCalendar, course: Course) {
  return runHours({ ...calendar, hours: [{ from: 0, to: 24 * 60 }] }, course, { always: true })
}

const runs: Record<Unit, (calendar: WorkCalendar, course: Course) => { due: string; steps: Step[] }> = {
  workingDays: runDays,
  calendarDays: runDays,
  workingHours: runHours,
  clockHours: runClock,
  months: runMonths,
}

const paused: Why = { kind: 'paused' }

function whyOf(nature: DayNature, unit: Unit): Why {
  if (unit === 'calendarDays') return { kind: 'counted' }
  if (!nature.works) return { kind: 'off', nature }
  return nature.swapped ? { kind: 'swapped', name: nature.swapped.name } : { kind: 'counted' }
}

/** Every minute of working time counts from the start on; it never ends outside of it. */
function runHours(calendar: WorkCalendar, course: Course, { always = false } = {}) {
  const { value, start, startsAt = 0, pauses = [], extension = 0 } = course
  const steps: Step[] = []
  let left = (value + extension) * 60
  for (let day = start; ; day = addDays(day, 1)) {
    const nature = natureOf(calendar, day)
    if (isPaused(pauses, day)) steps.push({ date: day, counted: false, no: null, why: paused })
    else if (!nature.works && !always) steps.push({ date: day, counted: false, no: null, why: { kind: 'off', nature } })
    else {
      const worked = workOn(calendar, { after: day === start ? startsAt : 0, left })
      const counted = worked.minutes > 0
      steps.push({ date: day, counted, no: null, why: { kind: 'hours', ...worked } })
      left -= worked.minutes
      if (left <= 0) return { due: instantOf(day, worked.to), steps }
    }
  }
}

/** Midnight is the beginning of the next day. */
const instantOf = (day: Day, time: string) => (time === '24:00' ? `${addDays(day, 1)}T00:00` : `${day}T${time}`)

/** What of a day's working time the limit takes: from when, until when, how many minutes. */
function workOn({ hours }: WorkCalendar, { after, left }: { after: number; left: number }) {
  let [minutes, from, to] = [0, '', '']
  for (const span of hours) {
    const begin = Math.max(span.from, after)
    const take = Math.min(span.to - begin, left - minutes)
    if (take <= 0) continue
    minutes += take
    from ||= timeOf(begin)
    to = timeOf(begin + take)
  }
  return { from, to, minutes }
}

/**
 * The last day on which something may be made known so long before an event; the day of the event is not counted. In hours by
 * the clock when the event has a time: YYYY-MM-DDTHH:MM.
 */
export function latestBefore(
  calendar: WorkCalendar,
  { value, unit, start, startsAt = 0 }: Pick<Course, 'value' | 'unit' | 'start' | 'startsAt'>,
): string {
  if (unit === 'months') return Temporal.PlainDate.from(start).subtract({ months: value }).toString()
  if (unit === 'workingHours' || unit === 'clockHours')
    return Temporal.PlainDateTime.from(`${start}T${timeOf(startsAt)}`)
      .subtract({ hours: value })
      .toString({ smallestUnit: 'minute' })
  let day = start
  for (let no = 0; no < value;) {
    day = addDays(day, -1)
    if (unit === 'calendarDays' || natureOf(calendar, day).works) no += 1
  }
  return day
}
