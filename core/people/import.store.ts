// Finding bodies by what somebody writes in a sheet.
import { sql } from 'kysely'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { lastStanding } from './reach.store.ts'
import { searchKey } from '../shared/text.ts'

export interface NamedBody {
  id: Id<'body'>
  name: string
  shortName: string
  /** The name of its place on the day. */
  place: string
}

/** Bodies as they stand on the day with this number or very name; otherwise with the name without its diacritics. */
export async function bodiesNamed(db: ReadDb, typed: string, day: Day): Promise<NamedBody[]> {
  const number = /^#?(\d{1,9})$/.exec(typed)?.[1]
  const { rows } = await sql<NamedBody & { exact: boolean }>`
    select v.body_id as id, v.name, v.short_name as "shortName", coalesce(p.full_name, '') as place,
      lower(normalize(v.name)) = lower(normalize(${typed}::text)) or lower(normalize(v.short_name)) = lower(normalize(${typed}::text)) as exact
    from body_version v
    left join place_version p on p.place_id = v.place_id
      and ${lastStanding({ alias: 'p', table: 'place_version', key: 'place_id', today: day })}
    where (v.valid_from is null or v.valid_from <= ${day}::date)
      and ${lastStanding({ alias: 'v', table: 'body_version', key: 'body_id', today: day })}
      and case when ${number ?? null}::int is null then v.search_key like ${`%${searchKey(typed)}%`}
        else v.body_id = ${number ?? null}::int end
    order by v.body_id limit 200`.execute(db)
  if (number !== undefined) return rows
  const key = searchKey(typed)
  const exact = rows.filter((row) => row.exact)
  return exact.length > 0
    ? exact
    : rows.filter((row) => searchKey(row.name) === key || searchKey(row.shortName) === key)
}
