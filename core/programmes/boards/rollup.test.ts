// What is kept beside the entries must equal what the entries say, at every place and in every period.
import assert from 'node:assert/strict'
import test from 'node:test'
import { openTestApp } from '../../testing/open-test-db.ts'
import { as, programme42 } from '../../testing/sample.ts'
import { succeed } from '../../bodies/body.succeed.ts'
import { operator } from '../../shared/actor.ts'
import { must } from '../../shared/result.ts'
import { work } from '../entries/work.operations.ts'
import { addPeriods } from '../forms/calendar.operations.ts'
import '../index.operations.ts' // hears that a body ended
import { show } from '../programme.operations.ts'
import { showBoard } from './board.operations.ts'
import { differences } from './rollup.check.store.ts'
import { verifyBoards } from './verify.ts'

const app = await openTestApp('sample')
const programme = await programme42(app)

test('số cộng sẵn và số biểu đã gửi của năm mẫu đúng bằng cộng lại từ đầu, ở mọi địa bàn, mọi kỳ', async () => {
  const found = await differences(app.readDb)
  assert.ok(found.compared > 100, `${found.compared}`)
  assert.deepEqual(found.sums, [])
  assert.deepEqual(found.standings, [])
})

test('tổ chức kết thúc thì không còn biểu phải gửi; kỳ mới thêm thì có ngay', async () => {
  const { toFill } = must(await work.ask(app, await as(app, 'nongdan.mada'), {}))
  const id = toFill.find((line) => line.periodKey === '2023')!.body
  const { calendarId } = must(await show.ask(app, operator, { programme })).programme
  const expected = async () => (await boardOfMaDa()).reduce((total, target) => total + target.expected, 0)
  const before = await expected()
  must(await succeed.ask(app, operator, { id, expectedVersion: 1, kind: 'dissolved', on: '2023-12-01' }))
  assert.ok((await expected()) < before)
  must(
    await addPeriods.ask(app, operator, {
      calendar: calendarId,
      year: 2031,
      rule: { endDay: 0, cutOffDays: 0, dueDays: 5 },
    }),
  )
  const found = await differences(app.readDb)
  assert.deepEqual([found.sums, found.standings], [[], []])
})

/** Where the body lies that has not sent its form. */
async function boardOfMaDa() {
  const officer = await as(app, 'chuyenvien')
  const whole = must(await showBoard.ask(app, officer, { programme }))
  const place = whole.missing.find((one) => one.place.name === 'Xã Mã Đà')!.place.id
  return must(await showBoard.ask(app, officer, { programme, place })).targets
}

test('số giữ sẵn bị sai thì phép kiểm nêu ra, và sửa lại được', async () => {
  await app.db.updateTable('rollup_cached').set({ value: 1 }).where('value', '>', 70000).execute()
  const found = await verifyBoards(app, { repair: true })
  assert.ok(found.sums.length > 0)
  assert.ok(found.sums.every((one) => one.kept === 1 && one.fresh! > 70000))
  assert.deepEqual((await verifyBoards(app, { repair: false })).sums, [])
})
