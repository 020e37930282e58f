// How figures are told: marks, words, order.
import assert from 'node:assert/strict'
import test from 'node:test'
import { levelText, tell, valueText } from './board.ts'
import { wordsOf } from './words/words.ts'

const words = wordsOf('vi')
const part = {
  numerator: 66100,
  denominator: 82625,
  value: '80.0',
  verdict: 'notReached',
  complete: false,
  comparator: '>',
  threshold: '80',
  missing: 1,
  unit: '%',
} as const

test('đúng 80,0 % so với trên 80 %: chưa đạt, thiếu 1 người, tạm tính khi chưa đủ', () => {
  assert.deepEqual(tell(part, 'person', words), { state: 'provisionalMissed', text: 'tạm tính: thiếu 1 người' })
  assert.deepEqual(tell({ ...part, complete: true }, 'person', words).text, 'chưa đạt, thiếu 1 người')
})

test('trên số ước thì không bao giờ chắc chắn, dù đã nhận đủ', () => {
  const about = { ...part, complete: true, estimated: 2 } as const
  assert.deepEqual(tell(about, 'person', words), { state: 'provisionalMissed', text: 'số ước: thiếu 1 người' })
  const met = { ...about, verdict: 'reached', value: '85.0', missing: 0 } as const
  assert.deepEqual(tell(met, 'person', words), { state: 'provisionalMet', text: 'số ước: đạt' })
})

test('đúng 45,0 % so với từ 45 % trở lên: vừa đạt; không có mẫu số: chưa đủ số liệu', () => {
  const just = { ...part, value: '45.0', threshold: '45', comparator: '>=', verdict: 'reached', missing: 0 } as const
  assert.equal(tell({ ...just, complete: true }, 'person', words).text, 'vừa đạt')
  assert.equal(tell({ ...part, value: null, verdict: 'noData' }, 'person', words).state, 'insufficient')
})

test('viết theo lối Việt: 19,98 %, từ 45 % trở lên', () => {
  assert.equal(valueText('19.98', '%', 'vi'), '19,98\u00a0%')
  assert.equal(levelText({ comparator: '>=', threshold: '45' }, '%', words), 'từ 45\u00a0% trở lên')
})
