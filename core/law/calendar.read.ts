// The working calendar as it stands in the database.
import type { ReadDb } from '../shared/operation.ts'
import { calendarOf, type WorkCalendar } from './calendar.ts'
import { confirmedDays, confirmedYears } from './calendar.store.ts'

export async function calendarFor(db: ReadDb): Promise<WorkCalendar> {
  const years = await confirmedYears(db)
  const days = Map.groupBy(await confirmedDays(db), ({ year }) => year)
  return calendarOf(new Map(years.map(({ year }) => [year, days.get(year) ?? []])))
}
