// Days off of a year as the law would have them: a proposal that a person confirms, for the Government decides every year.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { addDays, weekdayOf, type Day } from '../shared/day.ts'
import { dayOfLunar, lunarYears } from './lunar.ts'

export const confidences = ['read', 'secondHand', 'assumed'] as const
export type Confidence = (typeof confidences)[number]

export const dayKinds = ['holiday', 'compensatory', 'swappedOff', 'swappedWork'] as const
export type DayKind = (typeof dayKinds)[number]

/** A day that is not what its weekday says. */
export interface SpecialDay {
  day: Day
  kind: DayKind
  name: string
  basis: string
  confidence: Confidence
}

const monthAndDay = z.string().regex(/^\d\d-\d\d$/)
const before = z.object({
  usually: z.number().int().min(0),
  /** By the weekday of the date itself, Monday 1. */
  ifWeekday: z.record(z.string(), z.number().int().min(0)),
})
const holidaySchema = z
  .object({
    key: z.string(),
    name: z.string(),
    solar: monthAndDay.optional(),
    lunar: monthAndDay.optional(),
    days: z.number().int().min(1).default(1),
    /** How many of the days lie before the date. */
    before: before.optional(),
    validFrom: z.string(),
    validTo: z.string().optional(),
    basis: z.string(),
    confidence: z.enum(confidences),
  })
  .refine((one) => (one.solar === undefined) !== (one.lunar === undefined))
type Holiday = z.output<typeof holidaySchema>

const rested = { basis: z.string(), confidence: z.enum(confidences) }
const rulesSchema = z.object({
  restDays: z.object({ weekdays: z.array(z.number().int().min(1).max(7)), ...rested }),
  compensation: z.object({ name: z.string(), ...rested }),
  /** Working hours of a day, in order, as HH:MM. */
  hours: z.object({ spans: z.array(z.tuple([z.string(), z.string()])).min(1), ...rested }),
  holidays: z.array(holidaySchema),
})
const file = new URL('./data/holidays.json', import.meta.url)
export const calendarRules = rulesSchema.parse(JSON.parse(readFileSync(file, 'utf8')))

/** The years that can be proposed. */
export const calendarYears = { from: 1995, to: lunarYears.to } as const

export function isRestDay(day: Day): boolean {
  return calendarRules.restDays.weekdays.includes(weekdayOf(day))
}

/** In order; a holiday on a weekly rest day is followed by a compensatory day, the next on which people would work. */
export function proposeYear(year: number): SpecialDay[] {
  const days = new Map<Day, SpecialDay>()
  for (const holiday of calendarRules.holidays)
    for (const day of daysOf(holiday, year)) if (!days.has(day)) days.set(day, special(holiday, day))
  const lost = [...days.keys()].filter(isRestDay).sort()
  for (const day of lost) {
    let next = addDays(day, 1)
    while (isRestDay(next) || days.has(next)) next = addDays(next, 1)
    const { name, basis, confidence } = calendarRules.compensation
    const of = days.get(day)!
    days.set(next, {
      day: next,
      kind: 'compensatory',
      name: `${name} ${of.name}`,
      basis,
      confidence: weaker(of.confidence, confidence),
    })
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

function special({ name, basis, confidence }: Holiday, day: Day): SpecialDay {
  return { day, kind: 'holiday', name, basis, confidence }
}

function daysOf(holiday: Holiday, year: number): Day[] {
  const [month, date] = (holiday.solar ?? holiday.lunar)!.split('-').map(Number) as [number, number]
  const on = holiday.solar ? `${year}-${holiday.solar}` : dayOfLunar(year, month, date)
  if (on < holiday.validFrom || (holiday.validTo && on > holiday.validTo)) return []
  const ahead = holiday.before ? (holiday.before.ifWeekday[weekdayOf(on)] ?? holiday.before.usually) : 0
  return Array.from({ length: holiday.days }, (_, i) => addDays(on, i - ahead))
}

export function weaker(a: Confidence, b: Confidence): Confidence {
  return confidences[Math.max(confidences.indexOf(a), confidences.indexOf(b))]!
}
