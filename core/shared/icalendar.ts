// A calendar as a file other programs subscribe to (RFC 5545): the same events are the same bytes, no clock is asked.
import { addDays, zone, type Day } from './day.ts'

export interface CalendarEvent {
  /** Stays with the event for good, whatever changes in it; without a host, as a platform may move. */
  uid: string
  /** Grows with every change of the event. */
  sequence: number
  changedAt: Date
  /** Whole days, the last one included; or from a minute in Vietnam, `2026-07-06T16:00`, for so many minutes. */
  when: { day: Day; lastDay?: Day } | { at: string; minutes: number }
  summary: string
  description?: string
  location?: string
  url?: string
  status?: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'
}

export interface Calendar {
  name: string
  description?: string
  events: readonly CalendarEvent[]
}

export const calendarMediaType = 'text/calendar; charset=utf-8'

export function calendarFile({ name, description, events }: Calendar): string {
  return [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Đồng Thuận//VI', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH'],
    ...line('NAME', name),
    ...line('X-WR-CALNAME', name),
    ...line('DESCRIPTION', description),
    ...['REFRESH-INTERVAL;VALUE=DURATION:PT1H', 'X-PUBLISHED-TTL:PT1H'],
    ...(events.some(({ when }) => 'at' in when) ? zoneLines : []),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
    .map((one) => `${folded(one)}\r\n`)
    .join('')
}

/** Vietnam has kept the hour of UTC+7 since the day the country had one clock. */
const zoneLines = [
  ...['BEGIN:VTIMEZONE', `TZID:${zone}`, 'BEGIN:STANDARD', 'DTSTART:19750613T000000', 'TZOFFSETFROM:+0700'],
  ...['TZOFFSETTO:+0700', 'TZNAME:+07', 'END:STANDARD', 'END:VTIMEZONE'],
]

function eventLines(event: CalendarEvent): string[] {
  const changed = instantOf(event.changedAt)
  return [
    'BEGIN:VEVENT',
    ...line('UID', event.uid),
    // RFC 5545, 3.8.7.2: of what is published it says when the event was last changed, so it asks no clock either.
    ...[`DTSTAMP:${changed}`, `LAST-MODIFIED:${changed}`, `SEQUENCE:${event.sequence}`],
    ...whenLines(event.when),
    ...line('SUMMARY', event.summary),
    ...line('DESCRIPTION', event.description),
    ...line('LOCATION', event.location),
    ...(event.url ? [`URL:${event.url}`] : []),
    `STATUS:${event.status ?? 'CONFIRMED'}`,
    // A day on which something is due takes nobody's time.
    `TRANSP:${'at' in event.when ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ]
}

/** The end of whole days is the day after the last (RFC 5545, 3.6.1). */
function whenLines(when: CalendarEvent['when']): string[] {
  if ('at' in when)
    return [`DTSTART;TZID=${zone}:${plain(when.at)}00`, `DURATION:PT${Math.max(0, Math.round(when.minutes))}M`]
  const after = addDays(when.lastDay ?? when.day, 1)
  return [`DTSTART;VALUE=DATE:${plain(when.day)}`, `DTEND;VALUE=DATE:${plain(after)}`]
}

const plain = (written: string) => written.replaceAll(/[-:]/g, '')
const instantOf = (at: Date) => `${plain(at.toISOString().slice(0, 19))}Z`

function line(name: string, words: string | undefined): string[] {
  if (words === undefined || words === '') return []
  return [`${name}:${escaped(words)}`]
}

/** What ends a value or a line is written otherwise; control characters are not for text at all. */
function escaped(words: string): string {
  const clean = words.normalize('NFC').replaceAll(/\r\n?/g, '\n')
  const safe = clean.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
  return safe.replaceAll(/[\\;,]/g, (mark) => `\\${mark}`).replaceAll('\n', '\\n')
}

const longestLine = 75

/** No line is longer than 75 octets; no letter is cut in two. */
function folded(whole: string): string {
  const lines: string[] = []
  let now = ''
  let octets = 0
  for (const letter of whole) {
    const size = Buffer.byteLength(letter)
    if (octets + size > longestLine) {
      lines.push(now)
      now = ' '
      octets = 1
    }
    now += letter
    octets += size
  }
  return [...lines, now].join('\r\n')
}
