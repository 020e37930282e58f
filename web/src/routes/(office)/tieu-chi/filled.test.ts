// Fields of criteria after a refusal: what was typed stands there, and each sentence is about a criterion by its number.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { filledFrom, labelsOf } from './filled.ts'

const refusal = {
  kind: 'invalid' as const,
  code: 'invalid',
  lines: [],
  fields: { 'scores.0.points': ['Điểm không âm.'] },
}
const stored = [{ no: 3, points: 7.5, met: false }]

test('what was typed wins over what is stored, also where it is nothing', () => {
  assert.equal(filledFrom(null, stored).pointsAt(0, 3), 7.5)
  assert.equal(filledFrom(null, stored).metAt(0, 3), false)
  const refused = filledFrom({ typed: { 'scores.0.points': '-1', 'scores.0.met': 'true' }, refusal }, stored)
  assert.deepEqual([refused.pointsAt(0, 3), refused.pointsAt(1, 4), refused.metAt(0, 3)], ['-1', '', true])
  assert.deepEqual(refused.errorsOf('score.3', 'scores.0.points'), ['Điểm không âm.'])
})

test('another form of the page that was refused types no points', () => {
  assert.equal(filledFrom({ typed: { form: 'addEvidence', title: 'Ảnh' }, refusal }, stored).pointsAt(0, 3), 7.5)
})

test('a sentence names the criterion, whether the rules or the reading of the form found the fault', () => {
  const labels = labelsOf([{ no: 3 }, { no: 5 }], 'Tiêu chí')
  assert.deepEqual(
    [labels['score.3'], labels['scores.0.points'], labels['scores.1.points']],
    ['Tiêu chí 3', 'Tiêu chí 3', 'Tiêu chí 5'],
  )
})
