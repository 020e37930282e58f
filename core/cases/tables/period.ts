// The periods of the tables: a month, a quarter, six and nine months, a year, or the days a report counts (often from the
// 15th to the 14th); by keys. Pure.
import { shownDay, addDays, daysBetween, isDay, type Day } from '../../shared/day.ts'

export const periodKinds = ['month', 'quarter', 'half', 'nineMonths', 'year', 'days'] as const
export type PeriodKind = (typeof periodKinds)[number]

export interface Period {
  /** `2026`, `2026-9T`, `2026-6T`, `2026-Q3`, `2026-M07`, `2025-12-15_2026-12-14`. */
  key: string
  kind: PeriodKind
  year: number
  /** Of the month or quarter. */
  no: number | null
  from: Day
  /** The last day. */
  to: Day
}

const pattern = /^(20\d\d)(?:-(?:(M)(0[1-9]|1[0-2])|(Q)([1-4])|([69])T))?$/

/** null: no key of a period. */
export function periodOf(key: string): Period | null {
  const found = pattern.exec(key)
  if (!found) return daysOf(key)
  const year = Number(found[1])
  const [first, months, kind, no] = spanOf(found)
  const from = `${year}-${two(first)}-01`
  const after = first + months > 12 ? `${year + 1}-01-01` : `${year}-${two(first + months)}-01`
  return { key, kind, year, no, from, to: addDays(after, -1) }
}

/** A year and a month at most. */
const longest = 400

function daysOf(key: string): Period | null {
  const [from, to, ...more] = key.split('_') as [string, string?, ...string[]]
  if (!to || more.length > 0 || !isDay(from) || !isDay(to) || from > to || daysBetween(from, to) > longest) return null
  return { key, kind: 'days', year: Number(to.slice(0, 4)), no: null, from, to }
}

function spanOf(found: RegExpExecArray): [first: number, months: number, PeriodKind, number | null] {
  const [, , month, m, quarter, q, part] = found
  if (month) return [Number(m), 1, 'month', Number(m)]
  if (quarter) return [(Number(q) - 1) * 3 + 1, 3, 'quarter', Number(q)]
  if (part) return part === '6' ? [1, 6, 'half', null] : [1, 9, 'nineMonths', null]
  return [1, 12, 'year', null]
}

const two = (number: number) => String(number).padStart(2, '0')

/** Those of this year and the last that have begun, the longest first. */
export function periodsUntil(today: Day): Period[] {
  const year = Number(today.slice(0, 4))
  return [year, year - 1]
    .flatMap((each) => keysOf(each).map((key) => periodOf(key)!))
    .filter(({ from }) => from <= today)
}

function keysOf(year: number): string[] {
  const count = (most: number) => Array.from({ length: most }, (_, at) => most - at)
  const parts = ['', '-9T', '-6T', ...count(4).map((q) => `-Q${q}`), ...count(12).map((m) => `-M${two(m)}`)]
  return parts.map((part) => `${year}${part}`)
}

/** The period with exactly these days, as a report of another slice names its own; null: too long, or the wrong way round. */
export function periodBetween(from: Day, to: Day): Period | null {
  const year = Number(from.slice(0, 4))
  return (
    keysOf(year)
      .map((key) => periodOf(key)!)
      .find((one) => one.from === from && one.to === to) ?? daysOf(`${from}_${to}`)
  )
}

/** “quý III năm 2026”, as Vietnamese papers write it. */
export function periodName({ kind, year, no, from, to }: Period): string {
  const [first, last] = [from, to].map(shownDay)
  if (kind === 'days') return `từ ngày ${first} đến ngày ${last}`
  if (kind === 'month') return `tháng ${no} năm ${year}`
  if (kind === 'quarter') return `quý ${['I', 'II', 'III', 'IV'][no! - 1]} năm ${year}`
  if (kind === 'half') return `6 tháng đầu năm ${year}`
  return kind === 'nineMonths' ? `9 tháng đầu năm ${year}` : `năm ${year}`
}
