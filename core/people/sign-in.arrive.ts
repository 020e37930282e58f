// Somebody has shown who he is, by password, provider or passkey: he is let in, or asked for the second step first.
import type { App } from '../app.ts'
import type { Actor } from '../shared/actor.ts'
import { recordEvent } from '../shared/event.ts'
import type { Id } from '../shared/id.ts'
import { forbidden, ok, type Result } from '../shared/result.ts'
import { deviceHashOf, newDeviceCookie, sessionTokenOf } from './cookies.ts'
import { deviceOf } from './device.ts'
import { isDisabled, personById } from './person.store.ts'
import { policyOf } from './policy.store.ts'
import { hasSecondStep } from './second-step/second-step.store.ts'
import { isTrusted, trustDevice } from './second-step/trusted.store.ts'
import { beginStep } from './sign-in.step.ts'
import { beginSession, deleteSession, holdsWay, rememberDevice } from './sign-in.store.ts'

export type Way = 'password' | 'provider' | 'passkey'

export interface Arrival {
  personId: Id<'person'>
  way: Way
  /** By which passkey. */
  passkeyId?: Id<'passkey'>
  /** With two things already: nothing more is asked. */
  strong: boolean
  /** Stays signed in when the browser is closed. */
  remember: boolean
  headers: Headers
  /** The session the sign-in library has opened with the password. */
  opened?: Opened
  /** What stood for the second step, for the event. */
  by?: 'code' | 'recoveryCode' | 'trustedDevice'
  /** This device is not asked again for some days. */
  trust?: boolean
}

export interface Opened {
  token: string
  setCookie: string[]
}

export interface SignInDone {
  /** Values of Set-Cookie. */
  setCookie: string[]
  next: 'in' | 'secondStep'
  mustChangePassword: boolean
}

/** The sign-in library for this app. It takes 0.3 s to load: only who signs in waits for it. */
export async function authOf(app: App) {
  return (await import('./auth.ts')).authOf(app)
}

export async function arrive(app: App, arrival: Arrival): Promise<Result<SignInDone>> {
  const { personId, strong, headers, opened } = arrival
  if (await isDisabled(app.db, personId)) return closed
  if (strong || !(await hasSecondStep(app.db, personId))) return enter(app, arrival)
  const hash = deviceHashOf(app, headers)
  if (hash && (await isTrusted(app.db, { person: personId, hash, now: app.clock() })))
    return enter(app, { ...arrival, strong: true, by: 'trustedDevice' })
  if (opened) await deleteSession(app.db, opened.token) // nobody was told its token
  const { way, remember } = arrival
  const { cookie } = await beginStep(app, 'secondStep', { personId, facts: { way, remember } })
  return ok({ setCookie: [cookie], next: 'secondStep', mustChangePassword: false })
}

/** Opens the session, whoever asked for it. */
export async function enter(app: App, arrival: Arrival): Promise<Result<SignInDone>> {
  const opened = arrival.opened ?? (await openSession(app, arrival))
  if (opened === null) return closed
  const known = deviceHashOf(app, arrival.headers)
  const { cookie, hash } = known === null ? newDeviceCookie(app) : { cookie: null, hash: known }
  const mustChangePassword = await begin(app, { ...arrival, opened, device: hash })
  if (mustChangePassword === null) return wayGone
  return ok({ setCookie: [...opened.setCookie, ...(cookie ? [cookie] : [])], next: 'in', mustChangePassword })
}

/** null: the account is closed. */
async function openSession(app: App, { personId, remember: rememberMe, headers }: Arrival): Promise<Opened | null> {
  const auth = await authOf(app)
  if (await isDisabled(app.db, personId)) return null
  const { headers: answered, response } = await auth.api.openSession({
    body: { personId, rememberMe },
    headers,
    returnHeaders: true,
  })
  return response.token === null ? null : { token: response.token, setCookie: answered.getSetCookie() }
}

/** The session this browser had before is over: its cookie is overwritten. null: what he came by was taken away meanwhile. */
async function begin(app: App, arrival: Arrival & { opened: Opened; device: string }): Promise<boolean | null> {
  const { personId, way, strong, opened, headers, by, passkeyId } = arrival
  const now = app.clock()
  const replaced = sessionTokenOf(app, headers)
  return app.db.transaction().execute(async (tx) => {
    if (!(await holdsWay(tx, { personId, way, issuer: app.provider?.issuer, passkeyId }))) {
      await deleteSession(tx, opened.token)
      return null
    }
    await beginSession(tx, opened.token, { now, way, strong, passkeyId })
    if (replaced) await deleteSession(tx, replaced)
    await rememberDevice(tx, { personId, hash: arrival.device, now })
    if (arrival.trust) {
      const { trustedDeviceDays: days } = await policyOf(tx)
      const device = deviceOf(headers.get('user-agent') ?? '')
      if (days > 0) await trustDevice(tx, { person: personId, hash: arrival.device, device, now, days })
    }
    const changes = { way, ...(by && { by }), ...(arrival.trust && { trusted: true }) }
    await recordEvent(tx, asPerson(personId), now, { noun: 'person', id: personId, move: 'signIn', changes })
    return way === 'password' && (await personById(tx, personId))!.mustChangePassword
  })
}

export function asPerson(personId: Id<'person'>): Actor {
  return { kind: 'person', personId, name: '', roles: [], scopes: null }
}

const wayGone = forbidden(
  'way-gone',
  'Khoá đăng nhập hoặc tài khoản cơ quan này vừa bị gỡ. Hãy đăng nhập bằng tên và mật khẩu.',
  'This passkey or account of the office has just been taken away. Sign in with your user name and password.',
)

export const closed = forbidden(
  'account-closed',
  'Tài khoản này đã ngừng dùng. Hãy liên hệ quản trị của đơn vị.',
  'This account is closed. Ask your administrator.',
)
