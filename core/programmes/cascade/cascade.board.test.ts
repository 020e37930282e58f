// Shares of percentages weigh by the figures of the places; the board of the year holds each place to its own share.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openCast, type Answer } from './cascade.cast.ts'

const { done, bodyOf, programme, last } = await openCast()
const maDa = await bodyOf('Đảng ủy xã Mã Đà')
const page = async (at: Answer) => done('chuyenvien', 'cascades.show', at)
const give = (units: unknown[], more: Answer) => ({
  expectedVersion: 0,
  organisation: 'partyCommittee',
  units,
  ...more,
})

test('bình quân theo số liệu năm 2023: trọng số là mẫu số của xã; nơi chưa báo cáo thì ghi tay kèm căn cứ', async () => {
  const at = { programme, no: 1 }
  const { periods } = await page(at)
  const period = periods.find((one: Answer) => one.key === '2023').id
  const { units } = await page({ ...at, period })
  const figureOf = (name: string) => units.find((unit: Answer) => unit.name === `Đảng ủy xã ${name}`).figure
  assert.equal(figureOf('Mã Đà'), null)
  assert.ok(figureOf('Tân An') > 1000)
  const shares = units.map((unit: Answer) => ({ body: unit.bodyId, threshold: '80' }))
  const weighed = { ...give(shares, { ...at, rule: 'weightedMean', weightPeriod: period }) }
  await done('chuyenvien', 'cascades.give', weighed)
  const { given: side } = await page(at)
  assert.deepEqual([side.holds, side.total, side.noWeight, side.lacking], [false, '80', 1, null])
  const byHand = {
    weightBasis: 'Báo cáo dân số xã Mã Đà, tháng 12/2023',
    units: [{ body: maDa, threshold: '80.5', weight: '3500' }],
  }
  await done('chuyenvien', 'cascades.give', { ...weighed, ...byHand, expectedVersion: 1 })
  const { given: after, units: now } = await page(at)
  assert.deepEqual([after.holds, after.noWeight], [true, 0])
  const mine = now.find((unit: Answer) => unit.bodyId === maDa)
  assert.deepEqual([mine.weight, mine.weightTyped, mine.figure], ['3500', '3500', null])
})

test('bảng năm mẫu: có câu về chỗ hở, từng xã đối chiếu với mức của mình bên cạnh chỉ tiêu chung', async () => {
  const { targets } = await done('chuyenvien', 'boards.show', { programme: last })
  const [target, other] = [targets[0], targets[1]] as Answer[]
  const { rule, given, taken } = target!.cascade
  assert.deepEqual([rule, given.missing, given.open, taken.missing, taken.open], ['minimum', 1, false, 11, true])
  assert.deepEqual([target!.share, other!.cascade, other!.children[0].share], [null, null, null])
  const at = (name: string) => target!.children.find((child: Answer) => child.place.name === name).share
  assert.deepEqual(at('Xã Tân An'), { threshold: '80', verdict: 'reached' })
  assert.deepEqual([at('Xã Mã Đà'), at('Xã Hiếu Liêm')], [{ threshold: '80', verdict: 'noData' }, null])
  assert.ok(target!.exceptions[0].children.every((child: Answer) => child.share === null))
})

test('mức riêng khác mức chung thì xét theo từng mức: xã đạt chỉ tiêu chung mà hụt mức của mình', async () => {
  const { version, units } = await page({ programme: last, no: 1 })
  const tanAn = units.find((unit: Answer) => unit.name === 'Đảng ủy xã Tân An').bodyId
  const more = give([{ body: tanAn, threshold: '90' }], {
    programme: last,
    no: 1,
    rule: 'minimum',
    expectedVersion: version,
  })
  await done('chuyenvien', 'cascades.give', more)
  const { targets } = await done('chuyenvien', 'boards.show', { programme: last })
  const child = targets[0].children.find((one: Answer) => one.place.name === 'Xã Tân An')
  assert.deepEqual([child.verdict, child.share], ['reached', { threshold: '90', verdict: 'notReached' }])
})

test('người của xã thấy mức của xã mình, không thấy nơi khác; công chúng không thấy gì', async () => {
  const board = await done('chuyenvien', 'boards.show', { programme: last })
  const place = board.targets[0].children.find((one: Answer) => one.place.name === 'Xã Mã Đà').place.id
  const { targets } = await done('khoi.mada', 'boards.show', { programme: last, place })
  assert.deepEqual([targets[0].cascade, targets[0].share], [null, { threshold: '80', verdict: 'noData' }])
  const everybody = await done('khoi.mada', 'boards.public', { programme: last })
  const [first] = everybody.targets
  assert.deepEqual([first.cascade, first.share, first.serves, first.children], [null, null, null, []])
})
