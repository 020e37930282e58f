// The working calendar: which days count as working days, by days a person confirmed or, until then, as proposed. Pure.
import { dayOfOrdinal, weekdayOf, type Day } from '../shared/day.ts'
import { calendarRules, isRestDay, proposeYear, type SpecialDay } from './holidays.ts'

export interface WorkCalendar {
  /** The special days of a year, and whether a person confirmed them. */
  year(year: number): { days: ReadonlyMap<Day, SpecialDay>; confirmed: boolean }
  /** Whether people work on a day given as days since 1970; remembered, for limits are computed by the hundred thousand. */
  works(ordinal: number): boolean
  /** Minutes after midnight at which work begins and ends. */
  hours: readonly { from: number; to: number }[]
}

/** What a day is for the clock. */
export type DayNature =
  { works: true; swapped: SpecialDay | null } | { works: false; weekday: number; special: SpecialDay | null }

export function natureOf(calendar: WorkCalendar, day: Day): DayNature {
  const special = calendar.year(yearOf(day)).days.get(day) ?? null
  if (special?.kind === 'swappedWork') return { works: true, swapped: special }
  if (special || isRestDay(day)) return { works: false, weekday: weekdayOf(day), special }
  return { works: true, swapped: null }
}

export const yearOf = (day: Day) => Number(day.slice(0, 4))

/** Confirmed years by their days; every other year is proposed, once. */
export function calendarOf(confirmed: ReadonlyMap<number, readonly SpecialDay[]>): WorkCalendar {
  const years = new Map<number, { days: ReadonlyMap<Day, SpecialDay>; confirmed: boolean }>()
  const known = new Map<number, boolean>()
  const calendar: WorkCalendar = {
    year(year) {
      const made = years.get(year) ?? yearMade(confirmed.get(year), year)
      years.set(year, made)
      return made
    },
    works(ordinal) {
      const works = known.get(ordinal) ?? natureOf(calendar, dayOfOrdinal(ordinal)).works
      known.set(ordinal, works)
      return works
    },
    hours: calendarRules.hours.spans.map(([from, to]) => ({ from: minutesOf(from), to: minutesOf(to) })),
  }
  return calendar
}

function yearMade(confirmed: readonly SpecialDay[] | undefined, year: number) {
  const days = confirmed ?? proposeYear(year)
  return { days: new Map(days.map((one) => [one.day, one])), confirmed: confirmed !== undefined }
}

/** “07:30” as minutes after midnight. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number]
  return hours * 60 + minutes
}

export function timeOf(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}
