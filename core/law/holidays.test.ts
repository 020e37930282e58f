// Proposed days off against what the Government decided in years that are past.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays } from '../shared/day.ts'
import { calendarYears, isRestDay, proposeYear } from './holidays.ts'

const off = (year: number) =>
  proposeYear(year).map(({ day, kind }) => `${day.slice(5)}${kind === 'holiday' ? '' : ' bù'}`)

test('2026: Tết 16–20/2, Giỗ Tổ on a Sunday is made up on Monday, the new day of culture', () => {
  assert.deepEqual(off(2026), [
    ...['01-01', '02-16', '02-17', '02-18', '02-19', '02-20', '04-26', '04-27 bù', '04-30', '05-01'],
    ...['09-01', '09-02', '11-24'],
  ])
})

test('2023: Giỗ Tổ, 30/4 and 1/5 run together; Tết and 2/9 touch weekends', () => {
  assert.deepEqual(off(2023), [
    ...['01-01', '01-02 bù', '01-20', '01-21', '01-22', '01-23', '01-24', '01-25 bù', '01-26 bù'],
    ...['04-29', '04-30', '05-01', '05-02 bù', '05-03 bù', '09-01', '09-02', '09-04 bù'],
  ])
})

test('Tết as the Government set it, 2018–2026', () => {
  const tet = (year: number) => {
    const days = proposeYear(year).filter(({ name }) => name.includes('Tết Âm lịch'))
    return [days[0]!.day.slice(5), days.at(-1)!.day.slice(5)].join('…')
  }
  assert.deepEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].map(tet), [
    ...['02-14…02-20', '02-04…02-08', '01-23…01-29', '02-10…02-16', '01-31…02-04', '01-20…01-26', '02-08…02-14'],
    ...['01-27…01-31', '02-16…02-20'],
  ])
})

test('2/9 has one day until 2020 and two since; 24/11 is a holiday since 2026', () => {
  const named = (year: number, name: string) => proposeYear(year).filter((one) => one.name === name).length
  assert.deepEqual(
    [2019, 2020, 2021, 2026].map((year) => named(year, 'Quốc khánh')),
    [1, 1, 2, 2],
  )
  assert.deepEqual(
    [2025, 2026].map((year) => named(year, 'Ngày Văn hóa Việt Nam')),
    [0, 1],
  )
})

test('every year: no day twice, in order, and as many working days off as days of holiday', () => {
  for (let year = calendarYears.from; year <= calendarYears.to; year++) {
    const days = proposeYear(year)
    for (let i = 1; i < days.length; i++) assert.ok(days[i - 1]!.day < days[i]!.day)
    const holidays = days.filter(({ kind }) => kind === 'holiday')
    const worked = days.filter(({ day }) => !isRestDay(day))
    assert.equal(worked.length, holidays.length, String(year))
    for (const { day, kind } of days)
      if (kind === 'compensatory') assert.ok(!isRestDay(day) && days.some((one) => one.day < addDays(day, 1)))
  }
})
