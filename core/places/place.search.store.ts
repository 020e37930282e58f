// Finds places by name, in any time: one hit for each name a place has borne, today's first, exact diacritics first.
import { sql, type RawBuilder } from 'kysely'
import { searchKey } from '../shared/text.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { exactKey, levels, placeTypes, type Level, type PlaceType } from './place.ts'
import { inForceAt } from './place.store.ts'

export interface PlaceHit {
  placeId: Id<'place'>
  name: string
  fullName: string
  type: PlaceType
  level: Level
  code: string | null
  /** When the place bore this name; `validFrom` null: start not recorded. */
  validFrom: Day | null
  validTo: Day | null
  /** In force on the day asked about (today when none was asked). */
  current: boolean
  /** The units it belonged to at the end of that time, nearest first; that all are in the country goes without saying. */
  within: string[]
}

export interface Wanted {
  q: string
  /** Only places in force on this day. */
  on?: Day
  level?: Level
  today: Day
  page: number
  size: number
}

export async function searchPlaces(db: ReadDb, wanted: Wanted): Promise<{ total: number; hits: PlaceHit[] }> {
  const day = wanted.on ?? wanted.today
  const { rows } = await sql<PlaceHit & { total: number }>`
    with hit as (${namesFound(wanted, day)}),
    page as (
      select hit.*, count(*) over ()::int as total, row_number() over (order by ${ranking(wanted.q)}) as no from hit
      order by no limit ${wanted.size} offset ${(wanted.page - 1) * wanted.size}
    )
    select page.place_id as "placeId", page.name, page.full_name as "fullName", page.type, page.level, page.code,
      page.valid_from as "validFrom", page.valid_to as "validTo", page.current, page.total,
      array_remove(array[parent.full_name, grand.full_name], null) as within
    from page
    left join place_version parent on parent.place_id = page.parent_id and parent.level <> 'country'
      and ${onLastDay('parent')}
    left join place_version grand on grand.place_id = parent.parent_id and grand.level <> 'country'
      and ${onLastDay('grand')}
    order by page.no`.execute(db)
  const total = rows[0]?.total ?? 0
  return { total, hits: rows.map(({ total: _total, ...hit }) => hit) }
}

/** Versions that carry the words, those of one place and name taken together. */
function namesFound({ q, on, level }: Wanted, day: Day): RawBuilder<unknown> {
  return sql`select v.place_id, v.name, v.full_name, v.type, v.level, v.code,
      min(v.search_key) as search_key, min(v.exact_key) as exact_key, bool_or(${inForceAt('v', day)}) as current,
      nullif(min(coalesce(v.valid_from, '-infinity')), '-infinity') as valid_from,
      nullif(max(coalesce(v.valid_to, 'infinity')), 'infinity') as valid_to,
      greatest(max(v.valid_from), ${day}::date) as ask_day,
      (array_agg(v.parent_id order by v.valid_from desc nulls last))[1] as parent_id
    from place_version v
    where v.search_key like ${`%${searchKey(q)}%`}
      ${on ? sql`and ${inForceAt('v', on)}` : sql``} ${level ? sql`and v.level = ${level}` : sql``}
    group by v.place_id, v.name, v.full_name, v.type, v.level, v.code`
}

/** The parent is named as on the last day of the name, or as it is now when the name is still borne. */
function onLastDay(alias: string): RawBuilder<boolean> {
  const from = sql.ref(`${alias}.valid_from`)
  const to = sql.ref(`${alias}.valid_to`)
  const day = sql`coalesce(page.valid_to, page.ask_day)`
  return sql`(${from} is null or ${from} <= ${day}) and (${to} is null or ${to} >= ${day})`
}

/** Today's first; then the very name with its diacritics, the name without, the words inside a longer name. */
function ranking(q: string): RawBuilder<unknown> {
  const key = searchKey(q)
  const exact = exactKey(q)
  const withType = (word: string, keyOf: (text: string) => string) => placeTypes.map((type) => `${keyOf(type)} ${word}`)
  return sql`current desc,
    case when exact_key = any(${[exact, ...withType(exact, exactKey)]}::text[]) then 0
      when search_key = any(${[key, ...withType(key, searchKey)]}::text[]) then 1
      when ' ' || exact_key || ' ' like ${`% ${exact} %`} then 2
      when ' ' || search_key || ' ' like ${`% ${key} %`} then 3
      else 4 end,
    array_position(${levels as unknown as string[]}::text[], level), name collate "vi-x-icu",
    valid_from desc nulls last, code, place_id`
}
