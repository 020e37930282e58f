// Breaking into lines: nothing is lost, nothing is too wide, what belongs together stays together.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { breakLines, type Measured } from './lines.ts'

/** Every letter is one wide, in every face. */
const measure = (text: string) => [...text].length
const regular = (text: string): Measured[] => [{ text, face: 'regular' }]
const told = (runs: Measured[], width: number, first = 0) =>
  breakLines(runs, { width, first, measure }).map(({ words }) =>
    words.map(({ pieces }) => pieces.map(({ text }) => text).join('')).join(' '),
  )

test('ngắt ở khoảng trắng, không tách con số khỏi dấu % của nó', () => {
  assert.deepEqual(told(regular('đạt 80,0\u00a0% trên mức giao'), 10), ['đạt 80,0\u00a0%', 'trên mức', 'giao'])
  assert.deepEqual(told(regular('đạt 80,0\u00a0% trên mức giao'), 9), ['đạt', '80,0\u00a0%', 'trên mức', 'giao'])
})

test('dòng đầu thụt vào thì chứa ít hơn', () => {
  assert.deepEqual(told(regular('một hai ba bốn'), 7), ['một hai', 'ba bốn'])
  assert.deepEqual(told(regular('một hai ba bốn'), 7, 3), ['một', 'hai ba', 'bốn'])
})

test('chữ đậm chữ thường dính nhau là một từ', () => {
  const runs: Measured[] = [
    { text: 'thiếu (', face: 'regular' },
    { text: '36/43', face: 'bold' },
    { text: '); đạt', face: 'regular' },
  ]
  assert.deepEqual(told(runs, 12), ['thiếu', '(36/43); đạt'])
})

test('đoạn không có chữ nào vẫn là một dòng', () => {
  assert.deepEqual(told([], 10), [''])
})

test('chữ nào cũng còn, đúng thứ tự, không dòng nào quá rộng', () => {
  const run = fc.record({
    text: fc.string({ unit: fc.constantFrom('a', 'ệ', ' ', '\u00a0', '8'), maxLength: 40 }),
    face: fc.constantFrom('regular' as const, 'bold' as const),
  })
  fc.assert(
    fc.property(fc.array(run, { maxLength: 6 }), fc.integer({ min: 3, max: 30 }), (runs, width) => {
      const lines = breakLines(runs, { width, measure })
      const kept = lines.flatMap(({ words }) => words.flatMap(({ pieces }) => pieces.map(({ text }) => text))).join('')
      assert.equal(
        kept,
        runs
          .map(({ text }) => text)
          .join('')
          .replaceAll(' ', ''),
      )
      assert.ok(lines.every((line) => line.width <= width))
      assert.ok(lines.every((line, i) => line.last === (i === lines.length - 1)))
    }),
  )
})
