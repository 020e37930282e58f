// Stories of absence: Bình goes on leave, Thu acts in his role for those days and no others.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { me } from './account.operations.ts'
import { end, set } from './deputy.operations.ts'
import { app, as, board, done, events, farmers, make, party, refused, today } from './person.cast.ts'
import { show } from './person.operations.ts'

const binh = await make('binh', 'Trưởng ban Dân vận', ['head', board])
const thu = await make('thu', 'Phó Trưởng ban Dân vận', ['officer', board])
const mai = await make('mai', 'Chuyên viên', ['officer', board])
const lan = await make('lan', 'Cán bộ đầu mối', ['reporter', farmers])
await make('ha', 'Quản trị huyện', ['administrator', party])
await make('minh', 'Quản trị Hội Nông dân', ['administrator', farmers])
const role = async (username: string) => (await done(await as(username), me)).roles[0].id as number
const leave = async () => ({
  ...{ id: await role('binh'), deputyId: thu, from: '2023-07-03', to: '2023-07-07', reason: 'đi học' },
})

test('Thu acts for Bình on the days of his leave, under her own name', async () => {
  await done(await as('binh'), set, await leave())
  assert.deepEqual((await as('thu')).roles.length, 1)
  for (const day of ['2023-07-03', '2023-07-07']) {
    app.setNow(`${day}T09:00:00+07:00`)
    const { roles, personId } = await as('thu')
    assert.deepEqual(roles.at(-1), { role: 'head', bodyId: board, deputyFor: binh })
    assert.equal(personId, thu)
  }
  const taken = (await done(await as('thu'), me)).deputisesFor
  assert.deepEqual([taken[0].absentName, taken[0].roleName], ['Trưởng ban Dân vận', 'Lãnh đạo đơn vị'])
  app.setNow('2023-07-08T09:00:00+07:00')
  assert.equal((await as('thu')).roles.length, 1)
  app.setNow(`${today}T09:00:00+07:00`)
  assert.deepEqual(await events(binh), ['setDeputy'])
})

test('one deputy at a time; ended early when Bình is back', async () => {
  const his = await as('binh')
  const twice = await refused(his, set, { ...(await leave()), deputyId: mai, from: '2023-07-07', to: '2023-07-09' })
  assert.equal(twice.code, 'already-deputised')
  const [deputy] = (await done(his, me)).roles[0].deputies
  app.setNow('2023-07-05T09:00:00+07:00')
  assert.match((await refused(his, end, { id: deputy.id, lastDay: '2023-07-30' })).said, /muộn hơn ngày đã định/)
  assert.equal((await refused(await as('lan'), end, { id: deputy.id })).code, 'role-needed')
  await done(his, end, { id: deputy.id })
  assert.equal((await as('thu')).roles.length, 1)
  app.setNow('2023-07-06T09:00:00+07:00')
  assert.equal((await refused(his, end, { id: deputy.id })).code, 'already-over')
  assert.equal((await refused(his, end, { id: 99_999 })).code, 'no-such-deputy')
  app.setNow(`${today}T09:00:00+07:00`)
})

test('a deputy has no deputy: his own absence lends only his own role', async () => {
  const days = { from: '2023-08-01', to: '2023-08-10' }
  await done(await as('binh'), set, { ...(await leave()), ...days })
  await done(await as('thu'), set, { ...(await leave()), id: await role('thu'), deputyId: mai, ...days })
  app.setNow('2023-08-02T09:00:00+07:00')
  assert.deepEqual(
    (await as('mai')).roles.map((held) => [held.role, held.deputyFor]),
    [
      ['officer', null],
      ['officer', thu],
    ],
  )
  // Acting as head for Bình, Thu still may not name a deputy for that role.
  assert.equal((await refused(await as('thu'), set, { ...(await leave()), deputyId: mai })).code, 'role-needed')
  app.setNow(`${today}T09:00:00+07:00`)
})

test('only a colleague of the same body, on days that are to come and within the role', async () => {
  const his = await as('binh')
  const faults = await refused(his, set, { ...(await leave()), deputyId: lan, from: '2022-01-01', to: '2021-01-01' })
  assert.match(faults.said, /Ngày về phải sau.*đã qua.*chỉ giữ vai trò này từ.*ở cùng đơn vị/)
  assert.match((await refused(his, set, { ...(await leave()), deputyId: binh })).said, /người khác/)
  assert.equal((await refused(his, set, { ...(await leave()), id: 99_999 })).code, 'no-such-role')
})

test('an administrator of the body may name him; one of another tree may not; administration is never lent', async () => {
  const wanted = { ...(await leave()), from: '2023-10-02', to: '2023-10-03' }
  assert.equal((await refused(await as('minh'), set, wanted)).code, 'not-your-people')
  await done(await as('ha'), set, wanted)
  const shown = await done(await as('ha'), show, { id: binh })
  assert.deepEqual(
    shown.roles[0].deputies.map((deputy: { deputyName: string }) => deputy.deputyName),
    Array(3).fill('Phó Trưởng ban Dân vận'), // in July, August and October
  )
  const lent = await refused(await as('ha'), set, { ...wanted, id: await role('ha') })
  assert.equal(lent.code, 'administration-not-lent')
})
