// Names as they will be printed: told when they are typed, not when a thousand certificates wait.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { breakLines } from '../documents/typeface/lines.ts'
import { widthOf } from '../documents/typeface/measure.ts'
import { fittedName, nameRoom, unprintable } from './printed-name.ts'

const long = 'Chi hội Phụ nữ khu phố Nguyễn Thị Minh Khai phường Tân Triều'
const linesOf = (name: string, { size, width }: { size: number; width: number }) =>
  breakLines([{ text: name, face: 'bold' }], { width, measure: (text, face) => widthOf(text, face, size) }).map(
    (line) => line.words.map((word) => word.pieces.map(({ text }) => text).join('')),
  )

test('a name of sixty letters stands on two lines, no word broken; a short one on one line, larger', () => {
  assert.equal(long.length, 60)
  const [short, fitted] = [fittedName('Trần Giả Định')!, fittedName(long)!]
  assert.deepEqual([short.lines, fitted.lines], [1, 2])
  assert.ok(short.size > fitted.size)
  assert.deepEqual(linesOf(long, fitted).flat(), long.split(' '))
})

test('whatever is said to fit stands whole within the paper: on as many lines as told, no word cut', () => {
  const word = fc.constantFrom('Tổ', 'Nguyễn', 'Hợp', 'WWWW', 'khu', 'phố', 'Nghĩa', 'đội', 'MƯỜNG', 'số', '12')
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 40 }), (words) => {
      const fitted = fittedName(words.join(' '))
      if (!fitted) return assert.ok(words.join(' ').length > 60)
      const lines = linesOf(words.join(' '), fitted)
      assert.ok(fitted.lines <= 2 && lines.length === fitted.lines && fitted.width <= nameRoom)
      assert.deepEqual(lines.flat(), words)
    }),
    { numRuns: 60 },
  )
})

test('letters the typeface lacks are named at their field, each once; a name too wide is told so; marks of our writing are not', () => {
  const said = (told: object) =>
    unprintable({ name: 'Tổ 3', post: '', unit: '', ...told }).map(({ field, code, sentence }) => [
      field,
      code,
      sentence.vi,
    ])
  assert.deepEqual(said({ name: 'Ông Đoàn Văn “Bảy” (Ba Tri) – tổ 12/3 & đội số 1' }), [])
  const [name, unit] = said({ name: 'Tổ 漢漢字', unit: 'Đội 😀' })
  assert.deepEqual([name![0], unit![0]], ['name', 'unit'])
  assert.match(name![2]!, /: 漢 字\./)
  assert.match(unit![2]!, /😀/)
  assert.deepEqual(
    said({ name: 'Khôngcódấucách'.repeat(8) }).map(([, code]) => code),
    ['too-wide'],
  )
  assert.deepEqual(
    said({ name: 'BAN CÔNG TÁC MẶT TRẬN '.repeat(6) }).map(([, code]) => code),
    ['too-wide'],
  )
})
