// Signing in with the account of one's office: off to the provider, and back with who one is there.
import type { App } from '../../app.ts'
import { recordEvent } from '../../shared/event.ts'
import type { Id } from '../../shared/id.ts'
import { ok, type Result } from '../../shared/result.ts'
import { personById } from '../person.store.ts'
import { arrive, asPerson, type SignInDone } from '../sign-in.arrive.ts'
import { beginStep, endStep, noStepCookie, stepKeyOf, stepOf } from '../sign-in.step.ts'
import { addressToAsk, claimsOf, type Expected } from './provider.client.ts'
import { insertIdentity, takeInvitation, useIdentity } from './provider.store.ts'
import { claimedBy, faults, type Claimed } from './provider.ts'

export interface ProviderBegun {
  location: string
  setCookie: string[]
}

/** Where the browser came back from. */
export interface ProviderCame {
  /** “?code=…&state=…” */
  search: string
  headers: Headers
}

export interface ProviderDone {
  /** What the sign-in page was asked for, as “?tiep=…”. */
  search: string
  setCookie: string[]
  /** Signed in or asked for the second step; or a tie for its owner to look at and say yes to. */
  done: SignInDone | 'link'
}

interface Facts extends Expected {
  search: string
}

/** `search` comes back with the person. `tieFor`: he is signed in and wants to tie the account, not to sign in. */
export async function beginProvider(
  app: App,
  { search, tieFor = null }: { search: string; tieFor?: Id<'person'> | null },
): Promise<Result<ProviderBegun>> {
  if (!app.provider) return faults['provider-off']
  const asked = await addressToAsk(app, app.provider)
  if (typeof asked === 'string') return faults[asked]
  const facts = { ...asked.expected, search } satisfies Facts
  const { cookie } = await beginStep(app, 'provider', { personId: tieFor, facts })
  return ok({ location: asked.location, setCookie: [cookie] })
}

/** The search of the page the person began on, whatever comes of it. */
export async function endProvider(
  app: App,
  came: ProviderCame,
): Promise<{ search: string; result: Result<ProviderDone> }> {
  const key = stepKeyOf(app, 'provider', came.headers)
  const step = await stepOf(app, 'provider', key)
  if (!step || !app.provider) return { search: '', result: faults['provider-old'] }
  const { search, ...expected } = step.facts as unknown as Facts
  const own = new URLSearchParams(came.search).get('state') === expected.state
  // For once, whatever comes of it; a window that was left open takes nothing away from a newer one.
  if (!own || !(await endStep(app, 'provider', key))) return { search, result: faults['provider-old'] }
  const claims = await claimsOf(app, app.provider, { search: came.search, expected })
  if (typeof claims === 'string') return { search, result: faults[claims] }
  const claimed = claimedBy(claims, app.provider.claim)
  const result =
    step.personId === null
      ? await comeIn(app, claimed, came.headers)
      : await offerTie(app, claimed, { personId: step.personId })
  const gone = noStepCookie(app, 'provider')
  if (!result.ok) return { search, result }
  return { search, result: ok({ search, done: result.value.done, setCookie: [...result.value.setCookie, gone] }) }
}

type Came = Result<Pick<ProviderDone, 'done' | 'setCookie'>>

async function comeIn(app: App, claimed: Claimed, headers: Headers): Promise<Came> {
  const personId = await whoIs(app, claimed)
  if (personId === null) return faults['identity-unknown']
  const { strong } = claimed
  const arrived = await arrive(app, { personId, way: 'provider', strong, remember: false, headers })
  return arrived.ok ? ok({ done: arrived.value, setCookie: arrived.value.setCookie }) : arrived
}

/** By the tie; else by an administrator's invitation, which becomes the tie. */
async function whoIs(app: App, { subject, name, named }: Claimed): Promise<Id<'person'> | null> {
  const { issuer } = app.provider!
  const now = app.clock()
  return app.db.transaction().execute(async (tx) => {
    const tied = await useIdentity(tx, { issuer, subject, now })
    if (tied !== null || named === null) return tied
    const person = await takeInvitation(tx, { issuer, name: named, now })
    if (person === null || !(await insertIdentity(tx, { person, issuer, subject, name, now }))) return null
    await recordEvent(tx, asPerson(person), now, {
      noun: 'person',
      id: person,
      move: 'linkIdentity',
      changes: { invited: true },
    })
    return person
  })
}

/** Nothing is tied yet: its owner sees whose account it is and says yes, so that nobody ties another's by a trick. */
async function offerTie(app: App, { subject, name }: Claimed, { personId }: { personId: Id<'person'> }): Promise<Came> {
  if (!(await personById(app.db, personId))) return faults['identity-unknown']
  const { cookie } = await beginStep(app, 'identity', { personId, facts: { subject, name } })
  return ok({ done: 'link' as const, setCookie: [cookie] })
}
