// Numbers, days and words as officers type them and as files hold them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { habitOf, readTyped, writtenAs, type CellType } from './typed.ts'

const none = { comma: false, dot: false }
const read = (text: string, type: CellType = 'number', others: string[] = []) => {
  const found = readTyped(text, type, others.length ? habitOf([text, ...others]) : none)
  return 'value' in found ? found.value : found.fault.vi
}

test('số viết kiểu Việt và kiểu Anh đều hiểu; chưa rõ thì hỏi lại', () => {
  const pairs = {
    '1.234,5': '1234.5',
    '1234.5': '1234.5',
    '1,234.5': '1234.5',
    '12,5': '12.5',
    '4.120': '4120',
    '-3': '-3',
  }
  for (const [text, value] of Object.entries(pairs)) assert.equal(read(text), value, text)
  const more = {
    '1.234.567': '1234567',
    '1 234': '1234',
    '0,125': '0.125',
    '0.125': '0.125',
    ' 007 ': '7',
    '2,50': '2.5',
  }
  for (const [text, value] of Object.entries(more)) assert.equal(read(text), value, text)
  assert.match(read('1,234')!, /hai cách.*ghi 1234;.*ghi 1,2340/)
  assert.equal(read('1,234', 'number', ['12,5']), '1.234')
  assert.match(read('1.234', 'number', ['12.5'])!, /hai cách/)
  assert.equal(read(''), null)
  for (const text of ['12,5a', 'mười hai', '1..2', '5 người', '1,2,3', '=A1', '12345678901234567'])
    assert.match(read(text)!, /không phải số|15 chữ số/, text)
})

test('ngày và chữ', () => {
  assert.equal(read('1/2/2026', 'date'), '2026-02-01')
  assert.equal(read('2026-02-01', 'date'), '2026-02-01')
  for (const text of ['31/2/2026', '1/2/26', 'hôm qua', '45256']) assert.match(read(text, 'date')!, /không phải ngày/)
  assert.equal(read('  Đã xong ', 'text'), 'Đã xong')
  assert.match(read('a'.repeat(2001), 'text')!, /dài quá/)
})

test('giá trị viết ra rồi đọc lại vẫn là nó', () => {
  const decimal = fc.tuple(fc.integer({ min: -1e8, max: 1e8 }), fc.constantFrom(1, 10, 100, 1000, 10_000))
  fc.assert(
    fc.property(decimal, ([whole, by]) => {
      const value = String(whole / by)
      assert.equal(read(writtenAs(value, 'number')), value === '-0' ? '0' : value)
    }),
  )
  assert.equal(writtenAs('2026-11-05', 'date'), '05/11/2026')
})
