// For the person at the machine: do the sums that boards read still equal the entries they were added up from?
import type { App } from '../../app.ts'
import { operator } from '../../shared/actor.ts'
import { recordEvent } from '../../shared/event.ts'
import { differences, refreshAll, type Differences } from './rollup.check.store.ts'

/** Counts everything anew beside what is kept. With `repair` the difference is mended, in one transaction. */
export async function verifyBoards(app: App, { repair }: { repair: boolean }): Promise<Differences> {
  const found = await differences(app.readDb)
  const count = found.sums.length + found.standings.length
  if (!repair || count === 0) return found
  await app.db.transaction().execute(async (tx) => {
    await refreshAll(tx)
    await recordEvent(tx, operator, app.clock(), { noun: 'board', id: 0, move: 'repair', changes: { count } })
  })
  return found
}
