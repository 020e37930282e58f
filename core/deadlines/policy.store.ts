// What reminders and mails go by: one row and the steps, changed by an administrator of the whole platform.
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import type { ReadDb } from '../shared/operation.ts'
import type { ReminderPolicy } from './policy.ts'

export async function reminderPolicyOf(db: ReadDb): Promise<ReminderPolicy> {
  const { rows } = await sql<ReminderPolicy>`select version, catch_up_days as "catchUpDays", ahead_days as "aheadDays",
      late_days as "lateDays", digest_hour as "digestHour", stale_days as "staleDays", basis, confidence,
      array(select days_before from reminder_step where calendar_id is null order by days_before desc) as steps
    from reminder_policy where id = 1`.execute(db)
  return rows[0]!
}

/** False when somebody else has changed it since. */
export async function changePolicy(
  tx: Transaction<Tables>,
  expectedVersion: number,
  to: Omit<ReminderPolicy, 'version'>,
): Promise<boolean> {
  const { rows } = await sql`update reminder_policy set version = version + 1, catch_up_days = ${to.catchUpDays},
      ahead_days = ${to.aheadDays}, late_days = ${to.lateDays}, digest_hour = ${to.digestHour},
      stale_days = ${to.staleDays}, basis = ${to.basis}, confidence = ${to.confidence}
    where id = 1 and version = ${expectedVersion} returning id`.execute(tx)
  if (rows.length === 0) return false
  await tx.deleteFrom('reminder_step').where('calendar_id', 'is', null).execute()
  await sql`insert into reminder_step (calendar_id, days_before, confidence)
    select null, step, ${to.confidence} from unnest(${to.steps}::int[]) as step`.execute(tx)
  return true
}
