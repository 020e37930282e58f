// A limit that runs, as it is kept, and what the clock needs of it. Pure.
import { Temporal } from 'temporal-polyfill'
import { zone, type Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { Course, Unit } from './clock.ts'

export interface Running {
  id: Id<'legal_deadline'>
  noun: string
  nounId: number
  limit: string
  ruleKey: string
  article: string
  value: number
  unit: Unit
  startedOn: Day
  startedAt: number | null
  extension: number
  originalDue: string
  /** null: suspended. */
  due: string | null
  dueAt: Date | null
  metAt: Date | null
  version: number
  pauses: { from: Day; to: Day | null; reason: string }[]
}

/** A suspension that still lasts is no pause yet: while it lasts there is no end. */
export function courseOf({ value, unit, startedOn, startedAt, extension, pauses }: Running): Course {
  const ended = pauses.flatMap(({ from, to }) => (to === null ? [] : [{ from, to }]))
  return { value, unit, start: startedOn, startsAt: startedAt ?? 0, extension, pauses: ended }
}

/** The instant at which it is too late: the end of the day, or that minute. */
export function endsAt(due: string): Date {
  const plain = due.includes('T') ? due : `${due}T24:00`
  const [day, time] = plain.split('T') as [string, string]
  const start = Temporal.PlainDate.from(day)
  const at = time === '24:00' ? start.add({ days: 1 }).toPlainDateTime() : start.toPlainDateTime(time)
  return new Date(at.toZonedDateTime(zone).epochMilliseconds)
}

/** On time against the current end, and against the first one; null: still open. */
export function timeliness({ metAt, dueAt, originalDue }: Pick<Running, 'metAt' | 'dueAt' | 'originalDue'>) {
  if (metAt === null) return null
  return { onTime: dueAt === null || metAt <= dueAt, onFirst: metAt <= endsAt(originalDue) }
}
