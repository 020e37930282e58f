// Periods as officials write them, and what is left as it is.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readPeriod, withPeriod } from './period.ts'

const written: Record<string, string> = {
  '2023': '2023',
  'năm 2023': '2023',
  'Cả năm 2023': '2023',
  '6 tháng đầu năm 2023': '2023-H1',
  'Sáu tháng cuối năm 2023': '2023-H2',
  'quý 3/2023': '2023-Q3',
  'Quý IV năm 2023': '2023-Q4',
  'Q1 2023': '2023-Q1',
  'tháng 5/2023': '2023-05',
  'Tháng 12 năm 2023': '2023-12',
  '5/2023': '2023-05',
}

for (const [text, key] of Object.entries(written))
  test(`“${text}” là kỳ ${key}`, () => assert.equal(readPeriod(text), key))

test('khoá của kỳ và chữ không hiểu thì giữ nguyên để nơi nhận báo', () => {
  for (const text of ['2023-H1', '2023-Q3', '2023-05', 'quý 5/2023', 'tháng 13/2023', 'quý 3', '15/2023', ''])
    assert.equal(readPeriod(text), text)
})

test('chỉ kỳ được đọc, các ô khác giữ nguyên', () => {
  assert.deepEqual(withPeriod({ kind: 'quarter', period: ' quý 3/2023 ' }), { kind: 'quarter', period: '2023-Q3' })
  assert.deepEqual(withPeriod({ kind: 'final' }), { kind: 'final' })
})
