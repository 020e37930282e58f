// The checks of a form, each tried where it holds, where it fails and where a figure is missing.
import assert from 'node:assert/strict'
import test from 'node:test'
import { findingsOf, ruleSchema, type Check, type Figures } from './check.ts'

const figures = (now: Record<number, number>, before: Record<number, number> = {}, sum?: number): Figures => ({
  now: new Map(Object.entries(now).map(([row, value]) => [Number(row), value])),
  before: new Map(Object.entries(before).map(([row, value]) => [Number(row), value])),
  memberships: sum === undefined ? null : { sum, organisations: 4 },
})
const check = (rule: unknown, sentence = '{left} so với {right}, lệch {difference}'): Check => ({
  no: 1,
  rule: ruleSchema.parse(rule),
  unless: 'reason',
  sentence,
})

test('Hội Nông dân xã Tân An: 2.735 người sinh hoạt trên 2.715 hội viên được báo ngay tại ô', () => {
  const attending = check({ kind: 'compare', left: [{ row: 7 }], comparator: '<=', right: [{ row: 3 }] })
  const found = findingsOf([attending], figures({ 7: 2735, 3: 2715 }))
  assert.deepEqual(found, [{ no: 1, row: 7, unless: 'reason', sentence: '2.735 so với 2.715, lệch 20' }])
  assert.deepEqual(findingsOf([attending], figures({ 7: 2335, 3: 2715 })), [])
  assert.deepEqual(findingsOf([attending], figures({ 7: 2735 })), [], 'thiếu số thì chưa xét')
})

test('biến động: hội viên cuối kỳ = kỳ trước + mới − giảm', () => {
  const balance = check({
    kind: 'compare',
    left: [{ row: 3 }],
    comparator: '=',
    right: [{ row: 3, when: 'before' }, { row: 4 }, { row: 5, times: -1 }],
  })
  assert.equal(findingsOf([balance], figures({ 3: 2715, 4: 81, 5: 54 }, { 3: 2688 })).length, 0)
  assert.equal(findingsOf([balance], figures({ 3: 2716, 4: 81, 5: 54 }, { 3: 2688 })).length, 1)
  assert.equal(findingsOf([balance], figures({ 3: 2716, 4: 81, 5: 54 })).length, 0, 'kỳ đầu chưa có số trước')
})

test('tăng giảm quá mức và không đổi so với kỳ trước', () => {
  const jump = check({ kind: 'jump', row: 3, percent: 20 })
  assert.equal(findingsOf([jump], figures({ 3: 121 }, { 3: 100 })).length, 1)
  assert.equal(findingsOf([jump], figures({ 3: 120 }, { 3: 100 })).length, 0)
  const still = check({ kind: 'unchanged', rows: [3, 7] })
  assert.equal(findingsOf([still], figures({ 3: 5, 7: 4 }, { 3: 5, 7: 4 })).length, 1)
  assert.equal(findingsOf([still], figures({ 3: 5, 7: 5 }, { 3: 5, 7: 4 })).length, 0)
})

test('rà soát trùng phải khớp tổng số lượt hội viên', () => {
  const overlap = check({ kind: 'overlap', rows: [1, 2, 3, 4] })
  const counted = { 1: 5638, 2: 1343, 3: 104, 4: 9 }
  assert.equal(findingsOf([overlap], figures(counted, {}, 8672)).length, 0)
  assert.equal(findingsOf([overlap], figures(counted, {}, 8671)).length, 1)
  assert.equal(findingsOf([overlap], figures(counted)).length, 0, 'chưa có số của các tổ chức thì chưa xét')
})
