// SQL of rounds of comments: whom a draft was sent to, what they said, what became of it.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { AskedBody, Circulation, Comment } from './circulation.ts'

type Tx = Transaction<Tables>

const rounds = sql`select id, report_id as "reportId", no, due_on as "dueOn", intro, made_at as "madeAt"
  from report_circulation`

/** The newest round, which is the one that asks. */
export async function newestRound(db: ReadDb, report: Id<'report'>): Promise<Circulation | null> {
  const found = await sql<Circulation>`${rounds} where report_id = ${report} order by no desc limit 1`.execute(db)
  return found.rows[0] ?? null
}

export async function askedBodies(db: ReadDb, report: Id<'report'>): Promise<Id<'body'>[]> {
  const found = await sql<{ id: Id<'body'> }>`
    select b.body_id as id from report_circulation_body b where b.circulation_id = (
      select id from report_circulation where report_id = ${report} order by no desc limit 1)`.execute(db)
  return found.rows.map((row) => row.id)
}

export async function insertRound(
  tx: Tx,
  made: {
    report: Id<'report'>
    dueOn: Day
    intro: string | null
    by: Id<'person'> | null
    now: Date
    bodies: Id<'body'>[]
  },
): Promise<number> {
  const found = await sql<{ no: number }>`
    with round as (
      insert into report_circulation (report_id, no, due_on, intro, made_by, made_at)
      select ${made.report}::int, coalesce(max(no), 0) + 1, ${made.dueOn}::date, ${made.intro}::text, ${made.by}::int,
        ${made.now}::timestamptz from report_circulation where report_id = ${made.report}
      returning id, no),
    asked as (
      insert into report_circulation_body (circulation_id, body_id)
      select distinct round.id, b from round, unnest(${made.bodies}::int[]) b)
    select no from round`.execute(tx)
  return found.rows[0]!.no
}

/** Bodies (b) are called as on the due day of the round (c), or as they were called last. */
const named = sql`lateral (
  select name from body_version where body_id = b.body_id
  order by daterange(valid_from, valid_to, '[]') @> c.due_on desc, valid_from desc nulls last limit 1) v`

/** How many sections a body (b) said something to in the round; emptied words count as taken back. */
const said = sql`(select count(*) from report_comment m where m.circulation_id = b.circulation_id and m.body_id = b.body_id
  and (select text from report_comment_text where comment_id = m.id order by no desc limit 1) <> '')::int`

export async function bodiesOfRound(db: ReadDb, round: Circulation): Promise<AskedBody[]> {
  const found = await sql<AskedBody>`
    select b.body_id as "bodyId", v.name as "bodyName", b.agreed_at as "agreedAt", ${said} as comments
    from report_circulation_body b join report_circulation c on c.id = b.circulation_id cross join ${named}
    where b.circulation_id = ${round.id} order by v.name collate "vi-x-icu", b.body_id`.execute(db)
  return found.rows
}

/** Of every round, newest round first. */
export async function commentsOf(
  db: ReadDb,
  of: { report: Id<'report'>; body?: Id<'body'> | undefined },
): Promise<Comment[]> {
  const found = await sql<Comment>`
    select c.id, r.no, c.body_id as "bodyId", v.name as "bodyName", c.section, c.version, t.text,
      t.written_at as "writtenAt", t.late, c.verdict, c.why, p.name as "decidedBy", c.decided_at as "decidedAt"
    from report_circulation r join report_comment c on c.circulation_id = r.id
    join lateral (select * from report_comment_text where comment_id = c.id order by no desc limit 1) t on true
    join lateral (
      select name from body_version where body_id = c.body_id
      order by daterange(valid_from, valid_to, '[]') @> r.due_on desc, valid_from desc nulls last limit 1) v on true
    left join person p on p.id = c.decided_by
    where r.report_id = ${of.report} and (c.body_id = ${of.body ?? null}::int or ${of.body ?? null}::int is null)
      and t.text <> ''
    order by r.no desc, v.name collate "vi-x-icu", c.id`.execute(db)
  return found.rows
}

/** A body's own words on a section in this round; null: none yet. */
export async function commentAt(
  db: ReadDb,
  at: { round: Id<'report_circulation'>; body: Id<'body'>; section: string },
): Promise<{ version: number; text: string } | null> {
  const found = await sql<{ version: number; text: string }>`
    select c.version, t.text from report_comment c
    join lateral (select text from report_comment_text where comment_id = c.id order by no desc limit 1) t on true
    where c.circulation_id = ${at.round} and c.body_id = ${at.body} and c.section = ${at.section}`.execute(db)
  return found.rows[0] ?? null
}

/** Keeps the words as a new version and takes the verdict away; the report's row is locked by the move. */
export async function writeComment(
  tx: Tx,
  at: { round: Id<'report_circulation'>; body: Id<'body'>; section: string },
  written: { text: string; by: Id<'person'> | null; now: Date; late: boolean },
): Promise<number> {
  const found = await sql<{ version: number }>`
    with comment as (
      insert into report_comment as c (circulation_id, body_id, section) values (${at.round}, ${at.body}, ${at.section})
      on conflict (circulation_id, body_id, section) do update set version = c.version + 1, verdict = null, why = null,
        decided_by = null, decided_at = null
      returning id, version),
    kept as (
      insert into report_comment_text (comment_id, no, text, written_by, written_at, late)
      select id, (select coalesce(max(no), 0) + 1 from report_comment_text t where t.comment_id = comment.id),
        ${written.text}::text, ${written.by}::int, ${written.now}::timestamptz, ${written.late}::boolean from comment),
    heard as (
      update report_circulation_body set agreed_at = null, agreed_by = null
      where circulation_id = ${at.round} and body_id = ${at.body})
    select version from comment`.execute(tx)
  return found.rows[0]!.version
}

export async function writeAgreed(
  tx: Tx,
  at: { round: Id<'report_circulation'>; body: Id<'body'>; by: Id<'person'> | null; now: Date },
): Promise<void> {
  await sql`update report_circulation_body set agreed_at = ${at.now}, agreed_by = ${at.by}
    where circulation_id = ${at.round} and body_id = ${at.body} and agreed_at is null`.execute(tx)
}

/** null when the comment was changed or decided in between. */
export async function writeVerdict(
  tx: Tx,
  at: { report: Id<'report'>; comment: Id<'report_comment'>; expectedVersion: number },
  decided: { verdict: string; why: string | null; by: Id<'person'> | null; now: Date },
): Promise<number | null> {
  const found = await sql<{ version: number }>`
    update report_comment c set version = c.version + 1, verdict = ${decided.verdict}, why = ${decided.why},
      decided_by = ${decided.by}, decided_at = ${decided.now}
    from report_circulation r where r.id = c.circulation_id and r.report_id = ${at.report}
      and c.id = ${at.comment} and c.version = ${at.expectedVersion} returning c.version`.execute(tx)
  return found.rows[0]?.version ?? null
}

/** Drafts these bodies are asked about now. */
export interface ToComment {
  report: Id<'report'>
  title: string
  by: string
  body: Id<'body'>
  bodyName: string
  dueOn: Day
  comments: number
  agreed: boolean
}

export async function draftsToComment(db: ReadDb, bodies: readonly Id<'body'>[]): Promise<ToComment[]> {
  if (bodies.length === 0) return []
  const found = await sql<ToComment>`
    select r.id as report, r.title, o.name as by, b.body_id as body, v.name as "bodyName", c.due_on as "dueOn",
      ${said} as comments, b.agreed_at is not null as agreed
    from report_circulation c join report_circulation_body b on b.circulation_id = c.id
    join report r on r.id = c.report_id and r.stage in ('draft', 'returned')
    cross join ${named}
    cross join lateral (select name from body_version where body_id = r.body_id
      order by daterange(valid_from, valid_to, '[]') @> c.due_on desc, valid_from desc nulls last limit 1) o
    where b.body_id = any(${bodies as Id<'body'>[]}::int[])
      and c.no = (select max(no) from report_circulation n where n.report_id = c.report_id)
    order by c.due_on, r.id, b.body_id`.execute(db)
  return found.rows
}
