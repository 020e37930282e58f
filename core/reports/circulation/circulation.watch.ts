// Tells every body asked about a draft that it said nothing yet, on the steps before and after the due day; each step once.
import type { App } from '../../app.ts'
import { defaultSteps } from '../../programmes/entries/deadline.watch.ts'
import { stepToday } from '../../programmes/entries/deadline.ts'
import { dayAt } from '../../shared/day.ts'
import { isStillToComment, roundsDue, tellStep } from './circulation.watch.store.ts'

export { isStillToComment }

export async function watchDrafts(app: App): Promise<{ told: number }> {
  const now = app.clock()
  const today = dayAt(now)
  const steps = await defaultSteps(app.readDb)
  let told = 0
  for (const { id, dueOn } of await roundsDue(app.readDb, today)) {
    const step = stepToday(steps, dueOn, today)
    if (step !== null) told += await app.db.transaction().execute((tx) => tellStep(tx, { id, step, now }))
  }
  return { told }
}
