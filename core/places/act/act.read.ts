// What the slice of acts may do with territory: judge lines, write what was judged, draw before and after.
import type { ReadDb } from '../../shared/operation.ts'
import type { Day } from '../../shared/day.ts'
import type { ChangeLine } from './change.ts'
import { judgeAct, type Judged } from './judge.ts'
import { readWorld } from './world.store.ts'

export { wentBy, type Went } from './history.store.ts'
export { bearersOn, namesAt, outside } from './world.store.ts'
export { actExists, insertAct, lockPlaces, writePlan, type ActDocument } from './write.store.ts'

export async function judged(db: ReadDb, lines: readonly ChangeLine[], day: Day): Promise<Judged> {
  return judgeAct(lines, await readWorld(db, lines, day))
}
