// A working calendar that changed moves the limits that run: computed again by the thousand, each thousand in its own
// transaction, so that a cut-off run goes on where it stopped. Whoever owns the things hears which of them moved.
import type { App } from '../app.ts'
import { calendarFor } from './calendar.read.ts'
import { calendarMark } from './calendar.store.ts'
import { dueOf } from './clock.ts'
import { courseOf, endsAt, type Running } from './running.rules.ts'
import { lockStale, noteMoved, setMany, type Tx } from './running.store.ts'

const atOnce = 1000

export interface Moved {
  running: Running
  before: string
  due: string
}

/** Tells those concerned, in the transaction that moves the limits. */
export type OnMoved = (tx: Tx, moved: readonly Moved[], at: Date) => Promise<void>
const listeners = new Map<string, OnMoved>()

/** One listener a noun, from the loading of its module on. */
export function onLimitsMoved(noun: string, listener: OnMoved): void {
  listeners.set(noun, listener)
}

export async function recomputeLimits(app: App, signal?: AbortSignal): Promise<{ computed: number; moved: number }> {
  let [computed, moved] = [0, 0]
  while (!signal?.aborted) {
    const done = await app.db.transaction().execute((tx) => recomputeSome(tx, app.clock()))
    if (done === null) break
    computed += done.computed
    moved += done.moved
  }
  return { computed, moved }
}

async function recomputeSome(tx: Tx, at: Date) {
  const mark = await calendarMark(tx)
  const stale = await lockStale(tx, { mark, most: atOnce })
  if (stale.length === 0) return null
  const calendar = await calendarFor(tx)
  const moved = stale.flatMap((running): Moved[] => {
    // While it is suspended it has no end to move.
    if (running.due === null) return []
    const due = dueOf(calendar, courseOf(running))
    return due === running.due ? [] : [{ running, before: running.due, due }]
  })
  const ends = moved.map(({ running, before, due }) => ({ id: running.id, before, due, dueAt: endsAt(due) }))
  await setMany(tx, { mark, all: stale.map(({ id }) => id), moved: ends })
  if (ends.length > 0) await noteMoved(tx, { at, moved: ends })
  for (const [noun, some] of Map.groupBy(moved, ({ running }) => running.noun))
    await listeners.get(noun)?.(tx, some, at)
  return { computed: stale.length, moved: moved.length }
}
