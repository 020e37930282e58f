// Filling in many shares at once: what Excel gives, equal parts, in proportion; nothing is lost by rounding.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Id } from '../../shared/id.ts'
import { readShare, spreadByFigure, spreadEqually, spreadPasted, type Receiver } from './spread.ts'

const units = (n: number): Receiver[] =>
  Array.from({ length: n }, (_, i) => ({
    ...{ bodyId: (i + 1) as Id<'body'>, name: `Đảng ủy xã ${i + 1}` },
    ...{ placeName: `Xã ${i + 1}`, placeCode: `2617${i}` },
  }))
const of = ({ shares, problems }: ReturnType<typeof spreadPasted>) =>
  problems.length > 0
    ? problems.map(({ code, sentence }) => `${code}: ${sentence.vi}`)
    : shares.map((one) => `${one.body} ${one.threshold}`)

test('số viết theo lối Việt Nam, giữ đúng từng chữ số', () => {
  assert.deepEqual(['40', '1.200', '80,5', '80.5', '80,50 %', '007', '1.234,5', '0.125', '0,125'].map(readShare), [
    ...['40', '1200', '80.5', '80.5', '80.5', '7', '1234.5', '0.125', '0.125'],
  ])
  assert.deepEqual(['', '-4', '4 xã', '1e3', '1,2345678', '12.3456.7'].map(readShare), Array(6).fill(null))
})

test('dán một cột theo thứ tự, ô trống là chưa giao; thiếu dòng thì nói thiếu', () => {
  assert.deepEqual(of(spreadPasted('4\r\n\r\n5,5\r\n', units(3))), ['1 4', '3 5.5'])
  assert.match(of(spreadPasted('4\n5', units(3)))[0]!, /^other-count: Dán 2 dòng mà danh sách có 3 đơn vị/)
  assert.match(of(spreadPasted('4\nnăm\n6', units(3)))[0]!, /^bad-share: Dòng 2: “năm”/)
})

test('dán hai cột theo tên đơn vị, tên hoặc mã địa bàn, bỏ dòng tiêu đề; tên lạ và tên lặp được nêu', () => {
  assert.deepEqual(of(spreadPasted('Đơn vị\tMức giao\nxã 2\t5\nĐẢNG ỦY  XÃ 1\t4\n26172\t6', units(3))), [
    ...['2 5', '1 4', '3 6'],
  ])
  assert.deepEqual(
    of(spreadPasted('Xã 1;4\nXã 9;5\nXã 1;6', units(3))).map((text) => text.split(':')[0]),
    ['no-such-unit', 'twice'],
  )
})

test('chia đều một tổng: cộng lại đúng tổng; tỷ lệ thì ai cũng bằng nhau', () => {
  assert.deepEqual(
    of(spreadEqually('sum', '40', units(12))).map((text) => text.split(' ')[1]),
    [...['4', '4', '4', '4', '3', '3', '3', '3', '3', '3', '3', '3']],
  )
  assert.deepEqual(of(spreadEqually('minimum', '80.5', units(2))), ['1 80.5', '2 80.5'])
  assert.deepEqual(spreadEqually('sum', '40', []), { shares: [], problems: [] })
})

test('chia theo số liệu: tổng không mất đơn vị nào, nơi không có số liệu thì để trống', () => {
  const weights = fc.array(fc.option(fc.nat(100_000)), { minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(weights, fc.integer({ min: 0, max: 5000 }), (all, target) => {
      const weighed = units(all.length).map((unit, i) => ({ ...unit, weight: all[i] ?? null }))
      const { shares, problems } = spreadByFigure(String(target), weighed)
      if (all.every((weight) => !weight)) return assert.equal(problems[0]?.code, 'no-figures')
      assert.equal(
        shares.reduce((sum, { threshold }) => sum + Number(threshold), 0),
        target,
      )
      assert.equal(shares.length, all.filter((weight) => weight !== null).length)
    }),
  )
})
