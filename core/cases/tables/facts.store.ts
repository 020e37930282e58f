// SQL: every line of the registers of some desks, with how often each figure of a period counts the case on it.
import { sql, type RawBuilder } from 'kysely'
import { zone, type Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import { publicKinds } from '../publish/publication.ts'
import { figureKeys, type FigureKey } from './figures.ts'
import { manyPeople } from './rules.ts'

export interface Asked {
  desks: readonly Id<'body'>[]
  from: Day
  to: Day
  /** Nothing later is looked at: now; the end of the period when that is earlier. */
  now: Date
  today: Day
}

/** Moves that set a stage: the last one of them before an instant says how a case stood then. */
const opening = ['receive', 'complete', 'transfer', 'askMore', 'sort', 'accept', 'goOn', 'suspend', 'reopen', 'object']
const ending = [
  ...['guide', 'file', 'split', 'forward', 'redirect', 'reject', 'link', 'notAccept', 'notDenunciation'],
  ...['terminate', 'enterWithdrawal', 'withdraw'],
]
const staging = [...opening, ...ending, 'answer', 'close']
const unhandled = [
  ...['guided', 'filed', 'split', 'forwarded', 'redirected', 'rejected', 'notAccepted', 'notDenunciation'],
]

const texts = (all: readonly string[]) => sql`any(${all as string[]}::text[])`
const tz = sql.lit(zone)

const within = (column: string) => sql`(${sql.ref(column)} >= start and ${sql.ref(column)} < until)`

/** What each figure counts of a line. A result, a limit or an answer is the holder's; a line that was passed on counts its coming and going. */
const counted: Record<FigureKey, RawBuilder<unknown>> = {
  received: sql`first and ${within('came_at')}`,
  transferredIn: sql`not first and ${within('came_at')}`,
  transferredOut: sql`not held and ${within('left_at')}`,
  secondLevel: sql`first and level = 2 and ${within('came_at')}`,
  manyPeople: sql`first and ${within('came_at')} and (many or joiners + 1 >= ${manyPeople.value})`,
  sorted: sql`held and ${within('sorted_at')}`,
  notEligible: sql`held and ${within('ended_at')} and outcome = ${texts(unhandled)}`,
  accepted: sql`held and ${within('accepted_at')}`,
  solved: sql`held and last_answer is not null`,
  solvedOnTime: sql`held and last_answer is not null and kept`,
  solvedLate: sql`held and last_answer is not null and not kept`,
  solvedNoLimit: sql`held and last_answer is not null and kept is null`,
  withdrawn: sql`held and ${within('ended_at')} and outcome = 'withdrawn'`,
  terminated: sql`held and ${within('ended_at')} and outcome = 'terminated'`,
  notPublished: sql`held and last_answer is not null and kind = ${texts(publicKinds)} and not published`,
  due: sql`case when held and handled then due_n end`,
  dueOnTime: sql`case when held and handled then due_kept end`,
  dueLate: sql`case when held and handled then due_late end`,
  dueOpen: sql`case when held and handled then due_n - due_kept - due_late end`,
  firstDue: sql`case when held and handled then first_n end`,
  firstOnTime: sql`case when held and handled then first_kept end`,
  pausedDays: sql`case when held and handled then paused end`,
  openInTime: sql`open_then and last_move <> 'suspend' and running and not overdue`,
  openOverdue: sql`open_then and last_move <> 'suspend' and overdue`,
  openSuspended: sql`open_then and last_move = 'suspend'`,
  openNoLimit: sql`open_then and last_move <> 'suspend' and not running`,
  joined: sql`held and outcome = 'linked' and ${within('ended_at')}`,
  recurring: sql`first and level = 1 and before_id is not null and ${within('came_at')}`,
  reopened: sql`case when held then reopens end`,
  answers: sql`case when held then answer_n end`,
  rated: sql`case when held then rated_n end`,
  stars1: sql`case when held then stars[1] end`,
  stars2: sql`case when held then stars[2] end`,
  stars3: sql`case when held then stars[3] end`,
  stars4: sql`case when held then stars[4] end`,
  stars5: sql`case when held then stars[5] end`,
}

const asNumber = (key: FigureKey) => {
  const text = counted[key]
  const many = ['due', 'first', 'paused', 'reopened', 'answers', 'rated', 'stars'].some((start) =>
    key.startsWith(start),
  )
  return many ? sql`coalesce(${text}, 0)::int` : sql`coalesce((${text})::int, 0)`
}

/**
 * `facts`, to stand before a select. Whom a case is about finds it in no table of his own: it stands in that of the desk above,
 * which has it. How a case stood when the period ended is told by its moves until then, and not by what it is now.
 */
export function factsOf({ desks, from, to, now, today }: Asked): RawBuilder<unknown> {
  const figures = sql.join(figureKeys.map((key) => sql`${asNumber(key)} as ${sql.ref(key)}`))
  return sql`with recursive span as (
    select ${from}::date::timestamp at time zone ${tz} as start,
      least((${to}::date + 1)::timestamp at time zone ${tz}, ${now}::timestamptz) as until
  ), up (desk, body) as (
    select b, b from unnest(${desks as Id<'body'>[]}::int[]) b
    union select up.desk, n.body from up, lateral (
      select v.parent_id as body from body_version v
        where v.body_id = up.body and daterange(v.valid_from, v.valid_to, '[]') @> ${today}::date
      union all select k.from_id from body_succession k where k.to_id = up.body and k.on_date <= ${today}::date) n
    where n.body is not null
  ), line as (
    select n.desk_id, n.year, n.number, n.at as line_at, s.id, coalesce(s.kind, s.door) as kind, s.channel, s.topic, s.place_id,
      s.level, s.before_id, s.outcome, s.received_at, s.desk_id = n.desk_id as held, span.start, span.until,
      not exists (select from desk_line m where m.submission_id = n.submission_id and m.at < n.at) as first
    from span, desk_line n join submission s on s.id = n.submission_id
    where n.desk_id = any(${desks as Id<'body'>[]}::int[]) and s.received_at < span.until
      and (s.stage not in ('closed', 'ended')
        or exists (select from submission_act x where x.submission_id = s.id and x.at >= span.start))
      and not exists (select from submission_accused a join up on up.desk = n.desk_id and up.body = a.body_id
        where a.submission_id = s.id)
  ), told as (
    select l.*, came.*, a.*, w.*, d.*, l.outcome is null or l.outcome = 'rejected' as handled,
      (l.held or came.left_at >= l.until) and came.came_at < l.until and coalesce(a.said, 'receive') = ${texts(opening)} as open_then,
      coalesce(a.said, 'receive') as last_move,
      (select count(*) from submission j where j.joined_id = l.id) as joiners,
      exists (select from submission_public p where p.submission_id = l.id) as published
    from line l, lateral (
      select case when l.first then l.received_at else l.line_at end as came_at,
        case when not l.held then coalesce(
          (select max(x.at) from submission_act x where x.submission_id = l.id and x.move = 'transfer' and x.body_id = l.desk_id),
          (select min(m.at) from desk_line m where m.submission_id = l.id and m.at > l.line_at), l.line_at) end as left_at
    ) came, lateral (
      select min(x.at) filter (where x.move = 'sort') as sorted_at, min(x.at) filter (where x.move = 'accept') as accepted_at,
        max(x.at) filter (where x.move = ${texts(ending)}) as ended_at,
        count(*) filter (where x.move = 'reopen' and x.at >= l.start and x.at < l.until) as reopens,
        bool_or(x.facts -> 'complex' ? 'manyPeople' or x.facts -> 'grounds' ? 'manyPeople') is true as many,
        (array_agg(x.move order by x.no desc) filter (where x.move = ${texts(staging)} and x.at < l.until))[1] as said,
        (array_agg(x.facts ->> 'reason' order by x.no desc) filter (where x.move in ('reject', 'notAccept')))[1] as reason
      -- What is copied into a joined letter for its sender to read is the life of the other case.
      from submission_act x where x.submission_id = l.id and not x.facts ? 'ofJoined'
    ) a, lateral (
      select count(*) as answer_n, count(r.stars) as rated_n, max(w.at) as last_answer,
        array[${sql.join([1, 2, 3, 4, 5].map((stars) => sql`count(*) filter (where r.stars = ${sql.lit(stars)})`))}] as stars
      from submission_answer w left join submission_rating r
        on r.submission_id = w.submission_id and r.answer_no = w.no and r.at < l.until
      where w.submission_id = l.id and w.at >= l.start and w.at < l.until
    ) w, lateral (
      select count(*) filter (where o.falls) as due_n,
        count(*) filter (where o.falls and e.met_at <= e.due_at) as due_kept,
        count(*) filter (where o.falls and e.met_at > e.due_at and e.met_at <= l.until) as due_late,
        count(*) filter (where o.first_falls) as first_n,
        count(*) filter (where o.first_falls and e.met_at <= o.first_end) as first_kept,
        coalesce(sum(o.paused) filter (where o.falls), 0) as paused,
        bool_and(e.due_at is null or e.met_at <= e.due_at) filter (where o.solving and e.met_at = w.last_answer) as kept,
        bool_or(o.runs) is true as running, bool_or(o.runs and e.due_at <= l.until) is true as overdue
      from legal_deadline e, lateral (select e.limit_name like 'solve%' as solving,
          (case when e.original_due like '%T%' then e.original_due::timestamp
            else e.original_due::date + interval '1 day' end) at time zone ${tz} as first_end) q,
        lateral (select q.*, q.solving and e.due_at > l.start and e.due_at <= l.until as falls,
          q.solving and q.first_end > l.start and q.first_end <= l.until as first_falls,
          e.started_on::timestamp at time zone ${tz} < l.until and (e.met_at is null or e.met_at >= l.until)
            and e.due_at is not null as runs,
          (select coalesce(sum(coalesce(p.to_on, (l.until at time zone ${tz})::date) - p.from_on), 0)
            from legal_pause p where p.deadline_id = e.id) as paused) o
      where e.noun = 'submission' and e.noun_id = l.id
    ) d
  ), facts as (
    select desk_id, year, number, id, kind, channel, topic, place_id, outcome, reason, kind = 'denunciation' as secret,
      case when held and last_answer is not null then extract(epoch from last_answer - came_at) / 86400 end as days, ${figures}
    from told
  )`
}
