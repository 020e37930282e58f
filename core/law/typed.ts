// What people type about a time limit: when it began, and the days on which it was suspended. Pure.
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { isDay, zone, type Day } from '../shared/day.ts'
import { minutesOf, yearOf } from './calendar.ts'
import type { Pause } from './clock.ts'
import { calendarYears } from './holidays.ts'

export interface Start {
  day: Day
  /** Minutes after midnight in Vietnam; null: no time was given. */
  minutes: number | null
}

/** “2026-07-01”, “2026-07-01T15:30” in Vietnam, or an instant with its offset. null: none of these. */
export function readStart(text: string): Start | null {
  const typed = text.trim().replace(' ', 'T')
  if (isDay(typed)) return inRange({ day: typed, minutes: null })
  const [, day, time, offset] =
    /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/.exec(typed) ?? []
  if (!day || !time || !isDay(day) || minutesOf(time) >= 24 * 60 || time.slice(3) > '59') return null
  if (!offset) return inRange({ day, minutes: minutesOf(time) })
  const here = instantOf(typed)?.toZonedDateTimeISO(zone)
  return here ? inRange({ day: here.toPlainDate().toString(), minutes: here.hour * 60 + here.minute }) : null
}

/** null: seconds or an offset that no clock shows. */
function instantOf(text: string): Temporal.Instant | null {
  try {
    return Temporal.Instant.from(text)
  } catch {
    return null
  }
}

/** Far enough from the ends of what the calendar knows. */
function inRange(start: Start): Start | null {
  const year = yearOf(start.day)
  return year >= calendarYears.from && year <= calendarYears.to - 30 ? start : null
}

/** “A..B”, several with commas between them. null: one of them is none. */
export function readPauses(text: string): Pause[] | null {
  const pauses = text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => {
      const [from = '', to = '', more] = one.split('..').map((day) => day.trim())
      return more === undefined && isDay(from) && isDay(to) && from <= to ? { from, to } : null
    })
  return pauses.every((one) => one !== null) ? pauses : null
}

/** A whole number from 0, also as it stands in an address; nothing typed is no number, and never zero. */
export const amount = z
  .union(
    [
      z.number(),
      z
        .string()
        .trim()
        .regex(/^\d{1,9}$/)
        .transform(Number),
    ],
    'Ghi một số nguyên từ 0.',
  )
  .pipe(z.number().int('Ghi một số nguyên.').min(0, 'Ghi một số từ 0.'))
