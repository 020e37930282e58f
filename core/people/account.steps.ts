// Whose account it is, for what a person does with his own; a token may not touch what guards the account.
import type { Actor } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import type { ReadDb } from '../shared/operation.ts'
import { forbidden, ok, type Result } from '../shared/result.ts'
import { policyOf } from './policy.store.ts'
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

/** As `ownIdAtPage`, and signed in not long ago: a screen left open changes nothing that guards the account. */
export async function ownIdJustIn({ actor, db, now }: { actor: Actor; db: ReadDb; now: Date }) {
  const id = ownIdAtPage(actor)
  if (!id.ok || !isSignedIn(actor)) return id
  const { freshMinutes } = await policyOf(db)
  return now.getTime() - actor.since.getTime() <= freshMinutes * 60_000 ? id : signInAgain
}

const signInAgain = forbidden(
  'sign-in-again',
  'Việc này đụng đến cách đăng nhập. Để chắc là chính đồng chí, hãy đăng nhập lại rồi làm tiếp.',
  'This concerns how you sign in. Please sign in once more, then go on.',
)
