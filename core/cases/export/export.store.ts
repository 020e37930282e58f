// SQL of the register as rows: what came, what became of it, by when. Nothing of who sent it or what it says.
import { sql } from 'kysely'
import { lastNameOf } from '../../bodies/body.read.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Channel, Kind, Outcome, Stage, Urgency } from '../submission.ts'

export interface RegisterRow {
  year: number
  number: number
  desk: string
  receivedOn: Day
  channel: Channel
  door: Kind
  kind: Kind | null
  topic: string | null
  urgency: Urgency
  stage: Stage
  outcome: Outcome | null
  lead: string | null
  sortedOn: Day | null
  answeredOn: Day | null
  /** Of the limit to solve, or of the newest one before it. */
  firstDue: string | null
  due: string | null
  metAt: Date | null
  /** null: no limit, or it still runs. */
  onTime: boolean | null
  onFirst: boolean | null
  pausedDays: number
  reopened: number
  joinedTo: string | null
}

const zoned = (column: string) => sql`(${sql.ref(column)} at time zone 'Asia/Ho_Chi_Minh')::date::text`

export async function registerRows(
  db: ReadDb,
  of: { desks: readonly Id<'body'>[]; near: readonly Id<'body'>[]; from: Day; to: Day; today: Day },
): Promise<RegisterRow[]> {
  const { rows } = await sql<RegisterRow>`
    select n.year, n.number, ${lastNameOf(sql`n.desk_id`)} as desk, ${zoned('s.received_at')} as "receivedOn", s.channel, s.door,
      s.kind, t.name as topic, s.urgency, s.stage, s.outcome, ${lastNameOf(sql`s.lead_id`)} as lead,
      (select ${zoned('a.at')} from submission_act a where a.submission_id = s.id and a.move = 'sort' order by a.no limit 1)
        as "sortedOn",
      (select ${zoned('a.at')} from submission_answer a where a.submission_id = s.id order by a.no limit 1) as "answeredOn",
      d.original_due as "firstDue", d.due, d.met_at as "metAt",
      d.met_at <= d.due_at as "onTime",
      (d.met_at at time zone 'Asia/Ho_Chi_Minh') < case when d.original_due like '%T%' then d.original_due::timestamp
        + interval '1 minute' else d.original_due::date + interval '1 day' end as "onFirst",
      coalesce((select sum(coalesce(p.to_on, ${of.today}::date) - p.from_on) from legal_pause p where p.deadline_id = d.id), 0)::int
        as "pausedDays",
      s.reopened,
      (select lpad(j.number::text, 4, '0') || '/' || j.year from desk_line j
        where j.submission_id = s.joined_id and j.desk_id = n.desk_id) as "joinedTo"
    from desk_line n join submission s on s.id = n.submission_id
    left join topic t on t.key = s.topic
    left join lateral (select * from legal_deadline where noun = 'submission' and noun_id = s.id
      order by limit_name <> 'solve', id desc limit 1) d on true
    where n.desk_id = any(${of.desks as Id<'body'>[]}::int[])
      and (s.received_at at time zone 'Asia/Ho_Chi_Minh')::date between ${of.from} and ${of.to}
      and not exists (select from submission_accused a where a.submission_id = s.id
        and a.body_id = any(${of.near as Id<'body'>[]}::int[]))
    order by n.desk_id, n.year, n.number`.execute(db)
  return rows
}
