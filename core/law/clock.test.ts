// The clock: vectors worked out by hand, and a slow, obvious model beside it for a thousand random courses.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, daysBetween, weekdayOf, type Day } from '../shared/day.ts'
import { calendarOf } from './calendar.ts'
import { dueOf, endOf, latestBefore, type Course } from './clock.ts'
import { reasonOf } from './clock.words.ts'
import { proposeYear, type SpecialDay } from './holidays.ts'

const calendar = calendarOf(new Map())
const due = (course: Course) => endOf(calendar, course).due

test('the four vectors, and the one with a suspension', () => {
  assert.equal(due({ value: 7, unit: 'workingDays', start: '2026-02-12' }), '2026-03-02')
  assert.equal(due({ value: 5, unit: 'workingDays', start: '2026-04-23' }), '2026-05-05')
  assert.equal(due({ value: 3, unit: 'workingDays', start: '2026-11-20' }), '2026-11-26')
  assert.equal(due({ value: 30, unit: 'calendarDays', start: '2026-07-01' }), '2026-07-31')
  const pauses = [{ from: '2026-07-10', to: '2026-07-20' }]
  const paused = endOf(calendar, { value: 30, unit: 'calendarDays', start: '2026-07-01', pauses })
  assert.deepEqual([paused.due, paused.originalDue], ['2026-08-10', '2026-07-31'])
})

test('each day says why; what ends on a Saturday goes over the days off', () => {
  const { due, steps, unconfirmed } = endOf(calendar, { value: 3, unit: 'calendarDays', start: '2026-04-28' })
  assert.deepEqual(
    steps.map((step) => [step.date.slice(5), step.counted, reasonOf(step).vi]),
    [
      ['04-28', false, 'ngày bắt đầu, không tính'],
      ['04-29', true, 'ngày thứ 1'],
      ['04-30', true, 'ngày thứ 2'],
      ['05-01', true, 'ngày thứ 3'],
      ['05-02', false, 'nghỉ: thứ Bảy'],
      ['05-03', false, 'nghỉ: Chủ nhật'],
      ['05-04', false, 'ngày làm việc đầu tiên sau ngày nghỉ: hạn chuyển đến đây'],
    ],
  )
  assert.deepEqual([due, unconfirmed], ['2026-05-04', [2026]])
})

test('an extension is added before the one roll to a working day; two suspensions that overlap count once', () => {
  const course: Course = { value: 30, unit: 'calendarDays', start: '2026-06-01', extension: 30 }
  assert.deepEqual([due(course), endOf(calendar, course).originalDue], ['2026-07-31', '2026-07-01'])
  const pauses = [
    { from: '2026-06-03', to: '2026-06-08' },
    { from: '2026-06-05', to: '2026-06-10' },
  ]
  assert.equal(due({ ...course, extension: 0, pauses }), '2026-07-08')
  assert.equal(due({ ...course, extension: 0, pauses: [{ from: '2026-06-03', to: '2026-06-03' }] }), '2026-07-01')
})

test('hours: over noon, over the night, over a weekend, begun before and after work', () => {
  const hours = (value: number, start: Day, startsAt: number) => due({ value, unit: 'workingHours', start, startsAt })
  assert.equal(hours(8, '2026-07-01', 15 * 60), '2026-07-02T15:00')
  assert.equal(hours(4, '2026-07-01', 6 * 60), '2026-07-01T11:30')
  assert.equal(hours(4, '2026-07-01', 10 * 60), '2026-07-01T16:00')
  assert.equal(hours(1, '2026-07-01', 12 * 60), '2026-07-01T14:30')
  assert.equal(hours(8, '2026-07-03', 20 * 60), '2026-07-06T17:30')
  const { steps } = endOf(calendar, { value: 8, unit: 'workingHours', start: '2026-07-03', startsAt: 16 * 60 + 15 })
  assert.deepEqual(
    steps.map((step) => reasonOf(step).vi),
    [
      'tính 1 giờ 15 phút, từ 16:15 đến 17:30',
      'nghỉ: thứ Bảy',
      'nghỉ: Chủ nhật',
      'tính 6 giờ 45 phút, từ 07:30 đến 16:15',
    ],
  )
})

test('a Saturday on which people work instead counts; the day they have off for it does not', () => {
  const swap: SpecialDay[] = [
    ...proposeYear(2026),
    { day: '2026-08-31', kind: 'swappedOff', name: 'hoán đổi ngày 22/8', basis: 'TB', confidence: 'read' },
    { day: '2026-08-22', kind: 'swappedWork', name: 'đi làm thay ngày 31/8', basis: 'TB', confidence: 'read' },
  ]
  const swapped = calendarOf(new Map([[2026, swap]]))
  const ending = endOf(swapped, { value: 7, unit: 'workingDays', start: '2026-08-20' })
  assert.deepEqual([ending.due, ending.unconfirmed], ['2026-08-28', []])
  assert.equal(endOf(swapped, { value: 8, unit: 'workingDays', start: '2026-08-20' }).due, '2026-09-03')
})

test('posted at least five working days before: counted back over days off', () => {
  const before = (value: number, event: Day) => latestBefore(calendar, { value, unit: 'workingDays', start: event })
  assert.equal(before(5, '2026-05-05'), '2026-04-23')
  assert.equal(latestBefore(calendar, { value: 5, unit: 'calendarDays', start: '2026-05-05' }), '2026-04-30')
})

test('months to the same date, hours by the clock', () => {
  assert.equal(due({ value: 3, unit: 'months', start: '2026-08-30' }), '2026-11-30')
  assert.equal(due({ value: 6, unit: 'months', start: '2026-08-31' }), '2027-03-01')
  const pauses = [{ from: '2026-09-10', to: '2026-09-15' }]
  assert.equal(due({ value: 1, unit: 'months', start: '2026-09-01', pauses }), '2026-10-06')
  assert.equal(due({ value: 30, unit: 'clockHours', start: '2026-09-04', startsAt: 20 * 60 }), '2026-09-06T02:00')
  assert.equal(due({ value: 4, unit: 'clockHours', start: '2026-09-04', startsAt: 20 * 60 }), '2026-09-05T00:00')
  const meeting = { value: 1, unit: 'clockHours', start: '2026-09-04', startsAt: 30 } as const
  assert.equal(latestBefore(calendar, meeting), '2026-09-03T23:30')
})

/** Day after day with three questions, nothing clever. */
function obvious(days: ReadonlyMap<Day, SpecialDay>, { value, unit, start, pauses = [], extension = 0 }: Course): Day {
  const off = (day: Day) => {
    const kind = days.get(day)?.kind
    return kind === 'swappedWork' ? false : kind !== undefined || weekdayOf(day) > 5
  }
  let day = start
  let left = value + extension
  while (left > 0) {
    day = addDays(day, 1)
    let suspended = false
    for (const { from, to } of pauses) if (daysBetween(from, day) > 0 && daysBetween(day, to) >= 0) suspended = true
    if (!suspended && (unit === 'calendarDays' || !off(day))) left -= 1
  }
  while (off(day)) day = addDays(day, 1)
  return day
}

const anyDay = fc.integer({ min: 0, max: 900 }).map((n) => addDays('2025-01-01', n))
const anyCourse: fc.Arbitrary<Course> = fc.record({
  value: fc.integer({ min: 0, max: 120 }),
  unit: fc.constantFrom('workingDays' as const, 'calendarDays' as const),
  start: anyDay,
  pauses: fc.array(
    fc.tuple(anyDay, fc.integer({ min: 0, max: 60 })).map(([from, days]) => ({ from, to: addDays(from, days) })),
    { maxLength: 4 },
  ),
  extension: fc.integer({ min: 0, max: 60 }),
})
const anySpecial = fc.array(
  fc.record({
    day: anyDay,
    kind: fc.constantFrom('holiday' as const, 'swappedWork' as const, 'swappedOff' as const),
    name: fc.constant('ngày đặt thêm'),
    basis: fc.constant('thử'),
    confidence: fc.constant('assumed' as const),
  }),
  { maxLength: 30 },
)

test('a thousand random courses on random calendars equal the obvious model', () => {
  fc.assert(
    fc.property(anyCourse, anySpecial, (course, more) => {
      const years = new Map<number, SpecialDay[]>()
      for (let year = 2025; year <= 2032; year++)
        years.set(year, [...proposeYear(year), ...more.filter(({ day }) => Number(day.slice(0, 4)) === year)])
      const days = new Map([...years.values()].flat().map((one) => [one.day, one]))
      const ending = endOf(calendarOf(years), course)
      assert.equal(ending.due, obvious(days, course))
      assert.equal(dueOf(calendarOf(years), course), ending.due)
      assert.equal(ending.originalDue, obvious(days, { ...course, pauses: [], extension: 0 }))
      assert.equal(ending.steps.filter(({ counted }) => counted).length, course.value + (course.extension ?? 0))
      assert.equal(ending.steps.at(-1)!.date, ending.due)
    }),
    { numRuns: 1000 },
  )
})
