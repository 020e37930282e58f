// Whose account it is, for what a person does with his own; a token may not touch what guards the account.
import type { Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { forbidden, ok, type Result } from '../shared/result.ts'
import { isSignedIn } from './sign-in.ts'

/** The person who asks. */
export function ownId(actor: Actor): Result<Id<'person'>> {
  return actor.kind === 'person' ? ok(actor.personId) : notAPerson
}

/** The person who asks, when he is there himself and not a program with his token. */
export function ownIdAtPage(actor: Actor): Result<Id<'person'>> {
  if (actor.kind !== 'person') return notAPerson
  return actor.scopes === null ? ok(actor.personId) : notByToken
}

/** The session the request came with; null when it came with none, as from the command line. */
export function ownSession(actor: Actor): Id<'sign_in_session'> | null {
  return isSignedIn(actor) ? actor.sessionId : null
}

const notAPerson = forbidden(
  'not-a-person',
  'Việc này chỉ làm được khi đăng nhập bằng tài khoản của mình.',
  'Only a person with an account of his own can do this.',
)

const notByToken = forbidden(
  'not-by-token',
  'Mã truy cập không làm được việc này. Hãy đăng nhập trên trang web.',
  'A token cannot do this. Please sign in on the web page.',
)
