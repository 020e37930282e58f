// Counts that many ask for at once: counted once under a stamp and handed to all, for as long as the stamp stands.
import type { App } from '../app.ts'
import type { ReadDb } from './operation.ts'

interface Entry {
  stamp: string
  value: Promise<unknown>
}
const kept = new WeakMap<App, Map<string, Entry>>()
/** Of questions nobody asks again only so many are kept. */
const most = 2000

function entriesOf(app: App): Map<string, Entry> {
  const entries = kept.get(app) ?? new Map<string, Entry>()
  kept.set(app, entries)
  return entries
}

function keep<T>(entries: Map<string, Entry>, what: string, entry: { stamp: string; value: Promise<T> }): Promise<T> {
  entries.delete(what)
  entries.set(what, entry)
  if (entries.size > most) entries.delete(entries.keys().next().value!)
  entry.value.catch(() => entries.get(what) === entry && entries.delete(what))
  return entry.value
}

/** As exact as its stamp: who reads the same stamp in his snapshot would count the same. */
export async function keptUnder<T>(
  app: App,
  { what, stamp }: { what: string; stamp: string },
  count: () => Promise<T>,
): Promise<T> {
  const entries = entriesOf(app)
  const found = entries.get(what)
  // Counted by another whose request broke off: then by oneself.
  if (found?.stamp === stamp) return (found.value as Promise<T>).catch(count)
  return keep(entries, what, { stamp, value: count() })
}

/**
 * For what depends on the hour itself: fresh for `fresh` milliseconds; then the old one goes out once more while a new one is
 * counted beside it; older than `stale` nobody gets it.
 */
export async function keptFor<T>(
  app: App,
  { what, now, fresh, stale }: { what: string; now: Date; fresh: number; stale: number },
  count: (db: ReadDb) => Promise<T>,
): Promise<T> {
  const entries = entriesOf(app)
  const found = entries.get(what)
  const age = found ? now.getTime() - Number(found.stamp) : Number.POSITIVE_INFINITY
  if (found && age >= 0 && age < fresh) return found.value as Promise<T>
  const value = app.readDb.transaction().setAccessMode('read only').execute(count)
  const counted = keep(entries, what, { stamp: String(now.getTime()), value })
  return found && age >= 0 && age < stale ? (found.value as Promise<T>) : counted
}
