// The Vietnamese lunisolar calendar: months begin on the day of the new moon at UTC+7, the month of the winter solstice is
// the eleventh, and of thirteen months the first without a solar term is the leap one. Astronomy after J. Meeus,
// “Astronomical Algorithms” (2nd ed.), chapters 25 and 49; good to seconds for new moons from 1950 to 2100.
import { Temporal } from 'temporal-polyfill'
import type { Day } from '../shared/day.ts'

/** What can be asked: outside of it the Earth's rotation is not known well enough. */
export const lunarYears = { from: 1950, to: 2100 } as const

const utcOffset = 7 / 24
/** Terrestrial time runs ahead of the clock by about this, in days; a few seconds either way change no date here. */
const clockBehind = 70 / 86_400
const newMoonOf2000 = 2_451_550.09766
const synodicMonth = 29.530588861

const sin = (degrees: number) => Math.sin((degrees * Math.PI) / 180)

/** The day on which the k-th new moon since January 2000 falls in Vietnam, as a Julian day number. */
function newMoonDay(k: number): number {
  const t = k / 1236.85
  const sun = 2.5534 + 29.1053567 * k - 0.0000014 * t * t
  const moon = 201.5643 + 385.81693528 * k + 0.0107582 * t * t
  const node = 160.7108 + 390.67050284 * k - 0.0016118 * t * t
  const ascending = 124.7746 - 1.56375588 * k + 0.0020672 * t * t
  const e = 1 - 0.002516 * t - 0.0000074 * t * t
  const corrections = [
    -0.4072 * sin(moon),
    0.17241 * e * sin(sun),
    0.01608 * sin(2 * moon),
    0.01039 * sin(2 * node),
    0.00739 * e * sin(moon - sun),
    -0.00514 * e * sin(moon + sun),
    0.00208 * e * e * sin(2 * sun),
    -0.00111 * sin(moon - 2 * node),
    -0.00057 * sin(moon + 2 * node),
    0.00056 * e * sin(2 * moon + sun),
    -0.00042 * sin(3 * moon),
    0.00042 * e * sin(sun + 2 * node),
    0.00038 * e * sin(sun - 2 * node),
    -0.00024 * e * sin(2 * moon - sun),
    -0.00017 * sin(ascending),
    0.000325 * sin(299.77 + 0.107408 * k - 0.009173 * t * t),
    0.000165 * sin(251.88 + 0.016321 * k),
    0.000164 * sin(251.83 + 26.651886 * k),
    0.000126 * sin(349.42 + 36.412478 * k),
    0.00011 * sin(84.66 + 18.206239 * k),
  ]
  const mean = newMoonOf2000 + synodicMonth * k + 0.00015437 * t * t
  const at = corrections.reduce((sum, each) => sum + each, mean) - clockBehind
  return Math.floor(at + 0.5 + utcOffset)
}

/** Which twelfth of its way the sun is in when a day begins in Vietnam; 9 begins with the winter solstice. */
function solarTerm(julianDay: number): number {
  const t = (julianDay - 0.5 - utcOffset + clockBehind - 2_451_545) / 36_525
  const anomaly = 357.52911 + 35_999.05029 * t - 0.0001537 * t * t
  const centre =
    (1.914602 - 0.004817 * t) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.000289 * sin(3 * anomaly)
  const mean = 280.46646 + 36_000.76983 * t + 0.0003032 * t * t
  const apparent = mean + centre - 0.00569 - 0.00478 * sin(125.04 - 1934.136 * t)
  return Math.floor((((apparent % 360) + 360) % 360) / 30)
}

/** The number of the new moon that begins the month of the winter solstice of a year. */
function eleventhMonth(year: number): number {
  const lastDay = julianDayOf(`${year}-12-31`)
  let k = Math.floor((lastDay - newMoonOf2000) / synodicMonth) + 1
  while (newMoonDay(k) > lastDay) k -= 1
  return solarTerm(newMoonDay(k)) >= 9 ? k - 1 : k
}

/** Months after the eleventh until the leap one, or null when the year has twelve. */
function leapAfter(first: number, next: number): number | null {
  if (next - first < 13) return null
  for (let after = 1; after < 13; after++)
    if (solarTerm(newMoonDay(first + after)) === solarTerm(newMoonDay(first + after + 1))) return after
  return null
}

/** The day of a lunar date of a lunar year; never of its leap month. Throws outside of `lunarYears`. */
export function dayOfLunar(lunarYear: number, month: number, day: number): Day {
  if (lunarYear < lunarYears.from || lunarYear > lunarYears.to) throw new RangeError(`lunar year ${lunarYear}`)
  const winter = eleventhMonth(lunarYear - 1)
  const leap = leapAfter(winter, eleventhMonth(lunarYear))
  const after = month + 1
  const k = winter + after + (leap !== null && after >= leap ? 1 : 0)
  return dayOfJulian(newMoonDay(k) + day - 1)
}

const noonOf1970 = 2_440_588

function julianDayOf(day: Day): number {
  return noonOf1970 + Temporal.PlainDate.from('1970-01-01').until(day, { largestUnit: 'days' }).days
}

function dayOfJulian(julianDay: number): Day {
  return Temporal.PlainDate.from('1970-01-01')
    .add({ days: julianDay - noonOf1970 })
    .toString()
}
