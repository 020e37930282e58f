// What scores come to, and what is wrong with a set: pure.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { faultsOfScores, faultsOfSet, mostOf, outcomeOf, type Criterion } from './criteria.ts'
import { scoredOf, typedPoints } from './typed-points.ts'

const criterion = (no: number, most: number, more: Partial<Criterion> = {}): Criterion => ({
  ...{ no, most, text: `Tiêu chí ${no}`, guidance: '', evidence: false, knockOut: false },
  ...more,
})
const classes = [
  { no: 1, name: 'Tốt', least: 80, passes: true },
  { no: 2, name: 'Chưa đạt', least: 0, passes: false },
]

test('points within what is given: the sum never passes the most, nor a bar that is not met', () => {
  const arbitrary = fc.array(
    fc.record({
      most: fc.integer({ min: 1, max: 30 }),
      share: fc.double({ min: 0, max: 1, noNaN: true }),
      knockOut: fc.boolean(),
      met: fc.boolean(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(arbitrary, (drawn) => {
      const criteria = drawn.map(({ most, knockOut }, i) => criterion(i + 1, most, { knockOut }))
      const scores = drawn.map(({ most, share, met }, i) => ({
        no: i + 1,
        points: Math.round(most * share * 100) / 100,
        met,
        note: '',
      }))
      assert.deepEqual(faultsOfScores({ criteria }, scores), [])
      const outcome = outcomeOf({ criteria, classes }, scores)
      assert.ok(outcome.points <= mostOf({ criteria }) + 1e-9)
      assert.deepEqual(
        outcome.barredBy,
        drawn.flatMap(({ knockOut, met }, i) => (knockOut && !met ? [i + 1] : [])),
      )
      if (outcome.barredBy.length > 0) assert.equal(outcome.passes, false)
      else assert.equal(outcome.passes, outcome.points >= 80)
    }),
  )
})

test('over the most, twice, unknown, forgotten: each is said at its criterion', () => {
  const criteria = [criterion(1, 10), criterion(2, 5)]
  const score = (no: number, points: number) => ({ no, points, met: true, note: '' })
  const fields = (scores: ReturnType<typeof score>[]) =>
    faultsOfScores({ criteria }, scores).map(({ field, code }) => `${field} ${code}`)
  assert.deepEqual(fields([score(1, 10.01), score(2, 5)]), ['score.1 too-many'])
  assert.deepEqual(fields([score(1, 10)]), ['score.2 missing'])
  assert.deepEqual(fields([score(1, 1), score(1, 1), score(2, 1), score(7, 1)]), [
    'score.1 no-such-criterion',
    'score.7 no-such-criterion',
  ])
})

test('a set nobody could pass, or in which more points are worse, is refused', () => {
  const codes = (set: Parameters<typeof faultsOfSet>[0]) => faultsOfSet(set).map(({ code }) => code)
  assert.deepEqual(codes({ criteria: [criterion(1, 100)], classes }), [])
  assert.deepEqual(codes({ criteria: [], classes }), ['missing', 'out-of-reach'])
  assert.deepEqual(codes({ criteria: [criterion(1, 50)], classes }), ['out-of-reach'])
  assert.deepEqual(
    codes({ criteria: [criterion(1, 100)], classes: [{ no: 1, name: 'Đạt', least: 60, passes: false }] }),
    ['none-passes', 'gap'],
  )
  const falling = [
    { ...classes[0]!, passes: false },
    { ...classes[1]!, passes: true },
  ]
  assert.deepEqual(codes({ criteria: [criterion(1, 100)], classes: falling }), ['not-rising'])
})

test('what is no number, below nought, over the most, left out or foreign: all of it said at once, each at its criterion', () => {
  const criteria = [criterion(1, 10), criterion(2, 10), criterion(3, 10), criterion(4, 10)]
  const typed = [
    { no: 1, points: typedPoints.parse('mười') },
    { no: 2, points: typedPoints.parse('-1') },
    { no: 3, points: typedPoints.parse('11') },
    { no: 4, points: typedPoints.parse(undefined) },
    { no: 9, points: typedPoints.parse('5') },
  ]
  const scores = scoredOf(typed).map((one) => ({ ...one, met: true, note: '' }))
  assert.deepEqual(
    faultsOfScores({ criteria }, scores).map(({ field, code }) => [field, code]),
    [
      ['score.4', 'missing'],
      ['score.1', 'no-number'],
      ['score.2', 'negative'],
      ['score.3', 'too-many'],
      ['score.9', 'no-such-criterion'],
    ],
  )
})
