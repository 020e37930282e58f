// SQL of the office's lists: what is on my desks, what my bodies have to do, soonest due first; and what is finished.
import { sql, type RawBuilder } from 'kysely'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { searchKey } from '../shared/text.ts'
import type { Channel, Kind, Outcome, Stage, Urgency } from './submission.ts'

export const boxes = ['toSort', 'toDo', 'waiting', 'answered', 'all', 'finished'] as const
export type Box = (typeof boxes)[number]

/** For whom: the desks where he receives or leads, the bodies for which he handles, and whom he must not come near. */
export interface Scope {
  desks: readonly Id<'body'>[]
  leads: readonly Id<'body'>[]
  /** His bodies and all above them: what is about one of these is kept away from him. */
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

function within({ desks, leads }: Scope, box: Box): RawBuilder<unknown> {
  const onDesk = sql`s.desk_id = ${any(desks)}`
  const ours = sql`s.lead_id = ${any(leads)}
    or s.id in (select submission_id from submission_support where body_id = ${any(leads)})`
  const alive = sql`s.stage not in ('closed', 'ended')`
  switch (box) {
    case 'toSort':
      return sql`${onDesk} and s.stage = 'received'`
    case 'waiting':
      return sql`${onDesk} and s.stage = 'waiting'`
    case 'toDo':
      return sql`${alive} and ((${onDesk} and s.stage = 'checking') or (s.stage in ('open', 'suspended') and (${ours})))`
    case 'answered':
      return sql`s.stage = 'answered' and (${onDesk} or ${ours})`
    case 'all':
      return sql`${alive} and (${onDesk} or ${ours})`
    case 'finished':
      return sql`s.stage in ('closed', 'ended') and (${onDesk} or ${ours})`
  }
}

export interface Wanted {
  box: Box
  kind?: Kind
  late: boolean
  q: string
  page: number
  now: Date
}

const pageSize = 50

/** One more than a page, so that the caller knows whether there is a next one. */
export async function queueOf(db: ReadDb, scope: Scope, wanted: Wanted): Promise<QueueLine[]> {
  const { box, kind, late, q, page, now } = wanted
  const order = box === 'finished' ? sql`s.id desc` : sql`l.due_at asc nulls last, s.id`
  const { rows } = await sql<QueueLine>`
    select s.id, s.desk_id as "deskId", n.year, n.number, s.code, s.door, s.kind, t.name as topic, s.urgency, s.channel,
      s.stage, s.outcome, s.received_at as "receivedAt", l.due, l.due_at as "dueAt", s.reopened,
      (select v.name from body_version v where v.body_id = s.lead_id order by v.valid_from desc nulls last limit 1) as lead,
      left(w.text, 160) as excerpt
    from submission s
    join desk_line n on n.submission_id = s.id and n.desk_id = s.desk_id
    left join topic t on t.key = s.topic
    left join submission_letter w on w.submission_id = s.id
    left join lateral (select due, due_at from legal_deadline where noun = 'submission' and noun_id = s.id and met_at is null
      order by due_at nulls last limit 1) l on true
    where (${within(scope, box)}) and ${notNear(scope)}
      and (${kind ?? null}::text is null or coalesce(s.kind, s.door) = ${kind ?? null})
      and (not ${late} or l.due_at < ${now}) and ${matching(q)}
    order by ${order} limit ${pageSize + 1} offset ${(page - 1) * pageSize}`.execute(db)
  return rows
}

export const linesAPage = pageSize

const notNear = ({ near }: Scope) =>
  sql`not exists (select from submission_accused a where a.submission_id = s.id and a.body_id = ${any(near)})`

/** By the number in the register, the code on the receipt, or words of what was sent. */
function matching(q: string): RawBuilder<unknown> {
  const typed = q.trim()
  if (typed === '') return sql`true`
  const number = /^0*(\d{1,9})(?:\/(\d{4}))?$/.exec(typed)
  if (number) {
    const [, no, year] = number
    return sql`n.number = ${Number(no)} and (${year ?? null}::int is null or n.year = ${year ?? null}::int)`
  }
  const code = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '')
  return sql`(s.code = ${code}
    or to_tsvector('simple', w.search_key) @@ plainto_tsquery('simple', ${searchKey(typed)}))`
}

export interface BoxCount {
  box: Box
  count: number
  late: number
}

/** How many lie in each box that still asks for work. */
export async function countsOf(db: ReadDb, scope: Scope, now: Date): Promise<BoxCount[]> {
  const counted: readonly Box[] = ['toSort', 'toDo', 'waiting', 'answered']
  const all = await Promise.all(
    counted.map(async (box) => {
      const { rows } = await sql<{ count: number; late: number }>`
        select count(*)::int as count, count(*) filter (where l.due_at < ${now})::int as late
        from submission s left join lateral (select min(due_at) as due_at from legal_deadline
          where noun = 'submission' and noun_id = s.id and met_at is null) l on true
        where (${within(scope, box)}) and ${notNear(scope)}`.execute(db)
      return { box, ...rows[0]! }
    }),
  )
  return all
}
