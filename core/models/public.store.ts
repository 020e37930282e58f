// SQL of what everybody reads of models, and of the consent without which no person is shown.
import { sql, type RawBuilder } from 'kysely'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { Kind, ReviewClass, Stage } from './model.ts'
import { queryOf, type Tx } from './model.store.ts'

type ModelId = Id<'model'>

export interface Consent {
  words: string
  on: Day
  channel: string
  document: string
}

/** In force now; null: none. */
export async function consentOf(db: ReadDb, id: ModelId): Promise<Consent | null> {
  const { rows } = await sql<Consent>`select words, given_on as "on", channel, document from model_consent
    where model_id = ${id} and withdrawn_at is null`.execute(db)
  return rows[0] ?? null
}

export async function insertConsent(
  tx: Tx,
  id: ModelId,
  made: Consent & { by: Id<'person'> | null; at: Date },
): Promise<void> {
  await sql`insert into model_consent (model_id, words, given_on, channel, document, taken_by, at)
    values (${id}, ${made.words}, ${made.on}, ${made.channel}, ${made.document}, ${made.by}, ${made.at})`.execute(tx)
}

/** false: none was in force. */
export async function withdrawConsentOf(tx: Tx, id: ModelId, at: { why: string; at: Date }): Promise<boolean> {
  const { rows } = await sql`update model_consent set withdrawn_at = ${at.at}, withdrawn_why = ${at.why}
    where model_id = ${id} and withdrawn_at is null returning 1`.execute(tx)
  return rows.length > 0
}

export async function shownSummary(db: ReadDb, id: ModelId): Promise<string | null> {
  const row = db.selectFrom('model_public').select('summary').where('model_id', '=', id)
  return (await row.executeTakeFirst())?.summary ?? null
}

export async function writePublic(
  tx: Tx,
  id: ModelId,
  made: { summary: string; by: Id<'person'> | null; at: Date },
): Promise<void> {
  await sql`insert into model_public (model_id, summary, shown_at, shown_by, changed_at)
    values (${id}, ${made.summary}, ${made.at}, ${made.by}, ${made.at})
    on conflict (model_id) do update set summary = excluded.summary, changed_at = excluded.changed_at`.execute(tx)
}

/** false: it was not shown. */
export async function hidePublic(tx: Tx, id: ModelId): Promise<boolean> {
  const { rows } = await sql`delete from model_public where model_id = ${id} returning 1`.execute(tx)
  return rows.length > 0
}

const nameOf = (id: RawBuilder<unknown>) =>
  sql`(select v.name from body_version v where v.body_id = ${id} order by v.valid_from desc nulls last limit 1)`

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

export interface Wanted {
  place?: Id<'place'>
  field?: string
  level?: string
  kind?: Kind
  year?: number
  q: string
  page: number
  size: number
}

/** Whatever else stands in the tables: a person only with a consent in force. */
const visible = sql`(m.kind <> 'exemplarPerson'
  or exists (select from model_consent c where c.model_id = m.id and c.withdrawn_at is null))`

/** Places that lie, or ever lay, in this one: what a district did stays findable in its province. */
const everUnder = (place: Id<'place'>) => sql`(with recursive below (id) as (
    select ${place}::int union select v.place_id from below join place_version v on v.parent_id = below.id)
  select id from below)`

function fitting({ place, field, level, kind, year, q }: Wanted): RawBuilder<unknown> {
  const wanted = [sql`${visible}`]
  if (place !== undefined) wanted.push(sql`m.place_id in ${everUnder(place)}`)
  if (field) wanted.push(sql`m.field = ${field}`)
  if (kind) wanted.push(sql`m.kind = ${kind}`)
  if (year) wanted.push(sql`m.year = ${year}`)
  if (level) wanted.push(sql`exists (select from model_recognition r where r.model_id = m.id and r.level = ${level})`)
  const asked = queryOf(q)
  if (asked !== null) wanted.push(sql`m.words @@ to_tsquery('simple', ${asked})`)
  return sql.join(wanted, sql` and `)
}

const cards = sql`select m.id, m.code, m.kind, m.field, f.name as "fieldName", m.year, m.name, p.summary,
  ${nameOf(sql`m.owner_id`)} as owner, m.place_id as "placeId",
  (select v.full_name from place_version v where v.place_id = m.place_id order by v.valid_from desc nulls last limit 1) as place,
  l.key as level, l.name as "levelName", m.stage = 'ended' as ended,
  (select r.class from model_review r where r.model_id = m.id order by r.year desc limit 1) as "lastClass",
  (select count(*)::int from model c where c.origin_id = m.id and c.stage not in ('draft', 'withdrawn')) as copies,
  (select e.id from model_evidence e where e.model_id = m.id and e.may_show and e.clean_sha256 is not null
    and e.removed_at is null order by e.id limit 1) as photo,
  p.shown_at as "shownAt", m.illustrative
  from model_public p join model m on m.id = p.model_id join model_field f on f.key = m.field
  left join lateral (select h.key, h.name from model_recognition r join honour_level h on h.key = r.level
    where r.model_id = m.id order by h.position desc limit 1) l on true`

/** The newest first; the page is chosen before anything is looked up for its cards. */
export async function publicCards(db: ReadDb, wanted: Wanted): Promise<Card[]> {
  const { rows } = await sql<Card>`with chosen as materialized (
      select p.model_id from model_public p join model m on m.id = p.model_id where ${fitting(wanted)}
      order by p.shown_at desc, p.model_id desc limit ${wanted.size} offset ${(wanted.page - 1) * wanted.size})
    ${cards} where p.model_id in (select model_id from chosen) order by p.shown_at desc, p.model_id desc`.execute(db)
  return rows
}

export async function countPublic(db: ReadDb, wanted: Wanted): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count
    from model_public p join model m on m.id = p.model_id where ${fitting(wanted)}`.execute(db)
  return rows[0]!.count
}

export async function publicCard(db: ReadDb, id: ModelId): Promise<Card | undefined> {
  return (await sql<Card>`${cards} where p.model_id = ${id} and ${visible}`.execute(db)).rows[0]
}

/** How many are shown at each place, for a map. */
export async function countsByPlace(db: ReadDb, wanted: Wanted): Promise<{ placeId: Id<'place'>; count: number }[]> {
  const { rows } = await sql<{
    placeId: Id<'place'>
    count: number
  }>`select m.place_id as "placeId", count(*)::int as count
    from model_public p join model m on m.id = p.model_id where ${fitting(wanted)} group by 1`.execute(db)
  return rows
}

export interface Kin {
  id: ModelId
  originId: ModelId | null
  depth: number
  name: string
  owner: string
  placeId: Id<'place'>
  place: string
  year: number
  stage: Stage
  changed: string
  shown: boolean
}

/** The whole family from its first one: what was copied from what, and what each did otherwise. */
export async function lineageOf(db: ReadDb, id: ModelId, most: number): Promise<Kin[]> {
  const { rows } = await sql<Kin>`
    with recursive up as (
      select id, origin_id, 0 as step from model where id = ${id}
      union all select m.id, m.origin_id, up.step + 1 from up join model m on m.id = up.origin_id where up.step < 100),
    root as (select id from up order by step desc limit 1),
    family as (
      select m.id, m.origin_id, 0 as depth from model m join root on root.id = m.id
      union all
      select m.id, m.origin_id, f.depth + 1 from family f join model m on m.origin_id = f.id
      where f.depth < 100 and m.stage not in ('draft', 'withdrawn')),
    chosen as (select * from family order by depth, id limit ${most})
    select s.id, s.origin_id as "originId", s.depth, m.name, m.place_id as "placeId", m.year, m.stage, m.changed,
      ${nameOf(sql`m.owner_id`)} as owner,
      (select v.full_name from place_version v where v.place_id = m.place_id
        order by v.valid_from desc nulls last limit 1) as place,
      (p.model_id is not null and ${visible}) as shown
    from chosen s join model m on m.id = s.id left join model_public p on p.model_id = m.id order by s.depth, s.id`.execute(
    db,
  )
  return rows
}

/** A picture everybody may see; undefined: none such. */
export async function publicPhoto(
  db: ReadDb,
  of: { id: ModelId; evidence: Id<'model_evidence'> },
): Promise<{ sha256: string } | undefined> {
  const { rows } = await sql<{ sha256: string }>`select e.clean_sha256 as sha256 from model_evidence e
    join model_public p on p.model_id = e.model_id join model m on m.id = e.model_id
    where e.model_id = ${of.id} and e.id = ${of.evidence} and e.may_show and e.removed_at is null
      and e.clean_sha256 is not null and ${visible}`.execute(db)
  return rows[0]
}
