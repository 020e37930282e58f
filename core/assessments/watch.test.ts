// Reminders of sheets not sent, each step once; one gathered notice a day to whoever leads; the late ones told above, once.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { watchAsked } from '../deadlines/asked.ts'
import { change as changePolicy } from '../deadlines/policy.operations.ts'
import { news } from '../mail/told.operations.ts'
import { actorOfPerson } from '../people/sign-in.ts'
import { operator } from '../shared/actor.ts'
import { must } from '../shared/result.ts'
import { app, body, committee, done, launched, make, school, seenBy, sent, women } from './assessment.cast.ts'
import { climbSheets, gatherSheets, sheetsToScore } from './watch.ts'

const office = await body('stateAgency', 'Văn phòng phường', { parentId: committee })
const hall = await body('stateAgency', 'Trung tâm văn hoá phường', { parentId: committee })
await make('vanphong', 'Chánh Văn phòng phường', ['reporter', office])
await make('uy', 'Chuyên viên Đảng ủy phường', ['officer', committee])
const { id: assessment, sheet } = await launched('agency', [women, school, office, hall])
const at = (day: string, time = '09:00') => app.setNow(`${day}T${time}:00+07:00`)
const remind = () => watchAsked(app, sheetsToScore)
const toldTo = async (name: string, topic: string) => {
  const all = must(await news.ask(app, await actorOfPerson(app, name), {})).news
  return all.filter((one) => one.topic === topic).map(({ count, path, dueOn }) => ({ count, path, dueOn }))
}

test('trước hạn 7 ngày, 1 ngày, sau hạn 1 ngày: mỗi mốc một lời nhắc dù mấy bộ canh hạn cùng chạy; gửi rồi thì thôi', async () => {
  at('2026-11-17')
  assert.deepEqual(await remind(), { told: 0 })
  await make('tiepdan', 'Cán bộ tiếp dân ở trường', ['receiver', school])
  at('2026-11-18')
  const both = await Promise.all([remind(), remind()])
  assert.equal(both[0].told + both[1].told, 4)
  assert.deepEqual(await toldTo('lan', 'scoresheet.remind'), [
    { count: null, path: `/cham-diem/phieu/${sheet(school)}`, dueOn: '2026-11-25' },
  ])
  // He hears of no sheet: its page is not open to him.
  assert.deepEqual(await toldTo('tiepdan', 'scoresheet.remind'), [])
  at('2026-11-20')
  await sent('hoa', sheet(women))
  at('2026-11-24')
  assert.deepEqual(await remind(), { told: 3 })
  at('2026-11-26')
  assert.deepEqual(await remind(), { told: 3 })
  assert.equal((await toldTo('hoa', 'scoresheet.remind')).length, 1)
  at('2026-11-27')
  assert.deepEqual(await remind(), { told: 0 })
})

test('số ngày nhắc là dữ liệu: đổi quy định thì nhắc theo mốc mới', async () => {
  const rules = { catchUpDays: 3, aheadDays: 7, lateDays: 30, digestHour: 7, staleDays: 7, basis: 'Thử mốc khác' }
  must(await changePolicy.ask(app, operator, { ...rules, steps: '-3', confidence: 'read', expectedVersion: 1 }))
  at('2026-11-28')
  assert.deepEqual(await remind(), { told: 3 })
})

test('một ngày một tin gộp cho cơ quan chủ trì, không phải mỗi phiếu một tin; trước giờ gửi thư thì chưa', async () => {
  at('2026-11-29', '06:59')
  await sent('lan', sheet(school))
  assert.deepEqual(await gatherSheets(app), { told: 0 })
  at('2026-11-29', '07:30')
  const both = await Promise.all([gatherSheets(app), gatherSheets(app)])
  assert.equal(both[0].told + both[1].told, 1)
  const path = `/cham-diem/${assessment}?loc=sent`
  assert.deepEqual(await toldTo('minh', 'scoresheet.gather'), [{ count: 2, path, dueOn: null }])
  assert.deepEqual(await toldTo('minh', 'scoresheet.submit'), [])
  await sent('vanphong', sheet(office))
  at('2026-11-29', '20:00')
  assert.deepEqual(await gatherSheets(app), { told: 0 })
  at('2026-11-30')
  await done('lan', 'takeBack', await seenBy('lan', sheet(school)))
  assert.deepEqual(await gatherSheets(app), { told: 1 })
  assert.deepEqual(
    (await toldTo('minh', 'scoresheet.gather')).map(({ count }) => count),
    [1, 2],
  )
  await sent('lan', sheet(school))
  at('2026-12-01')
  assert.deepEqual(await gatherSheets(app), { told: 1 })
  assert.deepEqual(await gatherSheets(app), { told: 0 })
})

test('quá hạn: cơ quan trên trực tiếp được báo gộp một lần, mở ra thấy đơn vị nào; nơi không có cấp trên thì thôi', async () => {
  at('2026-11-25')
  assert.deepEqual(await climbSheets(app), { told: 0 })
  at('2026-11-26')
  const both = await Promise.all([climbSheets(app), climbSheets(app)])
  assert.equal(both[0].told + both[1].told, 1)
  const told = await toldTo('uy', 'scoresheet.late')
  assert.deepEqual(told, [{ count: null, path: `/cham-diem/phieu/${sheet(hall)}`, dueOn: '2026-11-25' }])
  const { late } = await done('uy', 'assessments.list')
  assert.deepEqual(
    late.map((one: { body: string }) => one.body),
    ['Trung tâm văn hoá phường'],
  )
  assert.deepEqual((await done('hoa', 'assessments.list')).late, [])
  at('2026-11-27')
  assert.deepEqual(await climbSheets(app), { told: 0 })
  const more = await Promise.all(
    ['Trạm y tế', 'Trạm khuyến nông'].map((name) => body('stateAgency', name, { parentId: committee })),
  )
  at('2026-11-20')
  await launched('government', more)
  at('2026-11-26')
  assert.deepEqual(await climbSheets(app), { told: 1 })
  assert.deepEqual((await toldTo('uy', 'scoresheet.late'))[0], {
    count: 2,
    path: '/cham-diem#cap-duoi',
    dueOn: '2026-11-25',
  })
})
