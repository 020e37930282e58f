// SQL of the gallery: published models by what stands in model_public beside what is shown, a page after the last one seen.
import { sql, type RawBuilder } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Kind, ReviewClass } from './model.ts'
import { queryOf } from './model.store.ts'

type ModelId = Id<'model'>

export interface Card {
  id: ModelId
  code: string
  kind: Kind
  field: string
  fieldName: string
  year: number
  name: string
  summary: string
  owner: string
  placeId: Id<'place'>
  place: string
  level: string | null
  levelName: string | null
  ended: boolean
  lastClass: ReviewClass | null
  copies: number
  photo: Id<'model_evidence'> | null
  shownAt: Date
  illustrative: boolean
}

export interface Filters {
  /** Every place that lies in the one looked at. */
  places?: readonly Id<'place'>[]
  field?: string
  level?: string
  kind?: Kind
  year?: number
  q: string
}

/** Whatever else stands in the tables: a person only with a consent in force. */
export const visible = sql`(p.kind <> 'exemplarPerson'
  or exists (select from model_consent c where c.model_id = p.model_id and c.withdrawn_at is null))`

function fitting({ places, field, level, kind, year, q }: Filters, common = false): RawBuilder<unknown> {
  const wanted = [visible]
  if (places) wanted.push(sql`p.place_id = any(${places as Id<'place'>[]}::int[])`)
  if (field) wanted.push(sql`p.field = ${field}`)
  if (kind) wanted.push(sql`p.kind = ${kind}`)
  if (year) wanted.push(sql`p.year = ${year}`)
  if (level) wanted.push(sql`${level} = any(p.levels)`)
  const asked = queryOf(q)
  const found = sql`p.words @@ to_tsquery('simple', ${asked})`
  // “is true” keeps the index of words out of it: of words that many hold, the newest are found sooner by walking from the newest.
  if (asked !== null) wanted.push(common ? sql`(${found}) is true` : found)
  return sql.join(wanted, sql` and `)
}

const cards = sql`select m.id, m.code, m.kind, m.field, f.name as "fieldName", m.year, m.name, p.summary,
  ${lastNameOf(sql`m.owner_id`)} as owner, m.place_id as "placeId",
  (select v.full_name from place_version v where v.place_id = m.place_id order by v.valid_from desc nulls last limit 1) as place,
  l.key as level, l.name as "levelName", m.stage = 'ended' as ended,
  (select r.class from model_review r where r.model_id = m.id order by r.year desc limit 1) as "lastClass",
  (select count(*)::int from model c where c.origin_id = m.id and c.stage not in ('draft', 'withdrawn')) as copies,
  (select e.id from model_evidence e where e.model_id = m.id and e.may_show and e.clean_sha256 is not null
    and e.removed_at is null order by e.id limit 1) as photo,
  p.shown_at as "shownAt", (extract(epoch from p.shown_at) * 1000000)::bigint::text as at, m.illustrative
  from model_public p join model m on m.id = p.model_id join model_field f on f.key = m.field
  left join lateral (select h.key, h.name from model_recognition r join honour_level h on h.key = r.level
    where r.model_id = m.id order by h.position desc limit 1) l on true`

/** Where a page begins: the last one seen, by the moment it was shown (in microseconds) and its number. */
export interface Seen {
  at: string
  id: number
}

export interface Turned extends Filters {
  /** Those shown before it; or, with `newer`, those shown after it, the nearest. */
  from: Seen | null
  newer: boolean
  size: number
  /** Many hold the words that are looked for. */
  common: boolean
}

const momentOf = (at: string) => sql`timestamptz 'epoch' + ${at}::float8 * interval '1 microsecond'`

/** The newest first, one more than the page holds; the page is chosen before anything is looked up for its cards. */
export async function publicCards(db: ReadDb, wanted: Turned): Promise<(Card & { at: string })[]> {
  const { from, newer, size, common } = wanted
  const [order, than] = newer ? [sql`asc`, sql`>`] : [sql`desc`, sql`<`]
  const beyond = from ? sql`and (p.shown_at, p.model_id) ${than} (${momentOf(from.at)}, ${from.id}::int)` : sql``
  const { rows } = await sql<Card & { at: string }>`with chosen as materialized (
      select p.model_id from model_public p where ${fitting(wanted, common)} ${beyond}
      order by p.shown_at ${order}, p.model_id ${order} limit ${size + 1})
    ${cards} where p.model_id in (select model_id from chosen) order by p.shown_at desc, p.model_id desc`.execute(db)
  return rows
}

/** How many there are; counted no further than `most`. */
export async function countPublic(db: ReadDb, wanted: Filters, most: number | null): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count from (
    select 1 from model_public p where ${fitting(wanted)} limit ${most}::bigint) x`.execute(db)
  return rows[0]!.count
}

export async function publicCard(db: ReadDb, id: ModelId): Promise<Card | undefined> {
  return (await sql<Card>`${cards} where p.model_id = ${id} and ${visible}`.execute(db)).rows[0]
}

/** How many are shown at each place, as places were called when they were made. */
export async function countsByPlace(db: ReadDb, wanted: Filters): Promise<Map<Id<'place'>, number>> {
  const { rows } = await sql<{ id: Id<'place'>; count: number }>`select p.place_id as id, count(*)::int as count
    from model_public p where ${fitting(wanted)} group by 1`.execute(db)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

/** Of those shown: how many go on, and how many of these somebody else has taken up. */
export async function aliveShown(db: ReadDb): Promise<{ alive: number; copied: number; illustrative: boolean }> {
  const { rows } = await sql<{ alive: number; copied: number; illustrative: boolean }>`select count(*)::int as alive,
    count(*) filter (where exists (select from model c where c.origin_id = m.id
      and c.stage not in ('draft', 'withdrawn')))::int as copied, coalesce(bool_or(m.illustrative), false) as illustrative
    from model_public p join model m on m.id = p.model_id and m.stage <> 'ended' where p.kind = 'model'`.execute(db)
  return rows[0]!
}
