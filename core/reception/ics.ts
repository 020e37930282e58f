// The public schedule as an iCalendar file (RFC 5545), for the calendar of a telephone. Times are those of Vietnam, said in UTC.
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Sitting } from './reception.ts'

interface Shown extends Pick<
  Sitting,
  'id' | 'day' | 'starts' | 'ends' | 'placeWords' | 'receiver' | 'content' | 'stage'
> {
  desk: string
  /** How often it was moved or cancelled: a calendar takes the newest. */
  changes: number
  changedAt: Date
}

export function calendarFile(sittings: readonly Shown[], { origin }: { origin: string }): string {
  const host = new URL(origin).hostname
  const calendar = ical({
    ...{ name: 'Lịch tiếp công dân', prodId: { company: 'Đồng Thuận', product: 'Tiếp công dân', language: 'VI' } },
    ...{ method: ICalCalendarMethod.PUBLISH, url: `${origin}/tiep-dan/lich.ics` },
  })
  for (const one of sittings) {
    const at = (time: string) => new Date(`${one.day}T${time}:00+07:00`)
    calendar.createEvent({
      ...{ id: `tiep-dan-${one.id}@${host}`, sequence: one.changes, stamp: one.changedAt },
      ...{ start: at(one.starts), end: at(one.ends), location: one.placeWords, url: `${origin}/tiep-dan` },
      summary: `Tiếp công dân: ${one.desk}`,
      description: [`Người tiếp: ${one.receiver}`, one.content].filter(Boolean).join('\n'),
      status: one.stage === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return calendar.toString()
}
