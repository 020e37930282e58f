// The way back to a form that was interrupted.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { asTyped, pageOf } from './kept.ts'
import { fieldsOf } from './form.ts'

test('the page of a form is its address without the name of the action', () => {
  assert.equal(pageOf('/tai-khoan/vang-mat?/set'), '/tai-khoan/vang-mat')
  assert.equal(pageOf('/so-lieu?ky=2023&/save'), '/so-lieu?ky=2023')
  assert.equal(pageOf('/ban-lam-viec'), '/ban-lam-viec')
})

test('what was typed fills the fields again and is said not to be saved', () => {
  const form = asTyped({ locals: { language: 'vi' } } as never, { reason: 'đi học' })
  const field = fieldsOf({ form, labels: { reason: 'Lý do' }, initial: { reason: 'cũ' } })
  assert.deepEqual([field('reason').value, field('reason').errors], ['đi học', undefined])
  assert.match(form.refusal.lines[0]!.text, /chưa lưu/)
})
