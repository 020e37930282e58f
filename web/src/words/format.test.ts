// Days, times, numbers and shares, as they are written and as they are read.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { day, dayAndTime, dayOf, fraction, longDay, number, percent, time } from './format.ts'
import { readDay, readNumber } from './read.ts'

const spaced = (text: string | null) => text?.replaceAll('\u00a0', ' ')

test('a day is written 26/11/2026, with its name when it matters', () => {
  assert.equal(day('2026-11-26'), '26/11/2026')
  assert.equal(longDay('2026-11-26'), 'thứ Năm, 26/11/2026')
  assert.equal(longDay('2023-12-17'), 'Chủ nhật, 17/12/2023')
  assert.equal(longDay('2026-11-26', 'en'), 'Thursday, 26/11/2026')
})

test('an instant is told by the clock of Vietnam', () => {
  assert.equal(time('2026-11-26T07:30:00Z'), '14:30')
  assert.equal(dayOf('2026-11-26T18:00:00Z'), '2026-11-27')
  assert.equal(dayAndTime('2026-11-26T17:05:00Z'), '00:05, 27/11/2026')
})

test('numbers group by dots in Vietnamese and commas in English', () => {
  assert.equal(number(4120), '4.120')
  assert.equal(number(82625.5), '82.625,5')
  assert.equal(number(4120, 'en'), '4,120')
  assert.equal(number(-3), '−3')
  assert.equal(spaced(fraction(66100, 82625)), '66.100 / 82.625')
})

test('a share keeps one decimal and never rounds onto a level it does not reach', () => {
  assert.equal(spaced(percent(66100, 82625)), '80,0 %')
  assert.equal(spaced(percent(75, 93, { language: 'en' })), '80.6 %')
  assert.equal(spaced(percent(1927, 9643, { against: 20 })), '19,98 %')
  assert.equal(spaced(percent(66099, 82625, { against: 80 })), '79,999 %')
  assert.equal(spaced(percent(4, 5, { against: 80 })), '80,0 %')
  assert.equal(percent(0, 0), null)
})

test('days and numbers are read as people type them', () => {
  assert.equal(readDay('26/11/2026'), '2026-11-26')
  assert.equal(readDay(' 3-3-2023 '), '2023-03-03')
  assert.equal(readDay('26112026'), '2026-11-26')
  assert.equal(readDay('ngày mai'), 'ngày mai')
  assert.equal(readNumber('2.715'), 2715)
  assert.equal(readNumber('2 715'), 2715)
  assert.equal(readNumber('80,5'), 80.5)
  assert.equal(readNumber('1.234.567,25'), 1234567.25)
  assert.equal(readNumber('2.7'), '2.7')
  assert.equal(readNumber('bốn'), 'bốn')
})
