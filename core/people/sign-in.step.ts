// A sign-in that takes more than one page: the browser keeps a key in a cookie, the database what it stands for.
import { createHash, randomBytes } from 'node:crypto'
import type { App } from '../app.ts'
import { cookieLine, cookieOf, noCookieLine } from './cookies.ts'
import { policyOf } from './policy.store.ts'
import { findStep, insertStep, takeStep, type Step, type StepKind } from './sign-in.step.store.ts'

const cookieNames: Record<StepKind, string> = {
  secondStep: 'second_step',
  provider: 'provider',
  identity: 'identity',
  passkey: 'passkey',
}

const hashOf = (key: string) => createHash('sha256').update(`step ${key}`).digest('base64url')

/** Begins one; the cookie goes to the browser, the key stands for it where there is no cookie. */
export async function beginStep(app: App, kind: StepKind, step: Step, db = app.db) {
  const key = randomBytes(24).toString('base64url')
  const { stepMinutes } = await policyOf(db)
  const now = app.clock()
  const until = new Date(now.getTime() + stepMinutes * 60_000)
  await insertStep(db, { ...step, hash: hashOf(key), kind, now, until })
  return { key, cookie: cookieLine(app, cookieNames[kind], key, stepMinutes * 60) }
}

/** The key this browser brings, or ''. */
export function stepKeyOf(app: App, kind: StepKind, headers: Headers): string {
  return cookieOf(app, headers, cookieNames[kind])
}

export async function stepOf(app: App, kind: StepKind, key: string, db = app.db): Promise<Step | undefined> {
  return key === '' ? undefined : findStep(db, { hash: hashOf(key), kind, now: app.clock() })
}

/** For once and for all. */
export async function endStep(app: App, kind: StepKind, key: string, db = app.db): Promise<Step | undefined> {
  return key === '' ? undefined : takeStep(db, { hash: hashOf(key), kind, now: app.clock() })
}

/** Takes the cookie out of the browser. */
export function noStepCookie(app: App, kind: StepKind): string {
  return noCookieLine(app, cookieNames[kind])
}
