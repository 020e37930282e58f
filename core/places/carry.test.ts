// Following places through acts, and showing their figures on a later day: nothing invented, nothing dropped.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { carryFigures } from './carry.figures.ts'
import { followFlows, totalsOf, type Flow } from './carry.ts'
import { apportion, isOne, parseShare } from './share.ts'
import type { Id } from '../shared/id.ts'

type PlaceId = Id<'place'>
const at = (n: number) => n as PlaceId

function flow(from: number, to: number | null, share: string | null = '1', onDate = '2025-07-01'): Flow {
  const kind = to === null ? 'dissolved' : share === '1' ? 'merged' : 'split'
  return { from: at(from), to: to === null ? null : at(to), onDate, kind, share }
}

test('a place nothing happened to is carried whole, as itself', () => {
  assert.deepEqual(followFlows([])(at(1)), { kind: 'whole', to: 1 })
})

test('merged twice in a row it is still whole', () => {
  const fateOf = followFlows([flow(1, 2, '1', '2024-11-01'), flow(2, 3)])
  assert.deepEqual(fateOf(at(1)), { kind: 'whole', to: 3 })
})

test('divided without shares it cannot be compared, and says which places it touches', () => {
  const fateOf = followFlows([flow(1, 2, null), flow(1, 3, null)])
  assert.deepEqual(fateOf(at(1)), { kind: 'notComparable', touches: [2, 3] })
})

test('divided and united again it is whole, whatever the shares were', () => {
  const fateOf = followFlows([
    flow(1, 2, null),
    flow(1, 3, null),
    flow(2, 4, '1', '2026-07-01'),
    flow(3, 4, '1', '2026-07-01'),
  ])
  assert.deepEqual(fateOf(at(1)), { kind: 'whole', to: 4 })
})

test('with every share known it is carried in parts; one share missing, or not adding up, and it is not', () => {
  assert.equal(followFlows([flow(1, 2, '0.4'), flow(1, 3, '0.6')])(at(1)).kind, 'inParts')
  assert.equal(followFlows([flow(1, 2, '0.4'), flow(1, 3, null)])(at(1)).kind, 'notComparable')
  assert.equal(followFlows([flow(1, 2, '0.4'), flow(1, 3, '0.5')])(at(1)).kind, 'notComparable')
  assert.equal(followFlows([flow(1, 2, '0.4')])(at(1)).kind, 'notComparable')
})

test('dissolved without a successor it is lost; dissolved in part it cannot be compared', () => {
  assert.deepEqual(followFlows([flow(1, null)])(at(1)), { kind: 'lost' })
  const later = [flow(1, 2, '0.5'), flow(1, 3, '0.5'), flow(3, null, '1', '2026-07-01')]
  assert.equal(followFlows(later)(at(1)).kind, 'notComparable')
})

test('three thirds are one, and seven persons divided by them are seven', () => {
  const thirds = ['0.333', '0.333', '0.333'].map(parseShare)
  assert.equal(isOne(thirds), true)
  assert.deepEqual(apportion(7, thirds), [3, 2, 2])
})

/** Three generations: each place of one goes whole or in parts, with or without shares, into the next, or ends. */
const history = fc
  .array(
    fc.record({
      to: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { maxLength: 3 }),
      weights: fc.option(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 })),
    }),
    { minLength: 16, maxLength: 16 },
  )
  .map((choices) => choices.flatMap(({ to, weights }, n) => flowsOf(n < 8 ? n : 100 + n - 8, to, weights)))

function flowsOf(from: number, to: number[], weights: number[] | null): Flow[] {
  const [base, onDate] = from < 100 ? [100, '2024-11-01'] : [200, '2025-07-01']
  if (to.length === 0) return [flow(from, null, '1', onDate)]
  if (to.length === 1) return [flow(from, base + to[0]!, '1', onDate)]
  const tenths = weights && to.map((_, i) => (i < to.length - 1 ? Math.min(weights[i]!, 4) : 0))
  if (tenths) tenths[to.length - 1] = 10 - tenths.reduce((sum, tenth) => sum + tenth, 0)
  return to.map((target, i) => flow(from, base + target, tenths ? `0.${tenths[i]}` : null, onDate))
}

test('sums, not comparable and lost are together exactly what came in', () => {
  const values = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 8, maxLength: 8 })
  fc.assert(
    fc.property(history, values, (flows, given) => {
      const fateOf = followFlows(flows)
      const carried = carryFigures(new Map(given.map((value, n) => [at(n), value])), fateOf)
      const sums = [...carried.sums.values()]
      const rest = [...carried.notComparable, ...carried.lost]
      const out = [...sums, ...rest].reduce((total, { value }) => total + value, 0)
      assert.equal(
        out,
        given.reduce((total, value) => total + value, 0),
      )
      assert.ok(sums.every((sum) => Number.isInteger(sum.value) && sum.inParts <= sum.value))
      const touched = new Set(carried.notComparable.flatMap((place) => place.touches))
      for (const [place, sum] of carried.sums) assert.equal(sum.complete, !touched.has(place))
      const totals = totalsOf(given.map((_, n) => fateOf(at(n))))
      assert.equal(totals.carriedWhole + totals.carriedInParts + totals.notComparable + totals.lost, given.length)
      assert.equal(totals.notComparable, carried.notComparable.length)
    }),
  )
})

test('apportioning conserves the number and stays within one of the exact share', () => {
  const shares = fc.array(fc.integer({ min: 1, max: 999 }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), shares, (value, thousandths) => {
      const parts = apportion(
        value,
        thousandths.map((t) => parseShare(`0.${String(t).padStart(3, '0')}`)),
      )
      const all = thousandths.reduce((sum, t) => sum + t, 0)
      assert.equal(
        parts.reduce((sum, part) => sum + part, 0),
        value,
      )
      for (const [i, part] of parts.entries()) assert.ok(Math.abs(part - (value * thousandths[i]!) / all) <= 1)
    }),
  )
})
