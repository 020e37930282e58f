// Stories of accounts: Hà administers the district, Minh the farmers' union of the district, Lan reports.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anonymous, operator } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { disable, enable, resetPassword } from './password.operations.ts'
import {
  as,
  board,
  committeeOfTanAn,
  done,
  events,
  farmers,
  make,
  party,
  refused,
  tanAn,
  today,
} from './person.cast.ts'
import { bodies, list } from './person.list.operations.ts'
import { create, rename, show } from './person.operations.ts'
import { actorOfPerson } from './sign-in.ts'
import { app } from './person.cast.ts'

const haId = await make('ha', 'Quản trị huyện', ['administrator', party])
await make('minh', 'Quản trị Hội Nông dân huyện', ['administrator', farmers])
await make('binh', 'Phó Trưởng ban Dân vận', ['head', board])
const lan = await make('lan', 'Cán bộ đầu mối Hội Nông dân huyện', ['reporter', farmers])
const [ha, minh, binh] = [await as('ha'), await as('minh'), await as('binh')]
const version = async (id: number) => (await done(ha, show, { id })).version

test('Hà makes an account for the reporter of Tân An; the platform proposes the user name', async () => {
  const input = { name: 'Cán bộ đầu mối Hội Nông dân xã Tân An', bodyId: tanAn, role: 'reporter' }
  const made = await done(ha, create, input)
  assert.equal(made.username, 'cbdm.hndtanan')
  assert.match(made.password, /^[a-z2-9]{4}(-[a-z2-9]{4}){2}$/)
  const again = await done(ha, create, input)
  assert.equal(again.username, 'cbdm.hndtanan2')
  const { roles } = await actorOfPerson(app, made.username)
  assert.deepEqual(roles, [{ role: 'reporter', bodyId: tanAn, deputyFor: null }])
  assert.deepEqual(await events(made.id), ['create'])
})

test('every fault of a new account is said at once', async () => {
  const { said } = await refused(ha, create, {
    ...{ name: 'X', username: 'Nguyễn', bodyId: tanAn, role: 'officer', from: '2023-05-02', to: '2023-05-01' },
  })
  assert.match(said, /to: Ngày cuối phải sau.* username: Tên đăng nhập “nguyễn” chưa đúng/)
  const taken = await refused(ha, create, { name: 'X', username: 'LAN', bodyId: tanAn, role: 'officer' })
  assert.match(taken.said, /“lan” đã có người dùng/)
  const early = await refused(operator, create, { name: 'X', bodyId: 99_999, role: 'officer' })
  assert.match(early.said, /bodyId: Đơn vị này chưa có/)
})

test('only the operator sets passwords and makes sample people', async () => {
  const input = { name: 'Người mẫu', username: 'mau', bodyId: tanAn, role: 'reporter', password: 'mau', sample: true }
  assert.match((await refused(ha, create, input)).said, /dòng lệnh/)
  assert.equal((await done(operator, create, input)).password, null)
})

test('Minh administers the farmers’ unions, not the Party; a head administers nobody', async () => {
  const officer = { name: 'Chuyên viên', bodyId: committeeOfTanAn, role: 'officer' }
  assert.equal((await refused(minh, create, officer)).code, 'not-your-people')
  assert.equal((await refused(binh, create, officer)).code, 'role-needed')
  assert.equal((await refused(anonymous, create, officer)).code, 'sign-in-needed')
  await done(minh, create, { name: 'Chuyên viên', bodyId: tanAn, role: 'officer' })
  const names = (await done(minh, list)).people.map((person: { name: string }) => person.name)
  assert.ok(names.includes('Cán bộ đầu mối Hội Nông dân huyện') && !names.includes('Phó Trưởng ban Dân vận'))
  assert.equal((await done(ha, list, { q: 'pho truong ban' })).people[0].roles[0].roleName, 'Lãnh đạo đơn vị')
  assert.equal((await refused(minh, show, { id: (await as('binh')).personId })).code, 'not-your-people')
})

test('the bodies to choose from are those one reaches', async () => {
  const names = async (actor: typeof ha, q = '') =>
    (await done(actor, bodies, { q })).bodies.map((body: { name: string }) => body.name)
  assert.deepEqual(await names(minh), ['Hội Nông dân huyện Vĩnh Cửu', 'Hội Nông dân xã Tân An'])
  assert.deepEqual(await names(ha, 'tan an'), ['Đảng ủy xã Tân An', 'Hội Nông dân xã Tân An'])
  assert.equal((await names(ha)).includes('Hội Nông dân tỉnh Đồng Nai'), false)
  for (const asked of [bodies, list]) assert.equal((await refused(binh, asked)).code, 'role-needed')
})

test('when the district has ended, its administrator still reaches its bodies as they last stood', async () => {
  const lastDay = '2025-06-30'
  await app.db.updateTable('body_version').set({ valid_to: lastDay }).where('valid_to', 'is', null).execute()
  app.setNow('2026-03-02T09:00:00+07:00')
  const found = (await done(ha, bodies)).bodies
  assert.deepEqual(
    found.find((body: { id: number }) => body.id === tanAn),
    {
      ...{ id: tanAn, name: 'Hội Nông dân xã Tân An', endedOn: lastDay },
    },
  )
  await app.db.updateTable('body_version').set({ valid_to: null }).where('valid_to', '=', lastDay).execute()
  app.setNow(`${today}T09:00:00+07:00`)
})

test('who reaches only part of somebody cannot take over the rest with a new password', async () => {
  const id = await make('hai', 'Người hai vai', ['reporter', farmers], ['officer', board])
  assert.equal((await refused(minh, resetPassword, { id, expectedVersion: 1 })).code, 'not-your-people')
  const { password } = await done(ha, resetPassword, { id, expectedVersion: 1 })
  assert.ok(password.length >= 10)
  assert.equal((await refused(ha, resetPassword, { id, expectedVersion: 1 })).code, 'changed-meanwhile')
})

test('a closed account acts no more, and opens again as it was', async () => {
  const id = await make('nghi', 'Người sắp nghỉ', ['officer', board])
  const closed = await done(ha, disable, { id, expectedVersion: 1 })
  await assert.rejects(() => as('nghi'), /Không có tài khoản/)
  assert.equal((await refused(ha, disable, { id, expectedVersion: closed.version })).code, 'account-closed')
  assert.equal((await done(ha, list, { state: 'closed' })).people[0].name, 'Người sắp nghỉ')
  await done(ha, enable, { id, expectedVersion: closed.version })
  assert.equal((await as('nghi')).roles.length, 1)
  assert.equal((await refused(ha, enable, { id, expectedVersion: 3 })).code, 'account-open')
  assert.equal((await refused(ha, disable, { id: haId, expectedVersion: 1 })).code, 'not-yourself')
})

test('Hà corrects a name; a person who is not there is not found', async () => {
  await done(ha, rename, { id: lan, name: 'Cán bộ đầu mối', expectedVersion: await version(lan) })
  assert.equal((await done(ha, show, { id: lan })).name, 'Cán bộ đầu mối')
  assert.equal((await refused(ha, show, { id: 99_999 as Id<'person'> })).code, 'no-such-person')
  assert.equal((await refused(binh, rename, { id: lan, name: 'X', expectedVersion: 1 })).code, 'role-needed')
})
