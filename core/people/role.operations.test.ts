// Stories of roles: given, ended with the work going to a colleague, taken back before they began.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onRoleEnded, type EndedRole } from './handover.ts'
import { disable, enable } from './password.operations.ts'
import { app, as, board, done, events, farmers, make, party, refused, tanAn, today } from './person.cast.ts'
import { show } from './person.operations.ts'
import { end, grant } from './role.operations.ts'

const haId = await make('ha', 'Quản trị huyện', ['administrator', party])
await make('minh', 'Quản trị Hội Nông dân huyện', ['administrator', farmers])
await make('binh', 'Phó Trưởng ban Dân vận', ['head', board])
const lan = await make('lan', 'Cán bộ đầu mối Hội Nông dân huyện', ['reporter', farmers])
const [ha, minh] = [await as('ha'), await as('minh')]
const version = async (id: number) => (await done(ha, show, { id })).version

test('Hà gives Lan another role; not twice, not to herself, not where Minh has no reach', async () => {
  const granted = await done(ha, grant, { id: lan, role: 'clerk', bodyId: board, from: today })
  assert.equal(granted.version, 2)
  const twice = await refused(ha, grant, { id: lan, role: 'clerk', bodyId: board, from: '2024-01-01' })
  assert.deepEqual([twice.code, /từ 30\/6\/2023|từ 30\/06\/2023/.test(twice.said)], ['already-held', true])
  assert.equal((await refused(ha, grant, { id: haId, role: 'officer', bodyId: board })).code, 'not-yourself')
  assert.equal((await refused(minh, grant, { id: lan, role: 'officer', bodyId: board })).code, 'not-your-people')
  const { roles } = await done(ha, show, { id: lan })
  assert.deepEqual(
    roles.map((held: { roleName: string; state: string }) => [held.roleName, held.state]),
    [
      ['Văn thư', 'present'],
      ['Cán bộ đầu mối', 'present'],
    ],
  )
})

test('when a role ends, the drafts go to the colleague who is named', async () => {
  const ended: EndedRole[] = []
  onRoleEnded(async (_context, one) => void ended.push(one))
  const [role] = (await done(ha, show, { id: lan })).roles
  const binhId = (await as('binh')).personId
  const ending = { id: role.id, lastDay: '2023-07-31', expectedVersion: await version(lan) }
  const stranger = await refused(ha, end, { ...ending, handOverTo: await make('xa', 'Người xã', ['officer', tanAn]) })
  assert.match(stranger.said, /handOverTo: Người nhận việc/)
  assert.equal((await refused(ha, end, { ...ending, expectedVersion: 1 })).code, 'changed-meanwhile')
  await done(ha, end, { ...ending, handOverTo: binhId })
  assert.deepEqual(ended, [{ personId: lan, role: 'clerk', bodyId: board, lastDay: '2023-07-31', handOverTo: binhId }])
  assert.deepEqual(await events(lan), ['grantRole', 'endRole'])
  app.setNow('2023-08-01T08:00:00+07:00')
  assert.deepEqual(
    (await as('lan')).roles.map((held) => held.role),
    ['reporter'],
  )
  const late = await refused(ha, end, { ...ending, expectedVersion: await version(lan) })
  assert.equal(late.code, 'already-ended')
  assert.equal((await refused(ha, end, { id: 99_999, expectedVersion: 1 })).code, 'no-such-role')
  app.setNow('2023-06-30T09:00:00+07:00')
})

test('a role that has not begun is taken back; one that has cannot end before it began', async () => {
  const { roleId, version } = await done(ha, grant, { id: lan, role: 'head', bodyId: farmers, from: '2023-09-01' })
  await done(ha, end, { id: roleId, expectedVersion: version })
  const { roles, version: now } = await done(ha, show, { id: lan })
  const reporter = roles.find((held: { role: string }) => held.role === 'reporter')
  assert.equal(
    roles.some((held: { role: string }) => held.role === 'head'),
    false,
  )
  const early = await refused(ha, end, { id: reporter.id, lastDay: '2022-01-01', expectedVersion: now })
  assert.match(early.said, /ngày cuối không thể sớm hơn/)
})

test('the last administrator stays', async () => {
  const minhId = (await as('minh')).personId
  const [hers] = (await done(ha, show, { id: haId })).roles
  await done(ha, disable, { id: minhId, expectedVersion: 1 }).catch(() => assert.fail('Hà reaches the union'))
  const refusal = await refused(ha, end, { id: hers.id, expectedVersion: 1 })
  assert.equal(refusal.code, 'last-administrator')
  await done(ha, enable, { id: minhId, expectedVersion: 2 })
})
