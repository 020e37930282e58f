// Tết and the Hùng Kings' day against the published calendars.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { weekdayOf } from '../shared/day.ts'
import { dayOfLunar } from './lunar.ts'

const known: Record<number, [tet: string, hungKings: string]> = {
  2018: ['2018-02-16', '2018-04-25'],
  2023: ['2023-01-22', '2023-04-29'],
  2024: ['2024-02-10', '2024-04-18'],
  2025: ['2025-01-29', '2025-04-07'],
  2026: ['2026-02-17', '2026-04-26'],
  2027: ['2027-02-06', '2027-04-16'],
  2028: ['2028-01-26', '2028-04-04'],
  2029: ['2029-02-13', '2029-04-23'],
  2030: ['2030-02-02', '2030-04-12'],
  2031: ['2031-01-23', '2031-04-01'],
  2032: ['2032-02-11', '2032-04-19'],
  2033: ['2033-01-31', '2033-04-09'],
  2034: ['2034-02-19', '2034-04-28'],
  2035: ['2035-02-08', '2035-04-17'],
}

test('the first of the first month and the tenth of the third, 2018–2035', () => {
  for (const [year, [tet, hungKings]] of Object.entries(known))
    assert.deepEqual([dayOfLunar(Number(year), 1, 1), dayOfLunar(Number(year), 3, 10)], [tet, hungKings], year)
  assert.equal(weekdayOf(dayOfLunar(2030, 1, 1)), 6)
})

test('years in which Vietnam differed from calendars of UTC+8', () => {
  // 1985: a month earlier, the solstice of 1984 fell on another day; 2007: a day earlier.
  assert.deepEqual([dayOfLunar(1985, 1, 1), dayOfLunar(2007, 1, 1)], ['1985-01-21', '2007-02-17'])
})

test('every year from 1950 to 2100: twelve months in order, 29 or 30 days, Tết between 20 January and 21 February', () => {
  for (let year = 1950; year <= 2100; year++) {
    const tet = dayOfLunar(year, 1, 1)
    assert.ok(tet >= `${year}-01-20` && tet <= `${year}-02-21`, `${year}: ${tet}`)
    const starts = Array.from({ length: 12 }, (_, i) => Date.parse(dayOfLunar(year, i + 1, 1)) / 86_400_000)
    for (let i = 1; i < 12; i++) {
      const days = starts[i]! - starts[i - 1]!
      assert.ok([29, 30, 58, 59, 60].includes(days), `${year}-${i}: ${days}`)
    }
  }
  assert.throws(() => dayOfLunar(1949, 1, 1), RangeError)
})
