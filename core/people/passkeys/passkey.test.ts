// Stories of passkeys: added, named, used; what is not proven opens nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operator } from '../../shared/actor.ts'
import { sentencesOf } from '../../shared/result.ts'
import { browser } from '../browser.cast.ts'
import { disable, enable, resetPassword } from '../password.operations.ts'
import { app, as, board, done, events, farmers, make, party, refused } from '../person.cast.ts'
import { show as showPerson } from '../person.operations.ts'
import * as policy from '../policy.operations.ts'
import { resetSecondStep } from '../second-step/reset.operations.ts'
import { setUp } from '../second-step/phone.cast.ts'
import { isSignedIn, offerPasskey, signInByPasskey } from '../sign-in.ts'
import { authenticator, type Habits } from './authenticator.cast.ts'
import { add, list, offer, remove, rename } from './passkey.operations.ts'
import { partyOf } from './passkey.ts'

const lan = await make('lan', 'Cán bộ đầu mối Hội Nông dân huyện', ['reporter', farmers])
await make('binh', 'Phó Trưởng ban Dân vận', ['head', board])
await make('ha', 'Quản trị huyện', ['administrator', party])
const ha = await as('ha')
const phone = authenticator()
type Phone = ReturnType<typeof authenticator>
type Browser = ReturnType<typeof browser>

async function signedIn(username = 'lan'): Promise<Browser> {
  const hers = browser()
  assert.equal(await hers.signIn(username), 'in')
  return hers
}

/** The options of a sign-in in this browser. */
async function asked(his: Browser): Promise<object> {
  const offered = await offerPasskey(app)
  assert.ok(offered.ok)
  his.keep(offered.value.setCookie)
  return offered.value.options
}

async function answer(his: Browser, response: string): Promise<string> {
  const result = await signInByPasskey(app, { response, headers: his.headers() })
  if (result.ok) his.keep(result.value.setCookie)
  return result.ok ? result.value.next : sentencesOf(result.refusal).join(' ')
}

const signIn = async (his: Browser, by: Phone, habits?: Habits) => answer(his, by.answer(await asked(his), habits))

test('Lan adds a passkey of her phone, and it names itself in her list', async () => {
  const her = await (await signedIn()).who()
  const { key, options } = await done(her, offer)
  assert.deepEqual([options.rp, options.user.name], [{ id: 'localhost', name: 'Đồng Thuận' }, 'lan'])
  assert.equal(options.authenticatorSelection.userVerification, 'required')
  const response = phone.make(options)
  assert.equal(
    (await refused(await (await signedIn('binh')).who(), add, { key, name: 'X', response })).code,
    'passkey-old',
  )
  const again = await done(her, offer)
  const made = { key: again.key, name: ' Điện thoại ', response: phone.make(again.options) }
  assert.equal((await refused(her, add, { ...made, name: ' ' })).code, 'invalid-input')
  assert.deepEqual(await done(her, add, made), { added: 'Điện thoại' })
  assert.equal((await refused(her, add, made)).code, 'passkey-old', 'nothing is taken twice')
  const { passkeys, address } = await done(her, list)
  assert.deepEqual(
    [passkeys.length, passkeys[0].name, passkeys[0].lastUsedAt, address],
    [1, 'Điện thoại', null, 'http://localhost:3000'],
  )
  const later = await done(her, offer)
  assert.equal(later.options.excludeCredentials.length, 1)
})

test('what does not prove itself is not added: another address, no finger or PIN, another challenge, no key at all', async () => {
  const her = await (await signedIn()).who()
  for (const habits of [{ origin: 'http://localhost.lua-dao.example' }, { verified: false }]) {
    const { key, options } = await done(her, offer)
    assert.equal(
      (await refused(her, add, { key, name: 'X', response: authenticator().make(options, habits) })).code,
      'passkey-not-proven',
    )
  }
  const [first, second] = [await done(her, offer), await done(her, offer)]
  const crossed = { key: second.key, name: 'X', response: authenticator().make(first.options) }
  assert.equal((await refused(her, add, crossed)).code, 'passkey-not-proven')
  for (const response of ['', 'x', '{}', '[]', '{"id":1}']) {
    const { key } = await done(her, offer)
    assert.equal((await refused(her, add, { key, name: 'X', response })).code, 'passkey-not-proven', response)
  }
  assert.equal((await done(her, list)).passkeys.length, 1)
})

test('she signs in with it alone: no second step, whatever the account asks otherwise', async () => {
  const phones = authenticator()
  const hers = await signedIn()
  const her = await hers.who()
  for (const one of (await done(her, list)).passkeys) await done(her, remove, { id: one.id })
  const { key, options } = await done(her, offer)
  await done(her, add, { key, name: 'Máy ở nhà', response: phones.make(options) })
  await setUp(her)
  const home = browser('198.51.100.3')
  assert.equal(await signIn(home, phones), 'in')
  const actor = await home.who()
  assert.ok(isSignedIn(actor) && actor.personId === lan && actor.roles.length === 1)
  assert.ok((await done(actor, list)).passkeys[0].lastUsedAt !== null)
  // With an answer of the past, in another browser, for another page, without her finger: nobody.
  const once = browser()
  const response = phones.answer(await asked(once))
  assert.match(await answer(browser(), response), /đã quá lâu hoặc đã dùng/)
  const both = await Promise.all([answer(once, response), answer(once, response)])
  assert.deepEqual(both.map((said) => said === 'in').toSorted(), [false, true])
  assert.match(
    await signIn(browser(), phones, { origin: 'http://localhost.lua-dao.example' }),
    /không mở được tài khoản nào/,
  )
  assert.match(await signIn(browser(), phones, { verified: false }), /không mở được tài khoản nào/)
  const stranger = authenticator()
  stranger.make(options)
  assert.match(await signIn(browser(), stranger), /không mở được tài khoản nào/)
  for (const nonsense of ['', '{', '{"id":"x"}', '{"id":"a\\u0000"}', 'null']) {
    const his = browser()
    await asked(his)
    assert.match(await answer(his, nonsense), /không mở được tài khoản nào/, nonsense)
  }
  app.setNow('2023-06-30T09:10:01+07:00')
  const late = browser()
  app.setNow('2023-06-30T09:00:00+07:00')
  const challenge = await asked(late)
  app.setNow('2023-06-30T09:10:01+07:00')
  assert.match(await answer(late, phones.answer(challenge)), /đã quá lâu/)

  await done(operator, policy.change, { ...(await rules()), secondStepRoles: ['reporter'] })
  assert.equal(await signIn(home, phones), 'in')
  const strong = await home.who()
  assert.ok(isSignedIn(strong) && !strong.mustSetSecondStep)
  await done(operator, policy.change, { ...(await rules()), secondStepRoles: [] })

  // Nobody else knows her phone: a password given to her by somebody does not hold her up here.
  await done(ha, resetPassword, { id: lan, expectedVersion: await version() })
  assert.equal(await signIn(home, phones), 'in')
  const after = await home.who()
  assert.ok(isSignedIn(after) && !after.mustChangePassword && after.roles.length === 1)

  await done(ha, disable, { id: lan, expectedVersion: await version() })
  assert.match(await signIn(browser(), phones), /đã ngừng dùng/)
  await done(ha, enable, { id: lan, expectedVersion: await version() })
  await done(ha, resetSecondStep, { id: lan, expectedVersion: await version() })
  assert.match(await signIn(browser(), phones), /không mở được tài khoản nào/)
  assert.ok((await events(lan)).includes('addPasskey'))
})

const version = async () => (await done(ha, showPerson, { id: lan })).version
async function rules() {
  const { version: expectedVersion, ...kept } = await done(operator, policy.show)
  return { ...kept, expectedVersion }
}

test('a passkey is named and removed by its owner only', async () => {
  const his = await (await signedIn('binh')).who()
  const { key, options } = await done(his, offer)
  await done(his, add, { key, name: 'Khoá USB', response: authenticator().make(options) })
  const { id } = (await done(his, list)).passkeys[0]
  for (const [operation, input] of [
    [rename, { id, name: 'Của tôi' }],
    [remove, { id }],
  ] as const)
    assert.equal((await refused(await as('ha'), operation, input)).code, 'no-such-passkey')
  await done(his, rename, { id, name: 'Khoá để ở cơ quan' })
  assert.equal((await done(his, list)).passkeys[0].name, 'Khoá để ở cơ quan')
  await done(his, remove, { id })
  assert.deepEqual((await done(his, list)).passkeys, [])
})

test('a lost phone: with its passkey go the sessions it opened, not those of her other key or her password', async () => {
  const [lost, kept] = [authenticator(), authenticator()]
  const office = await signedIn('binh')
  const his = await office.who()
  for (const [key, name] of [
    [lost, 'Điện thoại'],
    [kept, 'Khoá USB'],
  ] as const) {
    const offered = await done(his, offer)
    await done(his, add, { key: offered.key, name, response: key.make(offered.options) })
  }
  const [thief, home] = [browser('198.51.100.9'), browser('198.51.100.3')]
  assert.deepEqual([await signIn(thief, lost), await signIn(home, kept)], ['in', 'in'])
  const ids = new Map((await done(his, list)).passkeys.map((one: { name: string; id: number }) => [one.name, one.id]))
  assert.equal((await done(his, remove, { id: ids.get('Điện thoại') })).ended, 1)
  const kinds = await Promise.all([thief, home, office].map(async (one) => (await one.who()).kind))
  assert.deepEqual(kinds, ['anonymous', 'person', 'person'])
  // Removing the key he is in by leaves him in on this page.
  assert.equal((await done(await home.who(), remove, { id: ids.get('Khoá USB') })).ended, 0)
  assert.equal((await home.who()).kind, 'person')
})

test('a passkey removed while somebody signs in with it: he is out, whoever was first', async () => {
  const his = await (await signedIn('binh')).who()
  for (let i = 0; i < 5; i++) {
    const phone = authenticator()
    const offered = await done(his, offer)
    await done(his, add, { key: offered.key, name: 'Khoá', response: phone.make(offered.options) })
    const { id } = (await done(his, list)).passkeys[0]
    const thief = browser('198.51.100.9')
    await Promise.all([signIn(thief, phone), done(his, remove, { id })])
    assert.equal((await thief.who()).kind, 'anonymous')
  }
})

test('a passkey belongs to the name of a host; a number has none', () => {
  assert.deepEqual(partyOf('https://danvan.tinh.gov.vn'), {
    id: 'danvan.tinh.gov.vn',
    origin: 'https://danvan.tinh.gov.vn',
  })
  assert.deepEqual(partyOf('http://127.0.0.1:3000'), { id: 'localhost', origin: 'http://localhost:3000' })
  for (const origin of ['https://10.0.0.5', 'https://[2001:db8::1]']) assert.equal(partyOf(origin), null)
})
