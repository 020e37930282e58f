// Stories of one's own account: who am I, where am I signed in, another password, tokens.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operator } from '../shared/actor.ts'
import { changePassword, endOne, endOthers, listSessions, me } from './account.operations.ts'
import { browser } from './browser.cast.ts'
import { create } from './person.operations.ts'
import { app, as, board, done, events, farmers, make, password, refused } from './person.cast.ts'
import { actorOf } from './sign-in.ts'
import { createToken, listTokens, revoke } from './token.operations.ts'

const lan = await make('lan', 'Cán bộ đầu mối', ['reporter', farmers])
await make('binh', 'Phó Trưởng ban', ['head', board])
const byToken = (token: string) => actorOf(app, new Headers({ authorization: `Bearer ${token}` }))

test('Lan asks who she is', async () => {
  const shown = await done(await as('lan'), me)
  assert.deepEqual([shown.username, shown.roles[0].bodyName], ['lan', 'Hội Nông dân huyện Vĩnh Cửu'])
  for (const own of [me, listSessions, listTokens]) assert.equal((await refused(operator, own)).code, 'not-a-person')
  assert.equal((await refused({ kind: 'anonymous' }, me)).code, 'sign-in-needed')
})

test('Lan sees the devices she is signed in on, and ends the others', async () => {
  const [office, home] = [browser(), browser('198.51.100.3')]
  await office.signIn('lan')
  await home.signIn('lan')
  const { sessions } = await done(await home.who(), listSessions)
  assert.deepEqual(
    sessions.map((one: { device: string; current: boolean }) => [one.device, one.current]),
    [
      ['Chrome trên Windows', true],
      ['Chrome trên Windows', false],
    ],
  )
  const bin = browser()
  await bin.signIn('binh')
  assert.equal((await refused(await bin.who(), endOne, { id: sessions[0].id })).code, 'no-such-session')
  await done(await home.who(), endOne, { id: sessions[1].id })
  assert.equal((await office.who()).kind, 'anonymous')
  await office.signIn('lan')
  assert.deepEqual(await done(await home.who(), endOthers), { ended: 1 })
  assert.deepEqual([(await home.who()).kind, (await office.who()).kind], ['person', 'anonymous'])
})

test('Lan changes her password; other devices must sign in again, this one goes on', async () => {
  const [office, home] = [browser(), browser('198.51.100.3')]
  await office.signIn('lan')
  await home.signIn('lan')
  const change = async (typed: unknown) => refused(await home.who(), changePassword, typed)
  const both = await change({ oldPassword: 'sai', password: 'ngắn' })
  assert.match(both.said, /oldPassword: Mật khẩu hiện nay không đúng.* password: Mật khẩu cần ít nhất 10 ký tự/)
  for (const bad of ['1234567890', 'matkhau12345', 'qwertyuiop1', 'aaaaaaaaaaaa', 'Đồng Thuận 2026', 'abcabcabcabc'])
    assert.match((await change({ oldPassword: password, password: bad })).said, /quá nhiều người dùng/, bad)
  assert.match((await change({ oldPassword: password, password })).said, /phải khác/)
  await done(await home.who(), changePassword, { oldPassword: password, password: 'mùa gặt năm nay sớm' })
  assert.deepEqual([(await home.who()).kind, (await office.who()).kind], ['person', 'anonymous'])
  assert.match(await office.signIn('lan'), /không đúng/)
  assert.equal(await office.signIn('lan', 'mùa gặt năm nay sớm'), 'in')
})

test('a password equal to the user name is refused, and a screen left open is no place to guess', async () => {
  await done(operator, create, { name: 'X', username: 'nguyenthilan', bodyId: farmers, role: 'officer', password })
  const his = browser()
  await his.signIn('nguyenthilan')
  const actor = await his.who()
  const same = await refused(actor, changePassword, { oldPassword: password, password: 'Nguyễn Thị Lan' })
  assert.match(same.said, /trùng với tên đăng nhập/)
  for (let i = 0; i < 11; i++) await refused(actor, changePassword, { oldPassword: `x${i}`, password: 'mùa gặt sớm 1' })
  assert.equal(
    (await refused(actor, changePassword, { oldPassword: 'y', password: 'mùa gặt sớm 1' })).code,
    'try-later',
  )
})

test('a token reads in Lan’s name until it runs out or is revoked, and never guards the account', async () => {
  const hers = browser()
  await hers.signIn('lan', 'mùa gặt năm nay sớm')
  const her = await hers.who()
  const wanted = { name: 'Báo cáo tháng', scopes: ['read'], expiresOn: '2023-07-31' }
  const { id, token } = await done(her, createToken, wanted)
  const program = await byToken(token)
  assert.ok(program.kind === 'person')
  assert.deepEqual([program.personId, program.scopes, program.roles.length], [lan, ['read'], 1])
  assert.equal((await done(program, me)).username, 'lan')
  assert.equal((await refused(program, endOthers)).code, 'token-scope')
  const writer = await byToken((await done(her, createToken, { ...wanted, scopes: ['read', 'write'] })).token)
  for (const [operation, input] of [
    [createToken, wanted],
    [changePassword, { oldPassword: 'x', password: 'y' }],
    [endOthers, {}],
  ] as const)
    assert.equal((await refused(writer, operation, input)).code, 'not-by-token')
  const { tokens } = await done(her, listTokens)
  assert.deepEqual([tokens.length, tokens[1].prefix, tokens[1].lastUsedAt !== null], [2, token.slice(0, 9), true])
  app.setNow('2023-08-01T00:00:00+07:00')
  assert.equal((await byToken(token)).kind, 'anonymous')
  app.setNow('2023-06-30T09:00:00+07:00')
  await done(her, revoke, { id })
  assert.equal((await byToken(token)).kind, 'anonymous')
  assert.equal((await refused(her, revoke, { id })).code, 'no-such-token')
  const kept = await app.db.selectFrom('api_token').select('hash').where('id', '=', id).executeTakeFirstOrThrow()
  assert.ok(!kept.hash.includes(token) && (await events(lan)).includes('revokeToken'))
})

test('a token lasts a year at most and needs a purpose and a scope', async () => {
  const her = await as('lan')
  const late = await refused(her, createToken, { name: 'X', scopes: ['read'], expiresOn: '2025-01-01' })
  assert.match(late.said, /không quá 366 ngày/)
  const empty = await refused(her, createToken, { name: 'X', scopes: [], expiresOn: '2023-06-01' })
  assert.match(empty.said, /expiresOn: .* scopes: Hãy chọn ít nhất một quyền/)
  assert.match((await refused(her, createToken, { name: ' ', expiresOn: '2023-07-31' })).said, /name: /)
})
