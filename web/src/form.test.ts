// Reading forms and showing refusals.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { invalid, problem } from '@dong-thuan/core/shared/result.ts'
import { askedAs, drawnMoves, fieldId, fieldsOf, readForm, showRefusal, statusOf } from './form.ts'

function formOf(...pairs: [string, string][]): FormData {
  const data = new FormData()
  for (const [name, value] of pairs) data.append(name, value)
  return data
}

test('dotted names nest, numbers and days are read, blanks are left out', () => {
  const { input, typed } = readForm(
    formOf(
      ['title', 'Chương trình 42'],
      ['note', ''],
      ['due:day', '18/12/2023'],
      ['entries.0.count', 'members'],
      ['entries.0.value:number', '2.715'],
      ['entries.1.value:number', 'nhiều'],
      ['entries.1.value.more', 'x'],
      ['open:yes', 'false'],
      ['open:yes', 'true'],
      ['bodies:list', '3'],
      ['__proto__.admin', 'true'],
    ),
  )
  assert.deepEqual(input, {
    title: 'Chương trình 42',
    due: '2023-12-18',
    entries: [{ count: 'members', value: 2715 }, { value: 'nhiều' }],
    open: true,
    bodies: ['3'],
  })
  assert.equal(typed['entries.0.value'], '2.715')
  assert.equal(typed['due'], '18/12/2023')
  assert.equal(({} as Record<string, unknown>)['admin'], undefined)
})

test('a tick that is not ticked is false, not missing', () => {
  assert.deepEqual(readForm(formOf(['open:yes', 'false'])).input, { open: false })
})

test('a refusal is shown whole, in the language of the page, and leads to the fields', () => {
  const { refusal } = invalid([
    problem('entries.0.value', 'more-than-members', 'Nhiều hơn số hội viên.', 'More than the members.'),
    problem('', 'late', 'Đã quá hạn.', 'The deadline has passed.'),
  ])
  const shown = showRefusal(refusal, 'en')
  assert.deepEqual(shown.lines, [
    { field: 'entries.0.value', href: '#o-entries-0-value', text: 'More than the members.' },
    { field: '', href: null, text: 'The deadline has passed.' },
  ])
  assert.deepEqual(shown.fields, { 'entries.0.value': ['More than the members.'] })
  assert.equal(statusOf(refusal), 422)
  assert.equal(fieldId('entries.0.value'), 'o-entries-0-value')
})

test('a field keeps what was typed, even when that is nothing', () => {
  const labels = { title: 'Tên', note: 'Ghi chú' }
  const initial = { title: 'Cũ', note: 'Cũ' }
  assert.equal(fieldsOf({ labels, initial })('title').value, 'Cũ')
  const refusal = showRefusal(invalid([problem('note', 'missing', 'Còn thiếu.', 'Missing.')]).refusal, 'vi')
  const field = fieldsOf({ labels, initial, form: { typed: { title: 'Mới' }, refusal } })
  assert.deepEqual(field('title'), { name: 'title', label: 'Tên', value: 'Mới', errors: undefined })
  assert.deepEqual(field('note'), { name: 'note', label: 'Ghi chú', value: '', errors: ['Còn thiếu.'] })
})

test('three faults of one choice are one sentence, at the field that was asked', () => {
  const missing = ['desk', 'body', 'form'].map((field) => problem(field, 'missing', 'Còn thiếu.', 'Missing.'))
  const { refusal } = invalid([...missing, problem('form', 'not-awardable', 'Không có thẩm quyền.', 'Not entitled.')])
  const shown = showRefusal(askedAs(refusal, { desk: 'choice', body: 'choice', form: 'choice' }), 'vi')
  assert.deepEqual(
    shown.lines.map(({ href, text }) => [href, text]),
    [
      ['#o-choice', 'Còn thiếu.'],
      ['#o-choice', 'Không có thẩm quyền.'],
    ],
  )
})

test('a move that somebody closed meanwhile is drawn still, with what was typed into it', () => {
  const refusal = showRefusal(invalid([problem('note', 'missing', 'Còn thiếu.', 'Missing.')]).refusal, 'vi')
  const all = ['accept', 'giveBack', 'start'] as const
  assert.deepEqual(drawnMoves(all, ['start'], null), ['start'])
  assert.deepEqual(drawnMoves(all, ['start'], { typed: { form: 'giveBack' }, refusal }), ['giveBack', 'start'])
})
