// SQL about keys of divided places. A version is written once and never changed.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import { searchKey } from '../../shared/text.ts'
import { subtree } from '../place.store.ts'
import { writeShare, type KeyVersion, type Part } from './key.ts'
import type { Share } from '../share.ts'

type PlaceId = Id<'place'>
type KeyId = Id<'place_key'>

export interface Divided {
  placeId: PlaceId
  code: string | null
  fullName: string
  /** Where it was: “Quận Hoàng Mai, Thành phố Hà Nội”. */
  within: string
  onDate: Day
  act: string | null
  parts: number
  /** Of the newest version; 0: no key yet. */
  version: number
  withdrawn: boolean
  author: string | null
}

export interface Wanted {
  /** Of this place, on the last day before. */
  under?: PlaceId | undefined
  code?: string | undefined
  on?: Day | undefined
  /** Code, or words of its name and of the names above it. */
  q?: string | undefined
  /** With a key in use, or without one. */
  keyed?: boolean | undefined
  page: number
  size: number
}

/** Places that were divided, in the order of their codes. */
export async function dividedPlaces(
  db: ReadDb,
  { under, size, page, code, on, q, keyed }: Wanted,
): Promise<{ total: number; places: Divided[] }> {
  const within = await areaOf(db, under)
  const asked = [
    ...(within === null ? [] : [sql`s.from_id = any(${within}::int[])`]),
    ...(code === undefined ? [] : [sql`v.code = ${code}`]),
    ...(on === undefined ? [] : [sql`s.on_date = ${on}::date`]),
    ...searchKey(q ?? '')
      .split(' ')
      .filter(Boolean)
      .map(
        (word) => sql`' ' || concat_ws(' ', v.code, v.search_key, up.search_key, top.search_key) like ${`% ${word}%`}`,
      ),
    ...(keyed === undefined ? [] : [sql`(k.id is not null and not k.withdrawn) = ${keyed}`]),
  ]
  const where = asked.length > 0 ? sql`and ${sql.join(asked, sql` and `)}` : sql``
  const { rows } = await sql<Divided & { total: number }>`
    select v.place_id as "placeId", v.code, v.full_name as "fullName",
      concat_ws(', ', up.full_name, top.full_name) as within, s.on_date as "onDate", min(a.number) as act,
      count(*)::int as parts, coalesce(min(k.version), 0) as version, coalesce(bool_or(k.withdrawn), false) as withdrawn,
      min(k.author) as author, count(*) over ()::int as total
    from place_succession s join place_version v on v.place_id = s.from_id and v.valid_to = s.on_date - 1
    left join place_version up on up.place_id = v.parent_id and up.level <> 'country'
      and daterange(up.valid_from, up.valid_to, '[]') @> (s.on_date - 1)
    left join place_version top on top.place_id = up.parent_id and top.level <> 'country'
      and daterange(top.valid_from, top.valid_to, '[]') @> (s.on_date - 1)
    left join act a on a.id = s.act_id
    left join place_key k on k.place_id = s.from_id
      and k.version = (select max(version) from place_key where place_id = s.from_id)
    where s.kind = 'split' ${where}
    group by v.place_id, v.code, v.full_name, up.full_name, top.full_name, s.on_date
    order by s.on_date desc, v.code limit ${size} offset ${(page - 1) * size}`.execute(db)
  return { total: rows[0]?.total ?? 0, places: rows.map(({ total: _total, ...place }) => place) }
}

/** Everything that ever lay under the place on the eve of a division. */
async function areaOf(db: ReadDb, under: PlaceId | undefined): Promise<PlaceId[] | null> {
  if (under === undefined) return null
  const { rows: days } = await sql<{ day: Day }>`select distinct (on_date - 1)::date as day from place_succession
    where kind = 'split'`.execute(db)
  const found = new Set<PlaceId>()
  for (const { day } of days) {
    const { rows } = await sql<{ id: PlaceId }>`select id from ${subtree([under], day)}`.execute(db)
    for (const { id } of rows) found.add(id)
  }
  return [...found]
}

/** The successors of a divided place, as they were called on the day, in the order of their codes. */
export async function partsOf(db: ReadDb, placeId: PlaceId): Promise<Part[]> {
  const { rows } = await sql<Part>`select v.place_id as "placeId", v.code, v.full_name as "fullName",
      t.area_km2::text as "areaKm2", t.population,
      not exists (select 1 from place_succession o where o.to_id = s.to_id and o.from_id not in (s.from_id, o.to_id)
        and o.on_date = s.on_date) as alone
    from place_succession s join place_version v on v.place_id = s.to_id and v.valid_from = s.on_date
    left join place_statistic t on t.place_id = s.to_id
    where s.from_id = ${placeId} and s.kind = 'split' order by v.code`.execute(db)
  return rows
}

const columns = sql`k.id, k.place_id as "placeId", k.version, k.withdrawn, k.method, k.basis, k.dated, k.confidence, k.note,
  k.author, k.made_at as "madeAt", coalesce((select jsonb_agg(jsonb_build_object('to', p.to_id,
    'share', p.top || '/' || p.bottom) order by p.to_id) from place_key_share p where p.key_id = k.id), '[]') as shares`

/** Newest first. */
export async function versionsOfKey(db: ReadDb, placeId: PlaceId): Promise<KeyVersion[]> {
  const { rows } = await sql<KeyVersion>`select ${columns} from place_key k where k.place_id = ${placeId}
    order by k.version desc`.execute(db)
  return rows
}

export async function keysById(db: ReadDb, ids: readonly KeyId[]): Promise<(KeyVersion & { placeName: string })[]> {
  const { rows } = await sql<KeyVersion & { placeName: string }>`select ${columns},
      (select v.full_name from place_version v where v.place_id = k.place_id order by v.valid_to desc nulls first limit 1)
        as "placeName"
    from place_key k where k.id = any(${ids as KeyId[]}::int[]) order by k.id`.execute(db)
  return rows
}

export interface NewKey extends Omit<KeyVersion, 'id' | 'shares' | 'version' | 'madeAt'> {
  shares: readonly { to: PlaceId; share: Share }[]
}

/** Null when another version was written since `expectedVersion` was seen. */
export async function insertKey(
  db: Transaction<Tables>,
  key: NewKey,
  by: { expectedVersion: number; person: Id<'person'> | null; at: Date },
): Promise<KeyId | null> {
  const { shares, placeId, withdrawn, method, basis, dated, confidence, note, author } = key
  const { rows } = await sql<{ id: KeyId }>`
    insert into place_key (place_id, version, withdrawn, method, basis, dated, confidence, note, author, made_by, made_at)
    select ${placeId}, ${by.expectedVersion + 1}, ${withdrawn}, ${method}, ${basis}, ${dated}::date, ${confidence},
      ${note}, ${author}, ${by.person}, ${by.at}
    where ${by.expectedVersion} = (select coalesce(max(version), 0) from place_key where place_id = ${placeId})
    on conflict (place_id, version) do nothing returning id`.execute(db)
  const id = rows[0]?.id ?? null
  if (id === null) return null
  for (const { to, share } of shares) {
    const [top, bottom] = writeShare(share).split('/')
    await sql`insert into place_key_share (key_id, to_id, top, bottom)
      values (${id}, ${to}, ${top}::bigint, ${bottom}::bigint)`.execute(db)
  }
  return id
}
