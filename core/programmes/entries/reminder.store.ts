// SQL about reminders: noted once, never changed.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../db/schema.ts'
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import type { Channel } from './reminder.ts'

export interface Reminder {
  channel: Channel
  on: Day
  answer: string | null
  by: string | null
}

export interface NewReminder {
  dutyId: Id<'duty'>
  periodId: Id<'period'>
  channel: Channel
  on: Day
  answer: string | null
  by: Id<'person'> | null
  now: Date
}

export async function insertReminder(tx: Transaction<Tables>, made: NewReminder): Promise<Id<'reminder'>> {
  const { id } = await tx
    .insertInto('reminder')
    .values({
      duty_id: made.dutyId,
      period_id: made.periodId,
      channel: made.channel,
      reminded_on: made.on,
      answer: made.answer,
      noted_by: made.by,
      noted_at: made.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** The same noted before by the same hand: sent twice by a second click or by the back button. */
export async function sameReminder(db: ReadDb, made: NewReminder): Promise<Id<'reminder'> | null> {
  const found = await sql<{ id: Id<'reminder'> }>`
    select id from reminder where duty_id = ${made.dutyId} and period_id = ${made.periodId}
      and channel = ${made.channel} and reminded_on = ${made.on}::date
      and answer is not distinct from ${made.answer}::text and noted_by is not distinct from ${made.by}::int
    order by id limit 1`.execute(db)
  return found.rows[0]?.id ?? null
}

/** All about one form of one period, newest first. */
export async function remindersOf(db: ReadDb, at: { dutyId: Id<'duty'>; periodId: Id<'period'> }): Promise<Reminder[]> {
  const found = await sql<Reminder>`
    select r.channel, r.reminded_on as "on", r.answer, p.name as by
    from reminder r left join person p on p.id = r.noted_by
    where r.duty_id = ${at.dutyId} and r.period_id = ${at.periodId} order by r.reminded_on desc, r.id desc`.execute(db)
  return found.rows
}
