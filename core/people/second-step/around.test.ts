// Stories around the second step: a token is no way round it, and a whole class sets it up in the same minute.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operator } from '../../shared/actor.ts'
import { changePassword } from '../account.operations.ts'
import { browser } from '../browser.cast.ts'
import { resetPassword } from '../password.operations.ts'
import { app, as, board, done, farmers, make, party, password, refused } from '../person.cast.ts'
import { show as showPerson } from '../person.operations.ts'
import * as policy from '../policy.operations.ts'
import { actorOf } from '../sign-in.ts'
import { createToken } from '../token.operations.ts'
import { phoneOf, setUp } from './phone.cast.ts'
import { begin, confirm } from './second-step.operations.ts'

await make('ha', 'Quản trị huyện', ['administrator', party])
const ha = await as('ha')
const versionOf = async (id: number) => (await done(ha, showPerson, { id })).version

test('a token is no way round the second step a role needs, nor round the first password', async () => {
  await make('dao', 'Cán bộ dân vận', ['officer', board])
  const his = browser('203.0.113.81')
  await his.signIn('dao')
  const wanted = { name: 'Báo cáo', scopes: ['read'], expiresOn: '2023-08-31' }
  const { token } = await done(await his.who(), createToken, wanted)
  const rolesByToken = async () => {
    const program = await actorOf(app, new Headers({ authorization: `Bearer ${token}` }))
    return program.kind === 'person' ? program.roles.length : null
  }
  assert.equal(await rolesByToken(), 1)
  const { version: expectedVersion, ...rules } = await done(operator, policy.show)
  await done(operator, policy.change, { ...rules, secondStepRoles: ['officer'], expectedVersion })
  assert.equal(await rolesByToken(), 0, 'made before the rule, it waits for the second step like its owner')
  assert.equal((await refused(await his.who(), createToken, wanted)).code, 'account-first')
  await setUp(await his.who())
  assert.equal(await rolesByToken(), 1)
  await done(await his.who(), createToken, wanted)
  await done(operator, policy.change, { ...rules, secondStepRoles: [], expectedVersion: expectedVersion + 1 })
  const mai = await make('mai', 'Cán bộ mới', ['reporter', farmers])
  const given = await done(ha, resetPassword, { id: mai, expectedVersion: await versionOf(mai) })
  const first = browser('203.0.113.82')
  assert.equal(await first.signIn('mai', given.password), 'in')
  assert.equal((await refused(await first.who(), createToken, wanted)).code, 'account-first')
})

test('a whole class sets up its second step and changes its passwords in the same minute', async () => {
  const names = Array.from({ length: 8 }, (_, i) => `lop${i}x`)
  const class_ = await Promise.all(
    names.map(async (username, i) => {
      await make(username, `Học viên ${i}`, ['reporter', farmers])
      const his = browser(`198.51.100.${100 + i}`)
      await his.signIn(username)
      const actor = await his.who()
      await done(actor, begin)
      return { actor, phone: await phoneOf(actor) }
    }),
  )
  const set = await Promise.all(class_.map(({ actor, phone }) => confirm.ask(app, actor, { code: phone.code() })))
  assert.ok(set.every(({ ok }) => ok))
  const changed = await Promise.all(
    class_.map(({ actor }, i) =>
      changePassword.ask(app, actor, { oldPassword: password, password: `mùa gặt năm nay sớm ${i}` }),
    ),
  )
  assert.ok(changed.every(({ ok }) => ok))
})
