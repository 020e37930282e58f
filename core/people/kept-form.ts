// What somebody had typed when his session ran out is not lost: it is kept sealed, for an hour, for him alone.
//
// Only the browser that still carries the cookie of a session that was his can leave something here, so nobody can
// fill the table from outside, and only he gets it back. The key is in the address of the sign-in page and not in the
// database: who reads the table reads nothing.
import { createHash, randomBytes } from 'node:crypto'
import type { App } from '../app.ts'
import type { Actor } from '../shared/actor.ts'
import { sessionTokenOf } from './cookies.ts'
import { findKept, insertKept } from './kept-form.store.ts'
import { seal, unseal } from './seal.ts'
import { ownerOfSession } from './sign-in.store.ts'

export interface KeptForm {
  /** The address the form was sent to, with the name of its action. */
  path: string
  /** Names and values in the order of the form; files are not kept. */
  fields: [name: string, value: string][]
}

const oneHour = 60 * 60_000
const largest = 500_000

/** The key to ask for it with, or null when nothing was kept. */
export async function keepForm(app: App, headers: Headers, form: KeptForm): Promise<string | null> {
  const token = sessionTokenOf(app, headers)
  const personId = token && (await ownerOfSession(app.db, token))
  const plain = Buffer.from(JSON.stringify(form))
  if (!personId || plain.length > largest) return null
  const key = randomBytes(24).toString('base64url')
  const now = app.clock()
  const until = new Date(now.getTime() + oneHour)
  await insertKept(app.db, { hash: hashOf(key), personId, sealed: seal(app, `kept ${key}`, plain), now, until })
  return key
}

/** The form, when it is this person's and not older than an hour. */
export async function keptForm(app: App, actor: Actor, key: string): Promise<KeptForm | null> {
  if (actor.kind !== 'person') return null
  const wanted = { hash: hashOf(key), personId: actor.personId, now: app.clock() }
  const sealed = await findKept(app.db, wanted)
  return sealed ? (JSON.parse(unseal(app, `kept ${key}`, sealed).toString()) as KeptForm) : null
}

function hashOf(key: string): string {
  return createHash('sha256').update(`kept ${key}`).digest('base64url')
}
