// The calendar file against a parser we did not write: what goes in comes out again, whatever letters it is made of.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import ICAL from 'ical.js'
import { calendarFile, type CalendarEvent } from './icalendar.ts'

const event: CalendarEvent = {
  uid: 'han-1@dong-thuan',
  sequence: 2,
  changedAt: new Date('2026-07-06T02:00:00Z'),
  when: { day: '2026-12-31' },
  summary: 'Tiếp công dân',
}
const parsed = (text: string) => new ICAL.Component(ICAL.parse(text))

test('a day ends on the next, several on the day after the last; a minute has its zone', () => {
  const events = [
    event,
    { ...event, uid: 'b', when: { day: '2026-02-28', lastDay: '2026-03-01' } },
    { ...event, uid: 'c', when: { at: '2026-07-06T08:00', minutes: 210 }, location: 'Trụ sở, tầng 1' },
  ]
  const [day, days, hours] = parsed(calendarFile({ name: 'Lịch', events }))
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))
  assert.deepEqual([day!.startDate.toString(), day!.endDate.toString()], ['2026-12-31', '2027-01-01'])
  assert.deepEqual([days!.startDate.toString(), days!.endDate.toString()], ['2026-02-28', '2026-03-02'])
  assert.equal(hours!.startDate.toJSDate().toISOString(), '2026-07-06T01:00:00.000Z')
  assert.equal(hours!.endDate.toJSDate().toISOString(), '2026-07-06T04:30:00.000Z')
  assert.equal(hours!.location, 'Trụ sở, tầng 1')
  assert.equal(day!.sequence, 2)
})

test('any words come back as they were, in lines of at most 75 octets that cut no letter', () => {
  const words = fc.string({ unit: 'binary', maxLength: 200 }).map((text) => text.normalize('NFC'))
  const keepable = (text: string) =>
    !/[\u0000-\u001f\u007f\ud800-\udfff\u0085\u2028\u2029]/.test(text) && text.trim() === text && text !== ''
  fc.assert(
    fc.property(words.filter(keepable), (summary) => {
      const text = calendarFile({ name: 'Lịch', events: [{ ...event, summary }] })
      assert.equal(new ICAL.Event(parsed(text).getFirstSubcomponent('vevent')!).summary, summary)
      for (const line of text.split('\r\n')) {
        assert.ok(Buffer.byteLength(line) <= 75)
        assert.ok(!line.includes('\ufffd') || summary.includes('\ufffd'))
      }
    }),
    { numRuns: 500 },
  )
})

test('a line break in words is no line of the file: nobody adds an event by typing one', () => {
  const text = calendarFile({ name: 'Lịch', events: [{ ...event, summary: 'Một\r\nEND:VEVENT\nBEGIN:VEVENT' }] })
  assert.equal(parsed(text).getAllSubcomponents('vevent').length, 1)
  assert.match(text, /SUMMARY:Một\\nEND:VEVENT\\nBEGIN:VEVENT/)
})
