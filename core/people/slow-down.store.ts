// The counters of wrong passwords. They expire half an hour after their last failure.
import { sql, type Kysely, type Transaction } from 'kysely'
import type { Tables } from '../db/schema.ts'
import { waitAfter, type Counter } from './slow-down.counter.ts'

const halfAnHour = 30 * 60_000

/** Counts one try against every counter, or answers how many seconds to wait and counts nothing. */
export async function claimTries(db: Kysely<Tables>, counters: readonly Counter[], now: Date): Promise<number> {
  return db.transaction().execute(async (tx) => {
    await oneAtATime(tx)
    const states = await lockCounters(tx, counters, now)
    const own = Math.max(...counters.filter((counter) => counter.own).map(({ key }) => states.get(key)!.count))
    const waits = counters.map((counter) => {
      const { count, at } = states.get(counter.key)!
      const until = own < counter.from ? 0 : at.getTime() + waitAfter(count, counter) * 1000
      return Math.ceil((until - now.getTime()) / 1000)
    })
    const wait = Math.max(0, ...waits)
    if (wait > 0) return wait
    await sql`update sign_in_failure set count = count + 1, last_at = ${now}
      where key = any(${counters.map((counter) => counter.key)})`.execute(tx)
    return 0
  })
}

/** Held until the try is counted. Rows are also deleted here, so an order of keys alone would not keep tries apart. */
async function oneAtATime(tx: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(4200004)`.execute(tx)
}

/** The state of each counter, made when it is new. */
async function lockCounters(tx: Transaction<Tables>, counters: readonly Counter[], now: Date) {
  const old = new Date(now.getTime() - halfAnHour)
  await sql`delete from sign_in_failure where key in (
    select key from sign_in_failure where last_at < ${old} for update skip locked)`.execute(tx)
  const states = new Map<string, { count: number; at: Date }>()
  for (const { key } of counters) {
    const { rows } = await sql<{ count: number; at: Date }>`
      insert into sign_in_failure (key, count, last_at) values (${key}, 0, ${now})
      on conflict (key) do update set count = sign_in_failure.count returning count, last_at as at`.execute(tx)
    states.set(key, rows[0]!)
  }
  return states
}

export async function forgiveTries(db: Kysely<Tables>, counters: readonly Counter[]): Promise<void> {
  const own = counters.filter((counter) => counter.own).map((counter) => counter.key)
  const shared = counters.filter((counter) => !counter.own).map((counter) => counter.key)
  await db.transaction().execute(async (tx) => {
    await oneAtATime(tx)
    await sql`delete from sign_in_failure where key = any(${own})`.execute(tx)
    await sql`update sign_in_failure set count = greatest(0, count - 1) where key = any(${shared})`.execute(tx)
  })
}
