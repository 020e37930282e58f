// How days, times, numbers and shares are written, in both languages; always the clock of Vietnam.
import type { Language } from './words.ts'

const zone = 'Asia/Ho_Chi_Minh'
const locales = { vi: 'vi-VN', en: 'en-GB' } as const
/** Keeps “80,0 %” and “12 người” on one line. */
export const nbsp = '\u00a0'

/** Making a format costs a thousand times its use: each is made once. */
const formats = new Map<string, Intl.NumberFormat>()
function written(value: number, language: Language, options: Intl.NumberFormatOptions): string {
  const key = `${language} ${options.minimumFractionDigits ?? 0} ${options.maximumFractionDigits}`
  let format = formats.get(key)
  if (!format) formats.set(key, (format = new Intl.NumberFormat(locales[language], options)))
  return format.format(value).replace('-', '−')
}

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: zone })

/** True for a day as the platform keeps it: 2026-11-26. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
}

/** A day, `2026-11-26`, as 26/11/2026, the same in both languages. */
export function day(isoDay: string): string {
  const [year, month, date] = isoDay.split('-')
  return `${date}/${month}/${year}`
}

/** A day with its name: “thứ Năm, 26/11/2026”, “Thursday, 26/11/2026”. */
export function longDay(isoDay: string, language: Language = 'vi'): string {
  const weekday = new Date(`${isoDay}T12:00:00Z`).getUTCDay()
  return `${weekdays[language][weekday]}, ${day(isoDay)}`
}

const weekdays = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

/** The time of an instant in Vietnam: 14:30. */
export function time(instant: Date | string): string {
  return clock.format(new Date(instant))
}

/** The day of an instant in Vietnam, `YYYY-MM-DD`. */
export function dayOf(instant: Date | string): string {
  return calendar.format(new Date(instant))
}

/** An instant as “14:30, 26/11/2026”. */
export function dayAndTime(instant: Date | string): string {
  return `${time(instant)}, ${day(dayOf(instant))}`
}

/** 4120 → 4.120 (vi), 4,120 (en); at most `digits` decimals. */
export function number(value: number, language: Language = 'vi', digits = 6): string {
  return written(value, language, { maximumFractionDigits: digits, useGrouping: 'always' })
}

interface ShareOptions {
  language?: Language
  /** Decimals of the percentage; 1 unless told. */
  digits?: number
  /** The level asked for, in percent: decimals are added until 19,98 % does not read as 20,0 %. */
  against?: number | null
}

/** A share as “80,0 %”, rounded half up from the exact fraction; null when there is nothing to divide by. */
export function percent(numerator: number, denominator: number, options: ShareOptions = {}): string | null {
  const { language = 'vi', digits = 1, against = null } = options
  if (!denominator) return null
  for (let places = digits; ; places++) {
    const text = roundedPercent(numerator, denominator, places)
    const misleads = against !== null && Number(text) === against && numerator * 100 !== against * denominator
    if (!misleads || places >= digits + 4) return `${written(Number(text), language, decimals(places))}${nbsp}%`
  }
}

function roundedPercent(numerator: number, denominator: number, places: number): string {
  const scale = 10 ** places
  return (Math.floor((numerator * 100 * scale) / denominator + 0.5) / scale).toFixed(places)
}

function decimals(places: number) {
  return { minimumFractionDigits: places, maximumFractionDigits: places, useGrouping: 'always' } as const
}

/** A fraction written out: “4.120 / 5.150”. */
export function fraction(numerator: number, denominator: number, language: Language = 'vi'): string {
  return `${number(numerator, language)}${nbsp}/${nbsp}${number(denominator, language)}`
}
