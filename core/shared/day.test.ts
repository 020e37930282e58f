// Days are counted without a library where they are counted often; the library agrees.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { addDays, daysBetween, shownDay, weekdayOf } from './day.ts'

const anyDay = fc
  .integer({ min: -700_000, max: 50_000 })
  .map((days) => Temporal.PlainDate.from('2026-11-29').add({ days }).toString())

test('adding, the distance and the weekday are those of the calendar, from the year 110 on', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -20_000, max: 20_000 }), (day, days) => {
      const plain = Temporal.PlainDate.from(day)
      const later = plain.add({ days }).toString()
      assert.equal(addDays(day, days), later)
      assert.equal(daysBetween(day, later), days)
      assert.equal(weekdayOf(day), plain.dayOfWeek)
    }),
    { numRuns: 2000 },
  )
})

test('what is no day is a bug and is thrown', () => {
  for (const text of ['', '2026-13-01', 'hôm nay', '2026-1-1']) assert.throws(() => addDays(text, 1), RangeError)
})

test('a day is written the Vietnamese way', () => assert.equal(shownDay('2025-06-30'), '30/06/2025'))
