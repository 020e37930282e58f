// The tables counted again slowly: every row read into memory, every definition asked of every case, nothing clever.
import { sql } from 'kysely'
import type { App } from '../../app.ts'
import type { Id } from '../../shared/id.ts'
import { noCounts, type Counts } from './figures.ts'
import type { Period } from './period.ts'

type Row = { [name: string]: any }
const rowsOf = async (app: App, query: string): Promise<Row[]> =>
  (await sql<Row>`${sql.raw(query)}`.execute(app.db)).rows

const hour = 3_600_000
/** The beginning of a day in Vietnam. */
const morning = (day: string) => new Date(new Date(`${day}T00:00:00Z`).getTime() - 7 * hour)
const nextMorning = (day: string) => new Date(morning(day).getTime() + 24 * hour)
const endOfLimit = (due: string) => (due.includes('T') ? new Date(`${due}:00+07:00`) : nextMorning(due))

const ends = [
  'guide',
  'file',
  'split',
  'forward',
  'redirect',
  'reject',
  'link',
  'notAccept',
  'notDenunciation',
  'terminate',
  'enterWithdrawal',
  'withdraw',
]
const opens = ['receive', 'complete', 'transfer', 'askMore', 'sort', 'accept', 'goOn', 'suspend', 'reopen', 'object']

export async function recount(app: App, desk: Id<'body'>, { from, to }: Period, secret: boolean): Promise<Counts> {
  const start = morning(from)
  const until = new Date(Math.min(nextMorning(to).getTime(), app.clock().getTime()))
  const inside = (at: Date | null | undefined) => !!at && at >= start && at < until
  const [cases, lines, acts, answers, ratings, limits, pauses, accused, shown] = await Promise.all(
    [
      'select * from submission order by id',
      'select * from desk_line order by at',
      'select * from submission_act order by submission_id, no',
      'select * from submission_answer order by no',
      'select * from submission_rating',
      `select * from legal_deadline where noun = 'submission'`,
      'select deadline_id, from_on::text, to_on::text from legal_pause',
      'select * from submission_accused',
      'select submission_id from submission_public',
    ].map((query) => rowsOf(app, query)),
  )
  const counts = noCounts()
  for (const line of lines!.filter((one) => one.desk_id === desk)) {
    const it = cases!.find(({ id }) => id === line.submission_id)!
    if (((it.kind ?? it.door) === 'denunciation') !== secret) continue
    if (accused!.some((one) => one.submission_id === it.id && one.body_id === desk)) continue
    const own = acts!.filter((one) => one.submission_id === it.id && !one.facts.ofJoined)
    const others = lines!.filter((one) => one.submission_id === it.id)
    const first = others[0] === line
    const came = first ? it.received_at : line.at
    const held = it.desk_id === desk
    const left = held
      ? null
      : (own.findLast((one) => one.move === 'transfer' && one.body_id === desk)?.at ??
        others.find(({ at }) => at > line.at)?.at ??
        line.at)
    const when = (move: string) => own.find((one) => one.move === move)?.at
    const ended = own.findLast(({ move }) => ends.includes(move))?.at
    if (first && inside(came)) {
      counts.received++
      if (it.level === 2) counts.secondLevel++
      if (it.level === 1 && it.before_id !== null) counts.recurring++
      const many = own.some(({ facts }) => [...(facts.complex ?? []), ...(facts.grounds ?? [])].includes('manyPeople'))
      if (many || cases!.filter((one) => one.joined_id === it.id).length >= 4) counts.manyPeople++
    }
    if (!first && inside(came)) counts.transferredIn++
    if (inside(left)) counts.transferredOut++
    const staged = own.filter(({ move, at }) => at < until && [...opens, ...ends, 'answer', 'close'].includes(move))
    const last = staged.at(-1)?.move ?? 'receive'
    const mine = limits!.filter((one) => one.noun_id === it.id)
    if ((held || left >= until) && came < until && opens.includes(last)) {
      const running = mine.filter(
        (one) => one.due_at && morning(one.started_on) < until && (!one.met_at || one.met_at >= until),
      )
      if (last === 'suspend') counts.openSuspended++
      else if (running.length === 0) counts.openNoLimit++
      else if (running.some((one) => one.due_at <= until)) counts.openOverdue++
      else counts.openInTime++
    }
    if (!held) continue
    if (inside(when('sort'))) counts.sorted++
    if (inside(when('accept'))) counts.accepted++
    if (inside(ended)) {
      if (it.outcome === 'linked') counts.joined++
      else if (it.outcome === 'withdrawn') counts.withdrawn++
      else if (it.outcome === 'terminated') counts.terminated++
      else if (it.outcome && it.outcome !== 'transferred') counts.notEligible++
    }
    counts.reopened += own.filter((one) => one.move === 'reopen' && inside(one.at)).length
    const given = answers!.filter((one) => one.submission_id === it.id && inside(one.at))
    counts.answers += given.length
    for (const answer of given) {
      const rated = ratings!.find((one) => one.submission_id === it.id && one.answer_no === answer.no && one.at < until)
      if (!rated) continue
      counts.rated++
      counts[`stars${rated.stars as 1}`]++
    }
    if (given.length > 0) {
      const at = given.at(-1)!.at
      const kept = mine.filter((one) => one.limit_name.startsWith('solve') && one.met_at?.getTime() === at.getTime())
      counts.solved++
      if (kept.length === 0) counts.solvedNoLimit++
      else if (kept.every((one) => !one.due_at || one.met_at <= one.due_at)) counts.solvedOnTime++
      else counts.solvedLate++
      const open = ['fieldReport', 'petition', 'regulationFeedback'].includes(it.kind ?? it.door)
      if (open && !shown!.some((one) => one.submission_id === it.id)) counts.notPublished++
    }
    if (it.outcome !== null && it.outcome !== 'rejected') continue
    for (const limit of mine.filter((one) => one.limit_name.startsWith('solve'))) {
      const falls = (at: Date | null) => at !== null && at > start && at <= until
      const firstEnd = endOfLimit(limit.original_due)
      if (falls(firstEnd)) {
        counts.firstDue++
        if (limit.met_at && limit.met_at <= firstEnd) counts.firstOnTime++
      }
      if (!falls(limit.due_at)) continue
      counts.due++
      if (limit.met_at && limit.met_at <= limit.due_at) counts.dueOnTime++
      else if (limit.met_at && limit.met_at <= until) counts.dueLate++
      else counts.dueOpen++
      for (const pause of pauses!.filter((one) => one.deadline_id === limit.id)) {
        const upto = pause.to_on
          ? morning(pause.to_on)
          : morning(new Date(until.getTime() + 7 * hour).toISOString().slice(0, 10))
        counts.pausedDays += (upto.getTime() - morning(pause.from_on).getTime()) / (24 * hour)
      }
    }
  }
  return counts
}
