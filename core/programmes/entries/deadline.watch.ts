// The deadline watcher: tells every body what it has not sent, on the steps of its calendar; asked by core/jobs.
// Two watchers at once, or one started again half-way, tell nothing twice: each step has its own key in the outbox.
import type { App } from '../../app.ts'
import { stepToday } from '../../deadlines/deadline.ts'
import { reminderPolicyOf } from '../../deadlines/policy.read.ts'
import { dayAt, type Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'
import type { ReadDb } from '../../shared/operation.ts'
import * as store from './deadline.store.ts'

export async function watchDeadlines(app: App): Promise<{ told: number }> {
  const now = app.clock()
  const today = dayAt(now)
  let told = 0
  const { catchUpDays: catchUp } = await reminderPolicyOf(app.readDb)
  for (const { id, dueOn, steps } of await store.periodsDue(app.readDb, { today, catchUp })) {
    const step = stepToday(steps, catchUp, { dueOn, today })
    if (step !== null) told += await app.db.transaction().execute((tx) => store.tellStep(tx, { period: id, step, now }))
  }
  return { told }
}

/** What a daily mail lists: forms to send that are due soon or late, forms to accept. */
export async function dueFor(
  db: ReadDb,
  of: { sending: readonly Id<'body'>[]; accepting: readonly Id<'body'>[]; window: { from: Day; until: Day } },
) {
  return {
    toSend: await store.openForms(db, { bodies: of.sending, ...of.window }),
    toAccept: await store.waitingFor(db, of.accepting),
  }
}

export const stillOpen = store.isStillOpen
