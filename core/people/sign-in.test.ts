// Stories of signing in: who one is afterwards, and what ends it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayAt } from '../shared/day.ts'
import { browser } from './browser.cast.ts'
import { disable, enable, resetPassword } from './password.operations.ts'
import { app, as, done, events, farmers, make, party } from './person.cast.ts'
import { actorOf, isSignedIn } from './sign-in.ts'

const lan = await make('lan', 'Cán bộ đầu mối Hội Nông dân huyện', ['reporter', farmers])
await make('ha', 'Quản trị huyện', ['administrator', party])
const ha = await as('ha')

test('Lan signs in, is herself with her roles of the day, and signs out', async () => {
  const hers = browser()
  assert.equal(await hers.signIn(' LAN '), 'in')
  const actor = await hers.who()
  assert.ok(isSignedIn(actor))
  assert.deepEqual([actor.personId, actor.scopes], [lan, null])
  assert.deepEqual(actor.roles, [{ role: 'reporter', bodyId: farmers, deputyFor: null }])
  const kept = await app.db.selectFrom('sign_in_session').selectAll().execute()
  assert.deepEqual([kept.length, kept[0]!.device, dayAt(kept[0]!.created_at)], [1, 'Chrome|Windows', '2023-06-30'])
  await hers.signOut()
  assert.equal((await hers.who()).kind, 'anonymous')
  assert.deepEqual([...hers.jar.keys()], ['dt.device'])
  assert.deepEqual(await events(lan), ['signIn', 'signOut'])
})

test('a wrong password and an unknown name are answered alike, and take alike', async () => {
  await browser().signIn('lan') // the library is loaded
  const times: Record<string, number[]> = { lan: [], 'khong-co-ai': [] }
  for (let i = 0; i < 3; i++)
    for (const username of Object.keys(times)) {
      const started = performance.now()
      assert.match(await browser(`198.51.100.${i}`).signIn(username, 'không phải mật khẩu'), /không đúng/)
      times[username]!.push(performance.now() - started)
    }
  const [known, unknown] = Object.values(times).map((list) => Math.min(...list))
  assert.ok(known! / unknown! < 3 && unknown! / known! < 3, `${known} ms and ${unknown} ms`)
  assert.match(await browser().signIn('tên lạ!', 'x'), /không đúng/)
})

test('signing in again in the same browser leaves no session behind', async () => {
  const hers = browser()
  await hers.signIn('lan')
  const before = hers.headers()
  await hers.signIn('lan')
  assert.equal((await actorOf(app, before)).kind, 'anonymous')
  assert.equal((await hers.who()).kind, 'person')
})

test('a cookie that somebody altered is nobody’s', async () => {
  const hers = browser()
  await hers.signIn('lan')
  const value = hers.jar.get('dt.session_token')!
  const altered = value.slice(0, 5) + (value[5] === 'x' ? 'y' : 'x') + value.slice(6)
  for (const forged of [altered, value.slice(0, -6), 'a.b', '%E0%A4%A'])
    assert.equal((await actorOf(app, new Headers({ cookie: `dt.session_token=${forged}` }))).kind, 'anonymous')
})

test('a session ends after a week without use, or a month; a short one after a day', async () => {
  const long = browser()
  const short = browser()
  await long.signIn('lan', undefined, { remember: true })
  await short.signIn('lan')
  app.setNow('2023-07-01T10:00:00+07:00')
  assert.deepEqual([(await long.who()).kind, (await short.who()).kind], ['person', 'anonymous'])
  for (const day of ['07-07', '07-13', '07-19', '07-25']) {
    app.setNow(`2023-${day}T10:00:00+07:00`)
    assert.equal((await long.who()).kind, 'person', day)
  }
  app.setNow('2023-07-31T10:00:00+07:00')
  assert.equal((await long.who()).kind, 'anonymous')
  await long.signIn('lan', undefined, { remember: true })
  app.setNow('2023-08-08T10:00:00+07:00')
  assert.equal((await long.who()).kind, 'anonymous')
  app.setNow('2023-06-30T09:00:00+07:00')
})

test('a closed account is told so after the right password, and its sessions are over', async () => {
  const hers = browser()
  await hers.signIn('lan')
  await done(ha, disable, { id: lan, expectedVersion: 1 })
  assert.equal((await hers.who()).kind, 'anonymous')
  assert.match(await hers.signIn('lan'), /đã ngừng dùng/)
  assert.match(await hers.signIn('lan', 'sai mật khẩu'), /không đúng/)
  await done(ha, enable, { id: lan, expectedVersion: 2 })
})

test('with a password somebody else gave her she has no rights until she changes it', async () => {
  const { password } = await done(ha, resetPassword, { id: lan, expectedVersion: 3 })
  const hers = browser()
  assert.match(await hers.signIn('lan'), /không đúng/)
  assert.equal(await hers.signIn('lan', password), 'in')
  const actor = await hers.who()
  assert.ok(isSignedIn(actor))
  assert.deepEqual([actor.mustChangePassword, actor.roles], [true, []])
})

test('a name nobody can have, typed by a machine, is answered like any other', async () => {
  for (const username of ['a\0b', '\0', 'a\ud800', '😀'.repeat(200)])
    assert.match(await browser('203.0.113.77').signIn(username, 'x'), /không đúng|Đã sai nhiều lần/)
})
