// SQL about the working calendar: confirmed years and their days.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { SpecialDay } from './holidays.ts'

type Tx = Transaction<Tables>

export interface ConfirmedYear {
  year: number
  version: number
  basis: string
  confirmedBy: string | null
  confirmedAt: Date
}

export async function confirmedYears(db: ReadDb): Promise<ConfirmedYear[]> {
  const found = await sql<ConfirmedYear>`
    select y.year, y.version, y.basis, p.name as "confirmedBy", y.confirmed_at as "confirmedAt"
    from work_calendar_year y left join person p on p.id = y.confirmed_by order by y.year`.execute(db)
  return found.rows
}

/** Grows with every change of the calendar. */
export async function calendarMark(db: ReadDb): Promise<number> {
  const found = await sql<{
    mark: number
  }>`select coalesce(sum(version), 0)::int as mark from work_calendar_year`.execute(db)
  return found.rows[0]!.mark
}

/** In order of days. */
export async function confirmedDays(db: ReadDb): Promise<(SpecialDay & { year: number })[]> {
  const found = await sql<SpecialDay & { year: number }>`
    select year, day, kind, name, basis, confidence from work_calendar_day order by day`.execute(db)
  return found.rows
}

/** The new version; null when somebody else has written the year since. */
export async function writeYear(
  tx: Tx,
  at: { year: number; expectedVersion: number },
  made: { days: readonly SpecialDay[]; basis: string; by: Id<'person'> | null; now: Date },
): Promise<number | null> {
  const { year, expectedVersion } = at
  const { days, basis, by, now } = made
  const found = await sql<{ version: number }>`
    insert into work_calendar_year as y (year, version, basis, confirmed_by, confirmed_at)
    select ${year}::int, 1, ${basis}::text, ${by}::int, ${now}::timestamptz
    where ${expectedVersion} = 0 or exists (select from work_calendar_year where year = ${year})
    on conflict (year) do update set version = y.version + 1, basis = excluded.basis,
      confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at
      where y.version = ${expectedVersion} returning version`.execute(tx)
  const version = found.rows[0]?.version ?? null
  if (version === null) return null
  await sql`delete from work_calendar_day where year = ${year}`.execute(tx)
  await sql`insert into work_calendar_day (day, year, kind, name, basis, confidence)
    select (one ->> 'day')::date, ${year}, one ->> 'kind', one ->> 'name', one ->> 'basis', one ->> 'confidence'
    from jsonb_array_elements(${JSON.stringify(days)}::jsonb) one`.execute(tx)
  return version
}
