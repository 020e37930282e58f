// Times as GeoReport writes them (a W3C note on ISO 8601, with a zone), and the span of days a question reaches over. Pure.
import { Temporal } from 'temporal-polyfill'
import { zone } from '../shared/day.ts'

/** 2026-07-06T09:00:00+07:00 */
export function zoned(at: Date): string {
  const here = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone)
  return here.toString({ timeZoneName: 'never', smallestUnit: 'second' })
}

/** A limit in days ends with its last day. */
export function dueZoned(due: string): string {
  const [day, time = '23:59:59'] = due.split('T')
  return zoned(new Date(`${day}T${time.length === 5 ? `${time}:00` : time}+07:00`))
}

const written = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}(?::\d{2})?)(?:\.\d+)?(Z|[+-]\d{2}:?\d{2})?)?$/

/** A time without a zone is Vietnam's; a plus sign that became a blank on its way is a plus sign. null: no time at all. */
export function readTime(text: string): Date | null {
  const parts = written.exec(text.trim().replace(/ (\d{2}:?\d{2})$/, '+$1'))
  if (!parts) return null
  const [, day, time = '00:00', offset = '+07:00'] = parts
  const shift = offset === 'Z' ? 'Z' : offset.replace(/^(...)(..)$/, '$1:$2')
  const at = new Date(`${day}T${time.length === 5 ? `${time}:00` : time}${shift}`)
  return Number.isNaN(at.getTime()) || day!.slice(8) > String(daysIn(day!)) ? null : at
}

const daysIn = (day: string) => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate()

const ninetyDays = 90 * 86_400_000

/** At most 90 days: the latest of them when more are asked for, the last 90 when none are. null: it ends before it begins. */
export function spanOf(asked: { from?: Date; to?: Date }, now: Date): { from: Date; to: Date } | null {
  const to = asked.to ?? (asked.from ? new Date(Math.min(asked.from.getTime() + ninetyDays, lastMoment)) : now)
  const from = asked.from ?? new Date(to.getTime() - ninetyDays)
  if (from > to) return null
  return { from: new Date(Math.max(from.getTime(), to.getTime() - ninetyDays)), to }
}

const lastMoment = Date.UTC(9999, 11, 31)
