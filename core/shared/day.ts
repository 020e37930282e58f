// Legal days are calendar days in Vietnam, whatever the server's zone; written YYYY-MM-DD.
import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'

/** A calendar day, `YYYY-MM-DD`. Compares as text. */
export type Day = string

export const zone = 'Asia/Ho_Chi_Minh'

export const daySchema = z
  .string()
  .refine(isDay, {
    message: 'Ngày này không có trên lịch hoặc viết chưa đúng. Viết như 14/12/2023.',
    // A page turns 14/12/2023 into what stands here; other programs write this at once.
    params: { en: 'There is no such day, or it is not written right. Write 14/12/2023; through the API 2023-12-14.' },
  })
  .meta({ format: 'date' })

/** An instant in an answer: goes out as 2023-12-14T09:00:00.000Z. */
export const instantSchema = z
  .date()
  .transform((date) => date.toISOString())
  .meta({ type: 'string', format: 'date-time' })

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString() === text
  } catch {
    return false
  }
}

/** The day in Vietnam at an instant. */
export function dayAt(instant: Date): Day {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).toPlainDate().toString()
}

const msOfDay = 86_400_000

/** Days since 1970-01-01; without a zone, so that no hour is ever lost. Throws on what is no day. */
export function ordinalOf(day: Day): number {
  const ordinal = Date.parse(`${day}T00:00:00Z`) / msOfDay
  if (Number.isNaN(ordinal)) throw new RangeError(`no day: ${day}`)
  return ordinal
}

export function dayOfOrdinal(ordinal: number): Day {
  return new Date(ordinal * msOfDay).toISOString().slice(0, 10)
}

export function addDays(day: Day, days: number): Day {
  return dayOfOrdinal(ordinalOf(day) + days)
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return ordinalOf(to) - ordinalOf(from)
}

/** Monday is 1, Sunday 7. */
export function weekdayOf(day: Day): number {
  return ((((ordinalOf(day) + 3) % 7) + 7) % 7) + 1
}

/** Minutes after midnight in Vietnam at an instant. */
export function minuteAt(instant: Date): number {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone)
  return hour * 60 + minute
}

/** The hour in Vietnam at an instant, 0 to 23. */
export function hourAt(instant: Date): number {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone).hour
}

/** 26/11/2026, as people write it. */
export function shownDay(day: Day): string {
  return day.split('-').reverse().join('/')
}
