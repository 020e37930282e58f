// Tells bodies what they were asked and have not answered, on the steps before and after the due day; each step once.
import type { App } from '../app.ts'
import { dayAt } from '../shared/day.ts'
import { stepToday } from './deadline.ts'
import { defaultSteps, dueAround, tellStep, type Asked } from './asked.store.ts'

export { stillOpen, type Asked } from './asked.store.ts'

export async function watchAsked(app: App, asked: Asked): Promise<{ told: number }> {
  const now = app.clock()
  const today = dayAt(now)
  const steps = await defaultSteps(app.readDb)
  let told = 0
  for (const { key, dueOn } of await dueAround(app.readDb, asked, today)) {
    const step = stepToday(steps, dueOn, today)
    if (step !== null) told += await app.db.transaction().execute((tx) => tellStep(tx, asked, { key, step, now }))
  }
  return { told }
}
