// Signing in with user name and password, and out. The pages carry the cookies; no operation can.
import type { App } from '../app.ts'
import { recordEvent } from '../shared/event.ts'
import type { Id } from '../shared/id.ts'
import { conflict, forbidden, type Result } from '../shared/result.ts'
import { storable } from '../shared/text.ts'
import { deviceHashOf, sessionTokenOf } from './cookies.ts'
import { networkOf } from './network.ts'
import { usernameOf } from './person.ts'
import { arrive, asPerson, authOf, closed, type Opened, type SignInDone } from './sign-in.arrive.ts'
import { deleteSession, isKnownDevice } from './sign-in.store.ts'
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

export async function signIn(app: App, tried: SignInTry): Promise<Result<SignInDone>> {
  const username = usernameOf(storable(tried.username)).slice(0, 100)
  const { headers, remember = false } = tried
  const device = deviceHashOf(app, headers)
  const known = device !== null && (await isKnownDevice(app.db, username, device))
  const network = networkOf(tried.address, headers)
  const claim = await claimTry(app, { username, device: known ? device : null, network })
  if (claim.wait > 0) return tryLater(claim.wait)
  const opened = await openSession(app, { ...tried, username })
  if (opened === 'wrong') return wrong
  await claim.forgive()
  if (opened === 'closed') return closed
  return arrive(app, { personId: opened.personId, way: 'password', strong: false, remember, headers, opened })
}

/** An unknown user name takes as long as a wrong password: the library hashes either way. */
async function openSession(
  app: App,
  tried: SignInTry,
): Promise<(Opened & { personId: Id<'person'> }) | 'wrong' | 'closed'> {
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

const wrong = forbidden(
  'wrong-password',
  'Tên đăng nhập hoặc mật khẩu không đúng. Hãy kiểm tra bộ gõ tiếng Việt và phím Caps Lock; nếu quên, hãy nhờ quản trị cấp lại mật khẩu.',
  'User name or password is wrong. Check the keyboard language and Caps Lock; an administrator can give you a new password.',
)

export function tryLater(seconds: number) {
  return conflict(
    'try-later',
    `Đã sai nhiều lần. Hãy thử lại sau ${seconds} giây.`,
    `Too many wrong tries. Please try again in ${seconds} seconds.`,
  )
}
