// Tells bodies what they were asked and have not answered, on the steps before and after the due day; each step once.
import type { App } from '../app.ts'
import { dayAt } from '../shared/day.ts'
import { stepToday, windowOf } from './deadline.ts'
import { dueAround, tellStep, type Asked } from './asked.store.ts'
import { reminderPolicyOf } from './policy.store.ts'

export { stillOpen, type Asked } from './asked.store.ts'

export async function watchAsked(app: App, asked: Asked): Promise<{ told: number }> {
  const now = app.clock()
  const today = dayAt(now)
  const { steps, catchUpDays } = await reminderPolicyOf(app.readDb)
  if (steps.length === 0) return { told: 0 }
  let told = 0
  for (const { key, dueOn } of await dueAround(app.readDb, asked, windowOf(steps, catchUpDays, today))) {
    const step = stepToday(steps, catchUpDays, { dueOn, today })
    if (step !== null) told += await app.db.transaction().execute((tx) => tellStep(tx, asked, { key, step, now }))
  }
  return { told }
}
