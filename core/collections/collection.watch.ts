// Tells every body which workbook it has not filled, on the steps before and after the due day; each step once.
import type { App } from '../app.ts'
import { defaultSteps } from '../programmes/entries/deadline.watch.ts'
import { stepToday } from '../programmes/entries/deadline.ts'
import { dayAt } from '../shared/day.ts'
import { collectionsDue, isStillToFill, tellStep } from './collection.watch.store.ts'

export { isStillToFill }

export async function watchCollections(app: App): Promise<{ told: number }> {
  const now = app.clock()
  const steps = await defaultSteps(app.readDb)
  let told = 0
  for (const { id, dueAt } of await collectionsDue(app.readDb, now)) {
    const step = stepToday(steps, dayAt(dueAt), dayAt(now))
    if (step !== null) told += await app.db.transaction().execute((tx) => tellStep(tx, { id, step, now }))
  }
  return { told }
}
