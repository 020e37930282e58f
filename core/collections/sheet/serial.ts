// Days as spreadsheets count them: 1 is 1 January 1900, with a 29 February 1900 that never was; or from 1904. Pure.
import type { Day } from '../../shared/day.ts'

const dayLength = 86_400_000
const epoch = { false: Date.UTC(1899, 11, 30), true: Date.UTC(1904, 0, 1) }

/** The calendar day of a serial number; null outside of 1900–9999. */
export function dayOfSerial(serial: number, date1904: boolean): Day | null {
  const whole = Math.floor(serial)
  const shift = !date1904 && whole < 60 ? 1 : 0
  const at = new Date(epoch[`${date1904}`] + (whole + shift) * dayLength)
  if (whole < (date1904 ? 0 : 1) || !(at.getUTCFullYear() <= 9999)) return null
  return at.toISOString().slice(0, 10)
}

export function serialOfDay(day: Day, date1904: boolean): number {
  const days = Math.round((Date.parse(`${day}T00:00:00Z`) - epoch[`${date1904}`]) / dayLength)
  return !date1904 && days <= 60 ? days - 1 : days
}
