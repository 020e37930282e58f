// Places by forms: one mark a body and form, the most pressing of several periods.
import assert from 'node:assert/strict'
import test from 'node:test'
import { gridOf, type MatrixLine } from './matrix.ts'
import { wordsOf } from './words/words.ts'

const words = wordsOf('vi')
const line = (changes: Partial<MatrixLine>): MatrixLine => ({
  ...{
    body: 1,
    bodyName: 'Hội Nông dân xã A',
    form: 7,
    formKey: 'F1-ND',
    formName: 'Biểu F1-ND – Hội Nông dân cấp xã',
  },
  ...{
    period: 3,
    periodName: 'Tháng 3',
    place: 20,
    placeName: 'Xã A',
    stage: 'accepted',
    dueOn: '2026-04-05',
    daysLate: 0,
  },
  ...changes,
})

test('mỗi địa bàn một dòng, mỗi biểu một cột, dấu nói đủ ai và thế nào', () => {
  const other = { body: 2, bodyName: 'Mặt trận xã A', form: 8, formKey: 'F2', formName: 'Biểu F2 – Mặt trận' }
  const { columns, rows } = gridOf([line({ ...other, stage: 'none', daysLate: 4 }), line({})], words)
  assert.deepEqual(
    columns.map((column) => [column.label, column.note]),
    [
      ['F1-ND', 'Hội Nông dân cấp xã'],
      ['F2', 'Mặt trận'],
    ],
  )
  assert.equal(rows.length, 1)
  assert.deepEqual(
    rows[0]!.marks['F1-ND']!.map((mark) => mark.state),
    ['met'],
  )
  const [late] = rows[0]!.marks.F2!
  assert.deepEqual([late!.state, late!.href], ['late', '/nhap-so-lieu/2/8/3'])
  assert.match(late!.text, /^Mặt trận xã A: .*4 ngày/)
})

test('đã nhận mà là số ước: dấu tạm tính, và nói là số ước', () => {
  const [mark] = gridOf([line({ nature: 'estimate' })], words).rows[0]!.marks['F1-ND']!
  assert.equal(mark!.state, 'provisional')
  assert.match(mark!.text, /đã nhận, là số ước/)
})

test('nhiều kỳ trong một năm: dấu là của kỳ gấp nhất, và nói kỳ nào', () => {
  const lines = [
    line({}),
    line({ period: 4, periodName: 'Tháng 4', stage: 'none', daysLate: 2 }),
    line({ period: 5, periodName: 'Tháng 5', stage: 'none' }),
  ]
  const [mark, ...more] = gridOf(lines, words).rows[0]!.marks['F1-ND']!
  assert.deepEqual([mark!.state, mark!.href, more.length], ['late', '/nhap-so-lieu/1/7/4', 0])
  assert.match(mark!.text, /\(Tháng 4\)/)
})
