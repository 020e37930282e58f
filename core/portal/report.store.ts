// SQL of what everybody may read of cases: column by column, only of those the desk has shown and that are still its own.
import { sql, type RawBuilder } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import { subtree } from '../places/place.read.ts'
import type { Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { toldMoves, type PublicReport, type Update, type Wanted } from './report.ts'

const any = (values: readonly unknown[], type: 'int' | 'text') => sql`any(${values as unknown[]}::${sql.raw(type)}[])`

/** Whatever stands in the table: what was withdrawn, passed on or turned into another kind has no state (submission.store.ts). */
const visible = sql`p.state is not null`

const lastStep = sql`(select max(x.at) from submission_act x where x.submission_id = p.submission_id
  and x.move = ${any(toldMoves, 'text')})`

const shown = sql`
  select s.id, s.kind, s.topic, t.name as "topicName", p.text, p.state, s.desk_id as "deskId",
    ${lastNameOf(sql`s.desk_id`)} as "deskName", ${lastNameOf(sql`coalesce(s.lead_id, s.desk_id)`)} as "leadName",
    s.place_id as "placeId", (select v.full_name from place_version v where v.place_id = s.place_id
      order by v.valid_from desc nulls last limit 1) as "placeName",
    s.received_at as "receivedAt", p.shown_at as "shownAt", greatest(p.changed_at, ${lastStep}) as "updatedAt",
    (select d.due from legal_deadline d where d.noun = 'submission' and d.noun_id = s.id and d.met_at is null
      and d.limit_name like 'solve%' order by d.id desc limit 1) as due,
    p.lat::float8, p.lon::float8, p.answer, a.at as "answeredAt", ${lastNameOf(sql`a.body_id`)} as "answeredBy",
    array(select f.id from submission_file f where f.id = any(p.photos) and f.submission_id = s.id
      and f.answer_no = p.answer_no and f.clean_sha256 is not null order by f.id) as photos, s.illustrative
  from submission_public p join submission s on s.id = p.submission_id
  left join topic t on t.key = s.topic
  left join submission_answer a on a.submission_id = s.id and a.no = p.answer_no`

/** The newest first. */
export async function publicReports(db: ReadDb, wanted: Wanted, today: Day): Promise<PublicReport[]> {
  const { page, size } = wanted
  // The page is chosen before anything is looked up for its lines: what is skipped costs nothing more.
  const { rows } = await sql<PublicReport>`with chosen as materialized (
      select p.submission_id as id from submission_public p where ${visible} and ${fitting(wanted, today)}
      order by p.received_at desc, p.submission_id desc limit ${size} offset ${(page - 1) * size})
    ${shown} where s.id in (select id from chosen) order by s.received_at desc, s.id desc`.execute(db)
  return rows
}

export async function countPublicReports(db: ReadDb, wanted: Wanted, today: Day): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::int as count
    from submission_public p where ${visible} and ${fitting(wanted, today)}`.execute(db)
  return rows[0]!.count
}

function fitting(wanted: Wanted, today: Day): RawBuilder<unknown> {
  const { ids, desk, place, topics, states, from, to, updatedFrom, updatedTo, withoutTopic } = wanted
  const updated = sql`greatest(p.changed_at, ${lastStep})`
  const parts = [
    sql`true`,
    ...(ids ? [sql`p.submission_id = ${any(ids, 'int')}`] : []),
    ...(desk ? [sql`p.desk_id = ${desk}`] : []),
    ...(place ? [sql`p.place_id in (select id from ${subtree([place], today)})`] : []),
    ...(topics ? [topicIn(topics, withoutTopic)] : []),
    ...(states ? [sql`p.state = ${any(states, 'text')}`] : []),
    ...(from ? [sql`p.received_at >= ${from}`] : []),
    ...(to ? [sql`p.received_at <= ${to}`] : []),
    ...(updatedFrom ? [sql`${updated} >= ${updatedFrom}`] : []),
    ...(updatedTo ? [sql`${updated} <= ${updatedTo}`] : []),
  ]
  return sql.join(parts, sql` and `)
}

function topicIn(topics: readonly string[], withoutTopic = false): RawBuilder<unknown> {
  const named = sql`p.topic = ${any(topics, 'text')}`
  return withoutTopic ? sql`(${named} or p.topic is null)` : named
}

/** Changes with everything that could change a count or a choice: of one desk, or of all. Read in the snapshot that counts. */
export async function shownStamp(db: ReadDb, desk?: Id<'body'>): Promise<string> {
  const { rows } = await sql<{ stamp: string }>`select coalesce(sum(changes), 0)::text as stamp from desk_shown
    where ${desk ? sql`desk_id = ${desk}` : sql`true`}`.execute(db)
  return rows[0]!.stamp
}

/** What there is to choose from. */
export async function choices(db: ReadDb) {
  const desks = await sql<{ id: Id<'body'>; name: string }>`
    select desk_id as id, ${lastNameOf(sql`d.desk_id`)} as name from desk_shown d
    where exists (select from submission_public p where p.desk_id = d.desk_id and ${visible})
    order by ${lastNameOf(sql`d.desk_id`)} collate "vi-x-icu", id`.execute(db)
  const topics = await sql<{ key: string; name: string }>`
    select t.key, t.name from topic t where exists (select from submission_public p where p.topic = t.key and ${visible})
    order by t.position`.execute(db)
  return { desks: desks.rows, topics: topics.rows }
}

export interface Photo {
  sha256: string
  bytes: number
}

/** The picture made anew, when the case, the answer and the picture itself are shown. */
export async function photoOf(
  db: ReadDb,
  id: Id<'submission'>,
  file: Id<'submission_file'>,
): Promise<Photo | undefined> {
  const { rows } = await sql<Photo>`
    select f.clean_sha256 as sha256, f.clean_bytes as bytes
    from submission_file f join submission s on s.id = f.submission_id join submission_public p on p.submission_id = s.id
    where s.id = ${id} and f.id = ${file} and f.id = any(p.photos) and f.answer_no = p.answer_no
      and f.clean_sha256 is not null and ${visible}`.execute(db)
  return rows[0]
}

/** Steps of shown cases in a span of time; a step made before the case was shown counts as told when it was shown. */
export async function publicUpdates(
  db: ReadDb,
  span: { from: Date; to: Date; place?: Id<'place'>; page: number; size: number },
  today: Day,
): Promise<Update[]> {
  const at = sql`greatest(x.at, p.shown_at)`
  const { rows } = await sql<Update>`
    select s.id, x.no, x.move, ${at} as at, ${lastNameOf(sql`x.body_id`)} as "bodyName",
      case when x.move in ('answer', 'close') then 'answered' when x.move = 'reject' then 'rejected' else 'open' end as state,
      case when x.move = 'answer' and x.facts ->> 'answer' = p.answer_no::text then p.answer else '' end as answer
    from submission_public p join submission s on s.id = p.submission_id
    join submission_act x on x.submission_id = s.id and x.move = ${any(toldMoves, 'text')}
    where ${visible} and ${at} >= ${span.from} and ${at} <= ${span.to} and ${fitting({ ...span, from: undefined, to: undefined }, today)}
    order by ${at}, s.id, x.no limit ${span.size} offset ${(span.page - 1) * span.size}`.execute(db)
  return rows
}
