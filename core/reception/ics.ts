// The public schedule as a calendar file, for the calendar of a telephone.
import { calendarFile as written } from '../shared/icalendar.ts'
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

const minuteOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

export function calendarFile(sittings: readonly Shown[], { origin }: { origin: string }): string {
  return written({
    name: 'Lịch tiếp công dân',
    events: sittings.map((one) => ({
      ...{ uid: `tiep-dan-${one.id}`, sequence: one.changes, changedAt: one.changedAt },
      when: { at: `${one.day}T${one.starts.slice(0, 5)}`, minutes: minuteOf(one.ends) - minuteOf(one.starts) },
      ...{ summary: `Tiếp công dân: ${one.desk}`, location: one.placeWords, url: `${origin}/tiep-dan` },
      description: [`Người tiếp: ${one.receiver}`, one.content].filter(Boolean).join('\n'),
      status: one.stage === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    })),
  })
}
