// Figures of a report: reckoned from their inputs, shown in Vietnamese, rise and fall exact.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FigureBook, bodiesApart, partText, reckon, type Figure, type Input } from './figure.ts'
import { changeOf, countText, decimalText, percentOf } from './numbers.ts'

const input = (role: Input['role'], value: number, body = 1): Input => ({
  ...{ entry: 1, version: 1, cell: 1, count: 'members', definitionVersion: 1, role, value },
  place: { id: 1, code: '26170', name: 'Thị trấn Vĩnh An' },
  body: { id: body, name: `Đơn vị ${body}` },
  ...{ reportedBy: null, reportedAt: null, acceptedBy: null, acceptedAt: null },
})
function figure(inputs: Input[], threshold = '80'): Figure {
  const made = { id: 't1.main.p1.y1', unit: '%' as const, comparator: '>' as const, threshold, inputs }
  return { ...made, ...reckon(made) }
}
const eighty = figure([input('numerator', 66_100), input('denominator', 82_625)])

test('numbers are written as people here write them', () => {
  assert.deepEqual([countText(75_010), countText(999), countText(1_234_567)], ['75.010', '999', '1.234.567'])
  assert.equal(decimalText('1234.5'), '1.234,5')
  assert.equal(percentOf('84.9'), '84,9\u00a0%')
})

test('80,0 % does not pass “trên 80 %”, and it is said how many are missing', () => {
  assert.equal(eighty.value, '80.0')
  assert.equal(partText(eighty, 'value'), '80,0\u00a0%')
  assert.equal(partText(eighty, 'fraction'), '66.100/82.625')
  assert.equal(partText(eighty, 'missing'), '1')
})

test('where rounding would hide the verdict, more decimals are shown', () => {
  const enterprises = figure([input('numerator', 1927), input('denominator', 9643)], '20')
  assert.equal(partText(enterprises, 'value'), '19,98\u00a0%')
})

test('nothing to divide by is no figure, never zero', () => {
  const none = figure([input('numerator', 5)])
  assert.deepEqual([none.value, partText(none, 'value')], [null, 'không có số liệu'])
  assert.equal(reckon({ unit: 'count', threshold: null, inputs: [] }).value, null)
})

test('a rise is exact, and says more when it would read as nothing', () => {
  const fraction = (numerator: number, denominator: number) => ({ numerator, denominator })
  assert.deepEqual(changeOf(fraction(849, 1000), fraction(845, 1000)), { direction: 'up', points: '0.4', under: false })
  assert.deepEqual(changeOf(fraction(80_000, 100_000), fraction(80_010, 100_000)), {
    direction: 'down',
    points: '0.01',
    under: false,
  })
  assert.equal(changeOf(fraction(500_001, 1_000_000), fraction(1, 2))?.under, true)
  assert.equal(changeOf(fraction(1, 2), fraction(50, 100)), null)
})

test('the same figure is kept once, and two periods with other bodies are not like for like', () => {
  const book = new FigureBook()
  book.show(eighty)
  book.show({ ...eighty, numerator: 0 }, 'numerator')
  assert.equal(book.figures.size, 1)
  const more = figure([input('numerator', 1, 2), input('denominator', 2)])
  assert.deepEqual(bodiesApart(more, eighty), { onlyNow: ['Đơn vị 2'], onlyBefore: [] })
})
