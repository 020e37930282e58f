// For the person at the machine: do the kept sums of a year still equal the models counted one by one?
import type { App } from '../app.ts'
import { operator } from '../shared/actor.ts'
import { recordEvent } from '../shared/event.ts'
import { sumDifferences } from './sums.check.store.ts'
import { recountAll } from './sums.store.ts'

/** Counts every year anew beside what is kept. With `repair` all is counted and kept anew, in one transaction. */
export async function verifyModels(app: App, { repair }: { repair: boolean }) {
  const found = await sumDifferences(app.readDb)
  if (!repair || found.sums.length === 0) return found
  await app.db.transaction().execute(async (tx) => {
    await recountAll(tx)
    const changes = { count: found.sums.length }
    await recordEvent(tx, operator, app.clock(), { noun: 'modelSum', id: 0, move: 'repair', changes })
  })
  return found
}
