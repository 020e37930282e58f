// SQL of the office's lists: what is on my desks, what my bodies have to do, soonest due first; and what is finished.
import { sql, type RawBuilder } from 'kysely'
import { lastNameOf } from '../bodies/body.read.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { searchKey } from '../shared/text.ts'
import { stages, type Channel, type Kind, type Outcome, type Stage, type Urgency } from './submission.ts'

export const boxes = ['toSort', 'toDo', 'waiting', 'answered', 'promised', 'all', 'finished'] as const
export type Box = (typeof boxes)[number]

/** For whom: the desks where he receives or leads, the bodies for which he handles, and whom he must not come near. */
export interface Scope {
  desks: readonly Id<'body'>[]
  leads: readonly Id<'body'>[]
  /** His bodies, all above them and those they took over from: what is about one of these is kept away from him. */
  near: readonly Id<'body'>[]
}

export interface QueueLine {
  id: Id<'submission'>
  deskId: Id<'body'>
  year: number
  number: number
  code: string
  door: Kind
  kind: Kind | null
  topic: string | null
  urgency: Urgency
  channel: Channel
  stage: Stage
  outcome: Outcome | null
  lead: string | null
  receivedAt: Date
  /** null: no limit runs, or it is suspended. */
  due: string | null
  dueAt: Date | null
  excerpt: string | null
  reopened: number
}

const any = (ids: readonly number[]) => sql`any(${ids as number[]}::int[])`

const stagesOf: Record<Box, { desk: readonly Stage[]; lead: readonly Stage[] }> = {
  toSort: { desk: ['received'], lead: [] },
  waiting: { desk: ['waiting'], lead: [] },
  toDo: { desk: ['checking'], lead: ['open', 'suspended'] },
  answered: { desk: ['answered'], lead: ['answered'] },
  promised: { desk: ['open', 'answered', 'closed'], lead: ['open', 'answered', 'closed'] },
  all: { desk: stages.filter(isAlive), lead: stages.filter(isAlive) },
  finished: { desk: ['closed', 'ended'], lead: ['closed', 'ended'] },
}

function isAlive(stage: Stage): boolean {
  return stage !== 'closed' && stage !== 'ended'
}

interface Narrowed {
  joined: RawBuilder<unknown>
  where: RawBuilder<unknown>
  /** No more than so many, the newest first: for a list that begins with the newest. */
  most: number | null
}

const unnarrowed: Narrowed = { joined: sql``, where: sql`true`, most: null }

/**
 * The ids of a box, each once, by three ways in: with one condition and an “or” the database reads every submission there is.
 * What is in scope is found first (`offset 0`), then narrowed: the newest first, so that a list ends where its page is full.
 */
function within(scope: Scope, box: Box, { joined, where, most }: Narrowed = unnarrowed): RawBuilder<unknown> {
  const { desk, lead } = stagesOf[box]
  // Said in the words of the partial indexes, so that they are used.
  const wide: Record<string, RawBuilder<unknown>> = {
    finished: sql`s.stage in ('closed', 'ended')`,
    promised: sql`s.id in (select submission_id from submission_promise where kept_at is null)`,
  }
  const narrow = wide[box] ?? sql`s.stage not in ('closed', 'ended')`
  const found = (own: RawBuilder<unknown>, wanted: readonly Stage[]) => sql`
    (select s.id from (select s.* from submission s where ${own} and s.stage = any(${wanted as Stage[]}::text[])
        and ${narrow} ${most === null ? sql`` : sql`order by s.id desc`} offset 0) s ${joined}
      where ${where} and ${notNear(scope)} ${most === null ? sql`` : sql`limit ${most}`})`
  const leads = any(scope.leads)
  const ways = [
    found(sql`s.desk_id = ${any(scope.desks)}`, desk),
    found(sql`s.lead_id = ${leads}`, lead),
    found(sql`s.id in (select submission_id from submission_support where body_id = ${leads})`, lead),
  ]
  return sql.join(ways, sql` union `)
}

const notNear = ({ near }: Scope) =>
  sql`not exists (select from submission_accused a where a.submission_id = s.id and a.body_id = ${any(near)})`

export interface Wanted {
  box: Box
  kind?: Kind
  late: boolean
  q: string
  page: number
  now: Date
}

const pageSize = 50

const openLimit = sql`lateral (select due, due_at from legal_deadline
  where noun = 'submission' and noun_id = s.id and met_at is null order by due_at nulls last limit 1) l`
const openPromise = sql`lateral (select due::text, (due + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh' as due_at
  from submission_promise where submission_id = s.id and kept_at is null order by due limit 1) l`

/** By when: of what was promised the promised day, of all else the limit that runs. */
const dueIn = (box: Box) => (box === 'promised' ? openPromise : openLimit)

/** One more than a page, so that the caller knows whether there is a next one. First which, then what stands in their lines. */
export async function queueOf(db: ReadDb, scope: Scope, wanted: Wanted): Promise<QueueLine[]> {
  const { box, kind, late, q, page, now } = wanted
  const newest = box === 'finished'
  const order = newest ? sql`s.id desc` : sql`l.due_at asc nulls last, s.id`
  const where = kind ? sql`coalesce(s.kind, s.door) = ${kind} and ${matching(q)}` : matching(q)
  const narrowed = { joined: joinedFor(q), where, most: newest && !late ? page * pageSize + 1 : null }
  const { rows } = await sql<QueueLine>`
    with page as (
      select s.id, row_number() over (order by ${order}) as place
      from (${within(scope, box, narrowed)}) s ${newest && !late ? sql`` : sql`left join ${dueIn(box)} on true`}
      where ${late ? sql`l.due_at < ${now}` : sql`true`}
      order by ${order} limit ${pageSize + 1} offset ${(page - 1) * pageSize})
    select s.id, s.desk_id as "deskId", n.year, n.number, s.code, s.door, s.kind, t.name as topic, s.urgency, s.channel,
      s.stage, s.outcome, s.received_at as "receivedAt", l.due, l.due_at as "dueAt", s.reopened,
      ${lastNameOf(sql`s.lead_id`)} as lead,
      left(w.text, 160) as excerpt
    from page p join submission s on s.id = p.id
    join desk_line n on n.submission_id = s.id and n.desk_id = s.desk_id
    left join topic t on t.key = s.topic
    left join submission_letter w on w.submission_id = s.id
    left join ${dueIn(box)} on true
    order by p.place`.execute(db)
  return rows
}

export const linesAPage = pageSize

const numberIn = (q: string) => /^0*(\d{1,9})(?:\/(\d{4}))?$/.exec(q.trim())

/**
 * What the search looks into besides the submission itself. Letter by letter of those in scope, which an index of all words
 * of the country does slower: `offset 0` keeps the database from trying.
 */
function joinedFor(q: string): RawBuilder<unknown> {
  if (q.trim() === '') return sql``
  if (numberIn(q)) return sql`join desk_line n on n.submission_id = s.id and n.desk_id = s.desk_id`
  return sql`left join lateral (select true as found from submission_letter w
    where w.submission_id = s.id and w.words @@ plainto_tsquery('simple', ${searchKey(q)}) offset 0) f on true`
}

/** By the number in the register, the code on the receipt, or words of what was sent. */
function matching(q: string): RawBuilder<unknown> {
  const typed = q.trim()
  if (typed === '') return sql`true`
  const number = numberIn(q)
  if (number) {
    const [, no, year] = number
    return sql`n.number = ${Number(no)} and (${year ?? null}::int is null or n.year = ${year ?? null}::int)`
  }
  const code = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return code.length === 8 ? sql`(s.code = ${code} or f.found)` : sql`f.found`
}

export interface BoxCount {
  box: Box
  count: number
  late: number
}

const counted = ['toSort', 'toDo', 'waiting', 'answered', 'promised'] as const

/** How many lie in each box that still asks for work. */
export async function countsOf(db: ReadDb, scope: Scope, now: Date): Promise<BoxCount[]> {
  const boxed = counted.map(
    (box) => sql`select ${box}::text as box, l.due_at from (${within(scope, box)}) s left join ${dueIn(box)} on true`,
  )
  const { rows } = await sql<BoxCount>`
    select m.box, count(*)::int as count, count(*) filter (where m.due_at < ${now})::int as late
    from (${sql.join(boxed, sql` union all `)}) m group by m.box`.execute(db)
  return counted.map((box) => rows.find((row) => row.box === box) ?? { box, count: 0, late: 0 })
}
