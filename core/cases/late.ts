// Late cases climb by themselves: once a limit or a promised day has passed, the body above the one that has it hears of it,
// once for each.
import { bodiesAbove } from '../bodies/body.read.ts'
import type { App } from '../app.ts'
import { dayAt } from '../shared/day.ts'
import { latePromises, tellLatePromise } from './follow/promise.store.ts'
import { lateLimits, tellLate } from './late.store.ts'

export async function climbLate(app: App, signal?: AbortSignal): Promise<{ told: number }> {
  const now = app.clock()
  let told = 0
  for (const late of await lateLimits(app.readDb, now)) {
    if (signal?.aborted) break
    const [upper] = await bodiesAbove(app.readDb, late.bodyId, dayAt(now))
    const to = upper ?? late.bodyId
    told += await app.db.transaction().execute((tx) => tellLate(tx, { ...late, to, now }))
  }
  for (const late of await latePromises(app.readDb, dayAt(now), most)) {
    if (signal?.aborted) break
    const [upper] = await bodiesAbove(app.readDb, late.bodyId, dayAt(now))
    const to = upper ?? late.bodyId
    told += await app.db.transaction().execute((tx) => tellLatePromise(tx, { ...late, to, now }))
  }
  return { told }
}

const most = 1000
