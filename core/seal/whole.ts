// All sealed items at once, for the operator: does each open, and writing each anew for another key. Only counts come out.
import type { App, SealKeys } from '../app.ts'
import { openLetter } from './letter.ts'
import { keyInUse, partsOf } from './sealed.store.ts'
import { holdNextOf, itemsAfter, retireKey, writeAnew } from './whole.store.ts'

export interface Verified {
  items: number
  /** Open, but are sealed to an older key than the one in use: a rotation was not finished. */
  olderKey: number
  failed: number
}

/** Needs the secret key. */
export async function verifySealed(app: App): Promise<Verified> {
  const { open, public: inUse } = app.seal!
  const counted = { items: 0, olderKey: 0, failed: 0 }
  let last = 0
  for (let some = await itemsAfter(app.readDb, last, 100); some.length > 0;) {
    for (const { id, handle, public: sealedTo } of some) {
      const letter = await openLetter(open!, handle, await partsOf(app.readDb, id))
      if (!letter && (await changedSince(app, id, sealedTo))) continue
      counted.items++
      if (!letter) counted.failed++
      else if (sealedTo !== inUse) counted.olderKey++
    }
    last = some.at(-1)!.id
    some = await itemsAfter(app.readDb, last, 100)
  }
  return counted
}

/** Released, destroyed or sealed anew while the check ran: nothing is wrong with it. */
async function changedSince(app: App, id: number, sealedTo: string): Promise<boolean> {
  const [now] = await itemsAfter(app.db, id - 1, 1)
  return now?.id !== id || now.public !== sealedTo
}

export interface Rotated {
  rotated: number
  /** Did not open with the old key; left as they were. */
  failed: number
}

/** 'retired': the new key was given up before. One item a save: cut off, it goes on where it stopped. What does not read back by the new key is not written. */
export async function rotateSealed(
  app: Pick<App, 'db' | 'clock'>,
  { from, to, say }: { from: SealKeys; to: SealKeys; say(done: number): void },
): Promise<Rotated | 'retired'> {
  const counted = { rotated: 0, failed: 0 }
  if (await app.db.transaction().execute(async (tx) => (await keyInUse(tx, to.public, app.clock())) === null))
    return 'retired'
  const old = await retireKey(app.db, from.public, app.clock())
  if (old === null) return counted
  let last: number | null = 0
  while (last !== null) {
    last = await app.db.transaction().execute(async (tx) => {
      const item = await holdNextOf(tx, old, last!)
      if (!item) return null
      const key = (await keyInUse(tx, to.public, app.clock()))!
      const parts = await sealedAnew({ from, to }, item.handle, await partsOf(tx, item.id))
      if (parts) await writeAnew(tx, { id: item.id, key, parts })
      counted[parts ? 'rotated' : 'failed']++
      return item.id
    })
    say(counted.rotated + counted.failed)
  }
  return counted
}

/** null: it does not open with the old key, or what was sealed anew does not open with the new one. */
async function sealedAnew(
  { from, to }: { from: SealKeys; to: SealKeys },
  handle: string,
  parts: readonly Uint8Array[],
): Promise<Uint8Array[] | null> {
  if (!(await openLetter(from.open!, handle, parts))) return null
  const made = []
  for (const part of parts) made.push(await to.seal(await from.open!(part)))
  return (await openLetter(to.open!, handle, made)) ? made : null
}
