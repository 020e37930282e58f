// Signing in with user name and password, and out. The pages carry the cookies; no operation can.
import type { App } from '../app.ts'
import type { Actor } from '../shared/actor.ts'
import { recordEvent } from '../shared/event.ts'
import type { Id } from '../shared/id.ts'
import { conflict, forbidden, ok, type Result } from '../shared/result.ts'
import { deviceHashOf, newDeviceCookie, sessionTokenOf } from './cookies.ts'
import { storable } from '../shared/text.ts'
import { networkOf } from './network.ts'
import { usernameOf } from './person.ts'
import { personById } from './person.store.ts'
import { beginSession, deleteSession, isKnownDevice, rememberDevice } from './sign-in.store.ts'
import { claimTry } from './slow-down.ts'

export interface SignInTry {
  username: string
  password: string
  headers: Headers
  /** The other end of the connection. */
  address?: string | null
  /** Stays signed in when the browser is closed. */
  remember?: boolean
}

export interface SignInDone {
  /** Values of Set-Cookie. */
  setCookie: string[]
  mustChangePassword: boolean
}

/** The sign-in library for this app. It takes 0.3 s to load: only who signs in waits for it. */
export async function authOf(app: App) {
  return (await import('./auth.ts')).authOf(app)
}

export async function signIn(app: App, tried: SignInTry): Promise<Result<SignInDone>> {
  const username = usernameOf(storable(tried.username)).slice(0, 100)
  const device = deviceHashOf(app, tried.headers)
  const known = device !== null && (await isKnownDevice(app.db, username, device))
  const network = networkOf(tried.address, tried.headers)
  const claim = await claimTry(app, { username, device: known ? device : null, network })
  if (claim.wait > 0) return tryLater(claim.wait)
  const opened = await openSession(app, { ...tried, username })
  if (opened === 'wrong') return wrong
  await claim.forgive()
  if (opened === 'closed') return closed
  const { cookie, hash } = device === null ? newDeviceCookie(app) : { cookie: null, hash: device }
  const replaced = sessionTokenOf(app, tried.headers)
  const mustChangePassword = await begin(app, { ...opened, device: hash, replaced })
  return ok({ setCookie: [...opened.setCookie, ...(cookie ? [cookie] : [])], mustChangePassword })
}

interface Opened {
  personId: Id<'person'>
  token: string
  setCookie: string[]
}

/** An unknown user name takes as long as a wrong password: the library hashes either way. */
async function openSession(app: App, tried: SignInTry): Promise<Opened | 'wrong' | 'closed'> {
  const { username, password, headers, remember: rememberMe = false } = tried
  const auth = await authOf(app)
  try {
    const { headers: answered, response } = await auth.api.signInUsername({
      body: { username, password, rememberMe },
      headers,
      returnHeaders: true,
    })
    const personId = Number(response.user.id) as Id<'person'>
    return { personId, token: response.token, setCookie: answered.getSetCookie() }
  } catch (error) {
    const { status } = error as { status?: string }
    if (status === 'UNAUTHORIZED' || status === 'UNPROCESSABLE_ENTITY' || status === 'BAD_REQUEST') return 'wrong'
    const { body } = error as { body?: { code?: string } }
    if (body?.code === 'FAILED_TO_CREATE_SESSION') return 'closed'
    throw error
  }
}

/** The session this browser had before is over: its cookie is overwritten. */
async function begin(app: App, opened: Opened & { device: string; replaced: string | null }): Promise<boolean> {
  const now = app.clock()
  const { personId } = opened
  return app.db.transaction().execute(async (tx) => {
    await beginSession(tx, opened.token, now)
    if (opened.replaced) await deleteSession(tx, opened.replaced)
    await rememberDevice(tx, { personId, hash: opened.device, now })
    const person = (await personById(tx, personId))!
    await recordEvent(tx, asPerson(personId), now, { noun: 'person', id: personId, move: 'signIn' })
    return person.mustChangePassword
  })
}

/** Ends the session of the request; answers the cookies that take it out of the browser. */
export async function signOut(app: App, headers: Headers): Promise<{ setCookie: string[] }> {
  const token = sessionTokenOf(app, headers)
  if (token === null) return { setCookie: [] }
  const now = app.clock()
  await app.db.transaction().execute(async (tx) => {
    const id = await deleteSession(tx, token)
    if (id) await recordEvent(tx, asPerson(id), now, { noun: 'person', id, move: 'signOut' })
  })
  const auth = await authOf(app)
  const answered = await auth.api.signOut({ headers, returnHeaders: true })
  return { setCookie: answered.headers.getSetCookie() }
}

function asPerson(personId: Id<'person'>): Actor {
  return { kind: 'person', personId, name: '', roles: [], scopes: null }
}

const wrong = forbidden(
  'wrong-password',
  'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock; nếu quên, hãy nhờ quản trị cấp lại mật khẩu.',
  'User name or password is wrong. Check the keyboard language and Caps Lock; an administrator can give you a new password.',
)

const closed = forbidden(
  'account-closed',
  'Tài khoản này đã ngừng dùng. Hãy liên hệ quản trị của đơn vị.',
  'This account is closed. Ask your administrator.',
)

export function tryLater(seconds: number) {
  return conflict(
    'try-later',
    `Đã sai nhiều lần. Hãy thử lại sau ${seconds} giây.`,
    `Too many wrong tries. Please try again in ${seconds} seconds.`,
  )
}
