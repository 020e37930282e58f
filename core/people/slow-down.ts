// Slows guessing down without locking anybody out: after failures the next try waits 1, 2, 4 … 60 seconds.
//
// A device that signed in to the account before counts for itself: whoever guesses elsewhere never makes it wait.
// A stranger counts by account and network, so that a guesser delays his own network first; after a few failures he
// also shares the account's counter with every other stranger. A network counts across accounts too, for ten minutes,
// against trying one password on many. A try is counted before the password is looked at and taken back when it was
// right: hundreds sent at the same moment count as hundreds.
import { createHmac } from 'node:crypto'
import type { App } from '../app.ts'
import { dayAt } from '../shared/day.ts'
import type { Counter } from './slow-down.counter.ts'
import { claimTries, forgiveTries } from './slow-down.store.ts'

/** Who tries. */
export interface Try {
  username: string
  /** Hash of a device known to this account; null: a stranger. */
  device: string | null
  /** The network; null: not known. */
  network: string | null
}

export interface Claim {
  /** Seconds until the next try; 0: this one may go on. */
  wait: number
  /** The password was right: the try is taken back. */
  forgive(): Promise<void>
}

export async function claimTry(app: App, tried: Try): Promise<Claim> {
  const counters = countersOf(app, tried)
  const wait = await claimTries(app.triesDb, counters, app.clock())
  return { wait, forgive: () => forgiveTries(app.triesDb, counters) }
}

/** Whoever guesses the second step knows the password already: strangers share one counter, wherever they are. */
export async function claimSecondStep(app: App, username: string, device: string | null): Promise<Claim> {
  const key = createHmac('sha256', app.secret).update(JSON.stringify(['second step', username, device]))
  const free = device === null ? 5 : 10
  const counters: Counter[] = [{ key: key.digest('base64url'), free, longest: 60, own: true, from: 0 }]
  return {
    wait: await claimTries(app.triesDb, counters, app.clock()),
    forgive: () => forgiveTries(app.triesDb, counters),
  }
}

export function countersOf(app: Pick<App, 'clock' | 'secret'>, { username, device, network }: Try): Counter[] {
  const key = (...parts: (string | number | null)[]) =>
    createHmac('sha256', app.secret).update(JSON.stringify(parts)).digest('base64url')
  const own = { own: true, from: 0, longest: 60 }
  if (device !== null) return [{ ...own, key: key('device', username, device), free: 10 }]
  // The day goes into the hash of a network: tomorrow nobody can tell that it is the same one.
  const hashed = network === null ? null : key('network', dayAt(app.clock()), network)
  const strangers = [
    { ...own, key: key('stranger', username, hashed), free: 2 },
    { key: key('account', username), free: 8, longest: 60, own: false, from: 5 },
  ]
  if (hashed === null) return strangers
  const tenMinutes = Math.floor(app.clock().getTime() / 600_000)
  return [...strangers, { key: key('spray', hashed, tenMinutes), free: 40, longest: 5, own: false, from: 0 }]
}

/** Guessing the secret of a thing that has a code: each network and each code counts. */
export async function claimGuess(
  app: App,
  { what, code, network }: { what: string; code: string; network: string | null },
): Promise<Claim> {
  const key = (...parts: (string | null)[]) =>
    createHmac('sha256', app.secret)
      .update(JSON.stringify(['guess', what, ...parts]))
      .digest('base64url')
  const today = dayAt(app.clock())
  const counters: Counter[] = [{ key: key('code', code, network), free: 5, longest: 60, own: true, from: 0 }]
  if (network !== null)
    counters.push({ key: key('network', today, network), free: 40, longest: 30, own: false, from: 0 })
  return {
    wait: await claimTries(app.triesDb, counters, app.clock()),
    forgive: () => forgiveTries(app.triesDb, counters),
  }
}
