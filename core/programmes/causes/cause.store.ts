// SQL about causes: a new wording is a new row, an empty one takes the cause back; nothing is ever changed.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'

export interface CauseAt {
  targetId: Id<'target'>
  placeId: Id<'place'>
  periodId: Id<'period'>
}

export interface Cause extends CauseAt {
  bodyId: Id<'body'>
  bodyName: string
  no: number
  wording: string
  /** The office that wrote it. */
  by: string | null
  at: Date
}

const causes = sql`
  select c.target_id as "targetId", c.place_id as "placeId", c.period_id as "periodId", c.body_id as "bodyId",
         (select n.name from body_version n where n.body_id = c.body_id
          order by n.valid_from desc nulls last limit 1) as "bodyName",
         c.no, c.wording, p.name as by, c.written_at as at
  from cause c left join person p on p.id = c.written_by`

/** What each office says last of these places in a period; taken back ones are left out. */
export async function causesAt(
  db: ReadDb,
  of: { programmeId: Id<'programme'>; places: readonly Id<'place'>[]; periodId: Id<'period'> },
): Promise<Cause[]> {
  const found = await sql<Cause>`${causes}
    where c.period_id = ${of.periodId} and c.place_id = any(${of.places}::int[]) and c.wording is not null
      and c.target_id in (select id from target where programme_id = ${of.programmeId})
      and not exists (select from cause later where later.target_id = c.target_id and later.place_id = c.place_id
        and later.period_id = c.period_id and later.body_id = c.body_id and later.no > c.no)
    order by c.written_at, c.id`.execute(db)
  return found.rows
}

/** Every wording of every office, newest first; null: taken back. */
export async function historyOf(
  db: ReadDb,
  at: CauseAt,
): Promise<(Omit<Cause, 'wording'> & { wording: string | null })[]> {
  const found = await sql<Cause>`${causes} where c.target_id = ${at.targetId} and c.place_id = ${at.placeId}
    and c.period_id = ${at.periodId} order by c.written_at desc, c.id desc`.execute(db)
  return found.rows
}

/** The number and words of what the body said last; locked, so that two officers of it never pass each other over. */
export async function lockNewest(
  tx: Transaction<Tables>,
  at: CauseAt & { bodyId: Id<'body'> },
): Promise<{ no: number; wording: string | null; writtenBy: Id<'person'> | null }> {
  await sql`select pg_advisory_xact_lock(4200016, ${at.targetId})`.execute(tx)
  const found = await sql<{ no: number; wording: string | null; writtenBy: Id<'person'> | null }>`
    select no, wording, written_by as "writtenBy" from cause
    where target_id = ${at.targetId} and place_id = ${at.placeId} and period_id = ${at.periodId}
      and body_id = ${at.bodyId} order by no desc limit 1`.execute(tx)
  return found.rows[0] ?? { no: 0, wording: null, writtenBy: null }
}

export async function insertCause(
  tx: Transaction<Tables>,
  made: CauseAt & {
    bodyId: Id<'body'>
    no: number
    wording: string | null
    by: Id<'person'> | null
    now: Date
  },
): Promise<Id<'cause'>> {
  const { id } = await tx
    .insertInto('cause')
    .values({
      target_id: made.targetId,
      place_id: made.placeId,
      period_id: made.periodId,
      body_id: made.bodyId,
      no: made.no,
      wording: made.wording,
      written_by: made.by,
      written_at: made.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The bodies that receive forms of a programme at a place, from other organisations. */
export async function receiversAt(
  db: ReadDb,
  of: { programmeId: Id<'programme'>; placeId: Id<'place'>; day: string },
): Promise<Id<'body'>[]> {
  const found = await sql<{ id: Id<'body'> }>`
    select distinct b.body_id as id from programme_form pf join duty d on d.form_id = pf.form_id
    join body_version b on b.body_id = d.to_body_id and b.place_id = ${of.placeId}
      and ${of.day}::date between coalesce(b.valid_from, '-infinity') and coalesce(b.valid_to, 'infinity')
    join body receiver on receiver.id = d.to_body_id join body sender on sender.id = d.body_id
      and sender.organisation <> receiver.organisation
    where pf.programme_id = ${of.programmeId} order by 1`.execute(db)
  return found.rows.map((row) => row.id)
}
