// SQL about what senders are told: written with the move, sent or called later, and what came of it.
import { sql, type Kysely } from 'kysely'
import { lastNameOf } from '../../bodies/body.read.ts'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Sender } from '../sender.ts'
import type { Tx } from '../submission.store.ts'

export type NoticeId = Id<'submission_notice'>

/** One address and nothing else: what was mistyped is called, and nobody has others mailed. */
const hasMail = sql`coalesce(w.sender ->> 'email', '') ~ '^[^\\s,;:<>()@"]+@[^\\s,;:<>()@"]+\\.[^\\s,;:<>()@"]+$'`

/** For the newest move of the submission: by mail when there is an address, else by telephone; with neither nothing is written. */
export async function insertNotice(tx: Tx, id: Id<'submission'>, now: Date): Promise<void> {
  await sql`insert into submission_notice (submission_id, act_no, way, next_at)
    select w.submission_id, (select max(no) from submission_act where submission_id = w.submission_id),
      case when ${hasMail} then 'mail' else 'call' end, ${now}
    from submission_letter w where w.submission_id = ${id} and not w.redacted
      and (${hasMail} or coalesce(w.sender ->> 'phone', '') <> '')
    on conflict do nothing`.execute(tx)
}

/** How to reach who sent it is sealed until it is sorted: the desk opens it and calls. Of a denunciation nobody is called. */
export async function insertCallUnsorted(tx: Tx, id: Id<'submission'>, now: Date): Promise<void> {
  await sql`insert into submission_notice (submission_id, act_no, way, next_at)
    select s.id, (select max(no) from submission_act where submission_id = s.id), 'call', ${now}
    from submission s where s.id = ${id} and s.door <> 'denunciation' and s.kind is null
    on conflict do nothing`.execute(tx)
}

export interface MailToSender {
  id: NoticeId
  code: string
  deskName: string
  move: string
  email: string
  tries: number
}

/** The next mail whose time has come, held for this long by moving its time on. */
export async function takeMail(
  db: Kysely<Tables>,
  at: { now: Date; freeAgainAt: Date },
): Promise<MailToSender | undefined> {
  const { rows } = await sql<MailToSender>`
    with next as (
      select n.id from submission_notice n where n.way = 'mail' and n.outcome is null and n.next_at <= ${at.now}
      order by n.next_at, n.id limit 1 for update skip locked)
    update submission_notice n set next_at = ${at.freeAgainAt}, tries = n.tries + 1
    from next, submission s, submission_act a, submission_letter w
    where n.id = next.id and s.id = n.submission_id and a.submission_id = s.id and a.no = n.act_no
      and w.submission_id = s.id
    returning n.id, s.code, a.move, w.sender ->> 'email' as email, n.tries,
      ${lastNameOf(sql`s.desk_id`)} as "deskName"`.execute(db)
  return rows[0]
}

export async function endNotice(
  db: Kysely<Tables>,
  id: NoticeId,
  to: { outcome: string; note: string; by: Id<'person'> | null; at: Date },
): Promise<boolean> {
  const { rows } =
    await sql`update submission_notice set outcome = ${to.outcome}, note = ${to.note}, done_by = ${to.by},
    done_at = ${to.at}, next_at = null where id = ${id} and outcome is null returning 1`.execute(db)
  return rows.length > 0
}

export async function postponeNotice(db: Kysely<Tables>, id: NoticeId, until: Date): Promise<void> {
  await sql`update submission_notice set next_at = ${until} where id = ${id}`.execute(db)
}

export interface Call {
  id: NoticeId
  submissionId: Id<'submission'>
  year: number
  number: number
  move: string
  at: Date
  /** null: not sorted yet, and sealed. */
  sender: Sender | null
  tries: number
}

/** Whom these desks call today, the longest waiting first; of several moves of one submission the newest stands for all. */
export async function callsOf(
  db: ReadDb,
  of: { desks: readonly Id<'body'>[]; near: readonly Id<'body'>[]; now: Date },
): Promise<Call[]> {
  const { rows } = await sql<Call>`
    select * from (
      select distinct on (s.id) n.id, s.id as "submissionId", l.year, l.number, a.move, a.at, w.sender, n.tries
      from submission_notice n join submission s on s.id = n.submission_id
      join submission_act a on a.submission_id = s.id and a.no = n.act_no
      left join submission_letter w on w.submission_id = s.id
      join desk_line l on l.submission_id = s.id and l.desk_id = s.desk_id
      where n.way = 'call' and n.outcome is null and n.next_at <= ${of.now}
        and s.desk_id = any(${of.desks as Id<'body'>[]}::int[])
        and not exists (select from submission_accused x where x.submission_id = s.id
          and x.body_id = any(${of.near as Id<'body'>[]}::int[]))
      order by s.id, n.act_no desc) newest
    order by at limit 100`.execute(db)
  return rows
}

/** A call still to be made. */
export async function findNotice(
  tx: Tx,
  id: NoticeId,
): Promise<{ submissionId: Id<'submission'>; actNo: number; tries: number } | undefined> {
  const { rows } = await sql<{ submissionId: Id<'submission'>; actNo: number; tries: number }>`
    select submission_id as "submissionId", act_no as "actNo", tries from submission_notice
    where id = ${id} and way = 'call' and outcome is null`.execute(tx)
  return rows[0]
}

/** Told of the newest move, the sender is told of those before it too. */
export async function endCallsUpTo(
  tx: Tx,
  of: { submissionId: Id<'submission'>; actNo: number },
  to: { outcome: 'called' | 'notReached'; note: string; by: Id<'person'> | null; at: Date },
): Promise<void> {
  await sql`update submission_notice set outcome = ${to.outcome}, note = ${to.note}, done_by = ${to.by},
    done_at = ${to.at}, next_at = null
    where submission_id = ${of.submissionId} and act_no <= ${of.actNo} and way = 'call' and outcome is null`.execute(tx)
}

/** None of what the sender is to be told is called before then. */
export async function callAgain(
  tx: Tx,
  of: { submissionId: Id<'submission'>; actNo: number },
  at: Date,
): Promise<void> {
  await sql`update submission_notice set next_at = ${at}, tries = tries + 1
    where submission_id = ${of.submissionId} and act_no <= ${of.actNo} and way = 'call' and outcome is null`.execute(tx)
}
