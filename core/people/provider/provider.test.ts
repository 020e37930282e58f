// Stories of signing in with the account of one's office, against a real provider in a process of its own.
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { operator, type Actor } from '../../shared/actor.ts'
import { sentencesOf } from '../../shared/result.ts'
import { clientId, clientSecret, openIdentityServer, throughProvider } from '../../testing/identity-server.ts'
import { browser } from '../browser.cast.ts'
import { disable, enable } from '../password.operations.ts'
import { app, as, board, done, events, farmers, make, party, refused } from '../person.cast.ts'
import { create, show as showPerson } from '../person.operations.ts'
import { beginProvider, endProvider, isSignedIn, stepKeyOf } from '../sign-in.ts'
import { setUp } from '../second-step/phone.cast.ts'
import { endIdentity, invite, link, show, unlink } from './provider.operations.ts'
import { claimedBy } from './provider.ts'

const callback = 'http://127.0.0.1:3000/dang-nhap/co-quan/ve'
let server = await openIdentityServer(callback)
after(() => server.stop())
const configured = (issuer: string, claim = 'sub') => ({
  issuer,
  clientId,
  clientSecret,
  name: 'tài khoản công vụ',
  claim,
})
app.provider = configured(server.issuer)
const lan = await make('lan', 'Cán bộ đầu mối Hội Nông dân huyện', ['reporter', farmers])
await make('binh', 'Phó Trưởng ban Dân vận', ['head', board])
await make('ha', 'Quản trị huyện', ['administrator', party])
const ha = await as('ha')
type Browser = ReturnType<typeof browser>

async function begin(his: Browser, options: Partial<Parameters<typeof beginProvider>[1]> = {}): Promise<string> {
  const begun = await beginProvider(app, { search: '', ...options })
  if (!begun.ok) return sentencesOf(begun.refusal).join(' ')
  his.keep(begun.value.setCookie)
  return begun.value.location
}

/** 'in', 'secondStep', 'link', or what was said; with the search of the page he began on. */
async function comeBack(his: Browser, search: string): Promise<[string, string]> {
  const { search: page, result } = await endProvider(app, { search, headers: his.headers() })
  if (!result.ok) return [sentencesOf(result.refusal).join(' '), page]
  his.keep(result.value.setCookie)
  const { done: came } = result.value
  return [came === 'link' ? 'link' : came.next, page]
}

async function signIn(his: Browser, name: string, options: { search?: string; code?: string } = {}): Promise<string> {
  const search = await throughProvider(await begin(his, { search: options.search ?? '' }), name, options.code)
  return (await comeBack(his, search))[0]
}

/** Signed in already, ties the account of this name. */
async function tie(his: Browser, name: string): Promise<Actor> {
  const actor = await his.who()
  assert.ok(isSignedIn(actor))
  const search = await throughProvider(await begin(his, { tieFor: actor.personId }), name)
  assert.equal((await comeBack(his, search))[0], 'link')
  return actor
}

const keyOf = (his: Browser) => stepKeyOf(app, 'identity', his.headers())

test('an account of the office that belongs to nobody lets nobody in, and says what to do', async () => {
  const hers = browser()
  assert.match(await signIn(hers, 'lan.office'), /chưa gắn với ai ở đây.*Tài khoản cơ quan.*nhờ quản trị/)
  assert.deepEqual(
    [(await hers.who()).kind, (await app.db.selectFrom('provider_identity').selectAll().execute()).length],
    ['anonymous', 0],
  )
})

test('Lan ties her account after she has seen whose it is; then she comes in by it, back to her page', async () => {
  const hers = browser()
  await hers.signIn('lan')
  const her = await tie(hers, 'lan.office')
  const key = keyOf(hers)
  assert.deepEqual(await done(her, show, { key }), { provider: 'tài khoản công vụ', tied: null, waiting: 'Lan.Office' })
  assert.equal((await refused(await as('binh'), link, { key })).code, 'provider-old', 'nobody else says yes for her')
  const her2 = await tie(hers, 'lan.office')
  assert.deepEqual(await done(her2, link, { key: keyOf(hers) }), { name: 'Lan.Office' })
  assert.equal((await refused(her2, link, { key: keyOf(hers) })).code, 'provider-old')
  const home = browser('198.51.100.3')
  const search = await throughProvider(await begin(home, { search: '?tiep=%2Fbao-cao' }), 'lan.office')
  assert.deepEqual(await comeBack(home, search), ['in', '?tiep=%2Fbao-cao'])
  const actor = await home.who()
  assert.ok(isSignedIn(actor) && actor.personId === lan && actor.roles.length === 1)
  assert.ok(!home.jar.has('dt.provider'))
  assert.deepEqual((await events(lan)).slice(-2), ['linkIdentity', 'signIn'])
  const kept = JSON.stringify(await app.db.selectFrom('provider_identity').selectAll().execute())
  assert.ok(kept.includes('"subject":"lan.office"') && !kept.includes('coquan.example.vn'), 'no mail address is kept')
})

test('one account of the office is one person’s, and one person has one', async () => {
  const his = browser()
  await his.signIn('binh')
  const he = await tie(his, 'lan.office')
  assert.equal((await refused(he, link, { key: keyOf(his) })).code, 'identity-taken')
  const hers = browser()
  await hers.signIn('lan')
  const her = await tie(hers, 'lan.other')
  assert.equal((await refused(her, link, { key: keyOf(hers) })).code, 'tied-already')
})

test('a code comes back once, to the browser that went, with the state it was given', async () => {
  const hers = browser()
  const search = await throughProvider(await begin(hers), 'lan.office')
  assert.match((await comeBack(browser(), search))[0], /đã cũ/, 'not to another browser')
  const state = new URLSearchParams(search).get('state')!
  assert.match((await comeBack(hers, search.replace(state, 'x'.repeat(43))))[0], /đã cũ/)
  const twice = await Promise.all([comeBack(hers, search), comeBack(hers, search)])
  assert.deepEqual(twice.map(([said]) => said === 'in').toSorted(), [false, true], 'pressed twice: in once')
  assert.match((await comeBack(hers, search))[0], /đã cũ/)
  app.setNow('2023-06-30T09:00:00+07:00')
  const slow = await throughProvider(await begin(hers), 'lan.office')
  app.setNow('2023-06-30T09:10:01+07:00')
  assert.match((await comeBack(hers, slow))[0], /đã cũ/, 'ten minutes are over')
})

test('a code stolen from one sign-in is worth nothing in another: the verifier and the nonce do not fit', async () => {
  const [hers, thief] = [browser(), browser('198.51.100.9')]
  const stolen = new URLSearchParams(await throughProvider(await begin(hers), 'lan.office')).get('code')!
  const own = new URL(await begin(thief))
  const forged = new URLSearchParams({ code: stolen, state: own.searchParams.get('state')!, iss: server.issuer })
  assert.match((await comeBack(thief, `?${forged}`))[0], /không đúng cách/)
  assert.equal((await thief.who()).kind, 'anonymous')
})

test('the provider demands PKCE, and every sign-in brings it', async () => {
  const asked = new URL(await begin(browser()))
  assert.deepEqual(
    ['response_type', 'code_challenge_method', 'scope', 'redirect_uri'].map((name) => asked.searchParams.get(name)),
    ['code', 'S256', 'openid profile', callback],
  )
  assert.ok(asked.searchParams.get('nonce') && asked.searchParams.get('state'))
  for (const name of ['code_challenge', 'code_challenge_method']) asked.searchParams.delete(name)
  assert.match(await throughProvider(asked.href, 'lan.office'), /error=invalid_request.*PKCE/)
})

test('who cancels at the provider is told so, and signs in with the password', async () => {
  const hers = browser()
  assert.match(await signIn(hers, ''), /đã bấm huỷ ở đó/)
  assert.equal(await hers.signIn('lan'), 'in')
})

test('a closed account is refused', async () => {
  await done(ha, disable, { id: lan, expectedVersion: 1 })
  const hers = browser()
  assert.match(await signIn(hers, 'lan.office'), /đã ngừng dùng/)
  assert.equal((await hers.who()).kind, 'anonymous')
  await done(ha, enable, { id: lan, expectedVersion: 2 })
})

test('an administrator names who will come: by a name there, once, within two weeks', async () => {
  app.provider = configured(server.issuer, 'email')
  const his = { identityName: ' LAN@coquan.example.vn ' }
  const made = await done(ha, create, { name: 'Chuyên viên', username: 'minh', bodyId: board, role: 'officer' })
  const version = async () => (await done(ha, showPerson, { id: made.id })).version
  await done(ha, invite, { id: made.id, ...his, expectedVersion: 1 })
  assert.equal((await refused(await as('minh'), invite, { id: lan, ...his, expectedVersion: 3 })).code, 'role-needed')
  assert.equal(
    (await refused(ha, invite, { id: made.id, ...his, expectedVersion: await version() })).code,
    'tied-already',
  )
  const other = await done(ha, create, { name: 'Văn thư', username: 'thu', bodyId: board, role: 'clerk' })
  assert.equal((await refused(ha, invite, { id: other.id, ...his, expectedVersion: 1 })).code, 'awaited-already')
  assert.match(await signIn(browser(), 'unverified.office'), /chưa gắn với ai/, 'an address nobody verified is no name')
  const comes = browser()
  // She is tied by her subject already: a name never wins over that.
  assert.equal(await signIn(comes, 'lan.office'), 'in')
  assert.equal(((await comes.who()) as { personId: number }).personId, lan)
  const elsewhere = browser('198.51.100.7')
  assert.deepEqual([await signIn(elsewhere, 'lan.office'), await elsewhere.signIn('lan')], ['in', 'in'])
  const office = browser('198.51.100.8')
  assert.equal(await signIn(office, 'lan.office'), 'in')
  assert.ok((await done(await comes.who(), unlink)).ended >= 1)
  const kinds = await Promise.all([office, elsewhere, comes].map(async (one) => (await one.who()).kind))
  assert.deepEqual(kinds, ['anonymous', 'person', 'person'], 'what that account opened is over, but for this page')
  const fresh = browser()
  assert.equal(await signIn(fresh, 'lan.office'), 'in')
  const actor = await fresh.who()
  assert.ok(isSignedIn(actor) && actor.personId === made.id)
  assert.deepEqual([actor.mustChangePassword, actor.roles.length], [false, 1], 'nobody gave him this account')
  const shown = await done(ha, showPerson, { id: made.id })
  assert.deepEqual([shown.signIn.identity, shown.signIn.invited], ['Lan.Office', null])
  await done(ha, endIdentity, { id: made.id, expectedVersion: shown.version })
  assert.equal((await fresh.who()).kind, 'anonymous')
  assert.match(await signIn(browser(), 'lan.office'), /chưa gắn với ai/)
  await done(ha, invite, { id: made.id, ...his, expectedVersion: await version() })
  app.setNow('2023-07-15T09:00:00+07:00')
  assert.match(await signIn(browser(), 'lan.office'), /chưa gắn với ai/, 'two weeks are over')
  const waited = await done(ha, showPerson, { id: made.id })
  assert.ok(waited.signIn.invited === null && waited.moves.includes('inviteIdentity'), 'and he can be named again')
  await done(ha, invite, { id: made.id, ...his, expectedVersion: waited.version })
  await done(ha, endIdentity, { id: made.id, expectedVersion: waited.version + 1 })
  app.setNow('2023-06-30T09:20:00+07:00')
  app.provider = configured(server.issuer)
})

test('whoever has a second step is asked for it, unless the provider says it asked for more than one thing', async () => {
  const his = browser()
  await his.signIn('binh')
  const he = await tie(his, 'binh.office')
  await done(he, link, { key: keyOf(his) })
  const phone = await setUp(await his.who())
  assert.equal(await signIn(his, 'binh.office', { code: '1' }), 'in')
  app.setNow('2023-06-30T09:25:00+07:00')
  const home = browser('198.51.100.4')
  assert.equal(await signIn(home, 'binh.office'), 'secondStep')
  assert.equal((await home.who()).kind, 'anonymous')
  assert.equal(await home.second(phone.code(), { trust: true }), 'in')
  assert.equal(await signIn(home, 'binh.office'), 'in', 'a trusted device is not asked')
  assert.equal(claimedBy({ sub: 'x', amr: ['pwd', 'otp'] }, 'sub').strong, false)
})

test('a provider that is slow, broken or answers nonsense: a sentence in time, and the password still works', async () => {
  await app.db.updateTable('sign_in_policy').set({ provider_seconds: 1 }).execute()
  for (const [mood, said] of [
    ['slow', /không trả lời/],
    ['broken', /không trả lời/],
    ['nonsense', /không đúng cách/],
  ] as const) {
    const hers = browser()
    const search = await throughProvider(await begin(hers), 'lan.office')
    await server.mood(mood)
    const started = performance.now()
    assert.match((await comeBack(hers, search))[0], said, mood)
    app.provider = configured(server.issuer) // a fresh start: the document has not been read yet
    assert.match(await begin(browser()), said, mood)
    assert.ok(performance.now() - started < 5000, 'not longer than the rules say')
    await server.mood('well')
    app.provider = configured(server.issuer)
  }
  assert.equal(await browser().signIn('lan'), 'in')
  await app.db.updateTable('sign_in_policy').set({ provider_seconds: 8 }).execute()
})

test('a provider that is down is told so, and is there again when it is back', async () => {
  const port = Number(new URL(server.issuer).port)
  const hers = browser()
  const search = await throughProvider(await begin(hers), 'lan.office')
  await server.stop()
  app.provider = configured(server.issuer)
  assert.match((await comeBack(hers, search))[0], /không trả lời/)
  assert.match(await begin(hers), /không trả lời/)
  server = await openIdentityServer(callback, { port })
  assert.match(await signIn(hers, 'lan.office'), /chưa gắn với ai/)
})

test('a provider whose clock is hours behind says what ran out long ago; a few seconds do not matter', async (t) => {
  for (const [offset, said] of [
    [-2 * 3600, /không đúng cách/],
    [-10, /chưa gắn với ai/],
    [10, /chưa gắn với ai/],
  ] as const) {
    const off = await openIdentityServer(callback, { offset })
    t.after(off.stop)
    app.provider = configured(off.issuer)
    assert.match(await signIn(browser(), 'ai-do'), said, `${offset} s`)
  }
  app.provider = configured(server.issuer)
})

test('without a provider nothing of it can be asked', async () => {
  const his = browser()
  assert.equal(await signIn(his, 'binh.office', { code: '1' }), 'in')
  app.provider = null
  assert.equal((await his.who()).kind, 'anonymous', 'and what it opened is over')
  assert.match(await begin(browser()), /chưa nối/)
  assert.equal((await done(await as('lan'), show)).provider, null)
  assert.equal((await refused(ha, invite, { id: lan, identityName: 'x', expectedVersion: 3 })).code, 'no-provider')
  assert.equal(
    (await refused(operator, invite, { id: lan, identityName: 'x', expectedVersion: 3 })).code,
    'provider-off',
  )
})
