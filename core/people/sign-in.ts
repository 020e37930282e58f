// Who the actor is: from a cookie or a token to a person with the roles of today.
import { createHash } from 'node:crypto'
import type { App } from '../app.ts'
import type { Actor } from '../shared/actor.ts'
import { dayAt, type Day } from '../shared/day.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { sessionTokenOf } from './cookies.ts'
import { networkOf } from './network.ts'
import { usernameOf } from './person.ts'
import {
  findByPersonId,
  findBySession,
  findByToken,
  findByUsername,
  touchSession,
  touchToken,
  type Found,
  type FoundBySession,
  type FoundByToken,
} from './sign-in.store.ts'

export { offerPasskey, signInByPasskey } from './passkeys/passkey.sign-in.ts'
export { beginProvider, endProvider } from './provider/provider.sign-in.ts'
export { passSecondStep, secondStepAsked } from './second-step/second-step.ts'
export { signIn, signOut } from './sign-in.begin.ts'
export { stepKeyOf } from './sign-in.step.ts'

type PersonActor = Extract<Actor, { kind: 'person' }>

/** A person at a page: the session he came with, and what he must do before anything else. */
export interface SignedIn extends PersonActor {
  sessionId: Id<'sign_in_session'>
  /** When he signed in. */
  since: Date
  mustChangePassword: boolean
  mustSetSecondStep: boolean
}

export function isSignedIn(actor: Actor): actor is SignedIn {
  return actor.kind === 'person' && 'sessionId' in actor
}

/**
 * The person behind the token or the cookie of a request; anonymous when there is none, or the account is closed.
 * `address` is the other end of the connection.
 */
export async function actorOf(app: App, headers: Headers, address?: string | null): Promise<Actor> {
  const actor = await personOf(app, headers)
  return actor ?? { kind: 'anonymous', network: networkOf(address, headers) }
}

async function personOf(app: App, headers: Headers): Promise<Actor | null> {
  const bearer = /^Bearer (dt_\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  if (bearer) return actorOfToken(app, bearer)
  const token = sessionTokenOf(app, headers)
  return token === null ? null : actorOfSession(app, token)
}

async function actorOfSession(app: App, token: string): Promise<SignedIn | null> {
  const now = app.clock()
  const found = await findBySession(app.readDb, token, { now, today: dayAt(now) })
  // Without the provider nobody could end what was opened by it.
  if (!found || (found.way === 'provider' && !app.provider)) return null
  if (isStale(found.seenAt, now)) await touchSession(app.db, found.sessionId, now)
  const { sessionId, since, roles } = found
  // Somebody else may know a password that was given; nobody else has his passkey or his account at the provider.
  const mustChangePassword = found.mustChangePassword && found.way === 'password'
  const mustSetSecondStep = lacksSecondStep(found)
  // Until then he may do that, and nothing more.
  const held = mustChangePassword || mustSetSecondStep ? [] : roles
  return { ...personActor(found), roles: held, sessionId, since, mustChangePassword, mustSetSecondStep }
}

async function actorOfToken(app: App, token: string): Promise<Actor | null> {
  const now = app.clock()
  const found: FoundByToken | undefined = await findByToken(app.readDb, tokenHash(token), dayAt(now))
  if (!found) return null
  if (isStale(found.usedAt, now)) await touchToken(app.db, found.tokenId, now)
  // A token is no way round the second step that a role needs.
  return { ...personActor(found), scopes: found.scopes, ...(lacksSecondStep(found) && { roles: [] }) }
}

function lacksSecondStep({ strong, roles, secondStepRoles }: FoundByToken | FoundBySession): boolean {
  return !strong && roles.some(({ role }) => secondStepRoles.includes(role))
}

/** The actor as if signed in: for the command line, seeding and tests. Throws when there is no such open account. */
export async function actorOfPerson(app: App, username: string): Promise<PersonActor> {
  const found = await findByUsername(app.readDb, usernameOf(username), dayAt(app.clock()))
  if (!found) throw new Error(`Không có tài khoản “${username}” đang dùng.`)
  return personActor(found)
}

/** For what is read in somebody's name without a sign-in: null when the account is closed. */
export async function actorOfId(db: ReadDb, id: Id<'person'>, today: Day): Promise<PersonActor | null> {
  const found = await findByPersonId(db, id, today)
  return found ? personActor(found) : null
}

export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('base64url')
}

function personActor({ personId, name, roles }: Found): PersonActor {
  return { kind: 'person', personId, name, roles, scopes: null }
}

/** Written once a minute at most. */
function isStale(last: Date | null, now: Date): boolean {
  return last === null || now.getTime() - last.getTime() >= 60_000
}
