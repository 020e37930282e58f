// The limits of cases as a calendar: a number and what kind of limit, and nothing that says who or what about. Pure.
import type { Day } from '../../shared/day.ts'
import type { CalendarEvent } from '../../shared/icalendar.ts'
import type { Id } from '../../shared/id.ts'
import type { LimitName } from '../limits.ts'
import { lineNumber } from '../submission.ts'

export interface FedLimit {
  limitId: Id<'legal_deadline'>
  submissionId: Id<'submission'>
  year: number
  number: number
  limit: string
  /** A day, or a minute: `2026-07-06T16:00`. */
  due: Day
  version: number
  changedAt: Date
}

/** The same words for every kind of case: which law it is under would say that it is a denunciation. */
const names: Record<LimitName, string> = {
  sort: 'hạn tiếp nhận, phân loại',
  accept: 'hạn thụ lý',
  solve: 'hạn giải quyết',
  send: 'hạn gửi kết quả',
  // Of denunciations alone: said like the one before it.
  publish: 'hạn gửi kết quả',
}

export const calendarName = 'Thời hạn đơn thư'

export function eventOf(fed: FedLimit, origin: string): CalendarEvent {
  const [name] = fed.limit.split('.') as [LimitName]
  return {
    uid: `han-${fed.limitId}@dong-thuan`,
    sequence: fed.version - 1,
    changedAt: fed.changedAt,
    when: fed.due.includes('T') ? { at: fed.due, minutes: 0 } : { day: fed.due },
    summary: `Hồ sơ ${lineNumber(fed)}: ${names[name] ?? 'thời hạn'}`,
    url: `${origin}/don-thu/${fed.submissionId}`,
  }
}
