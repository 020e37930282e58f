// Exact comparison and honest rounding.
import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { comparePercent, holds, missingToReach, percentText } from './fraction.ts'

test('exactly 80,0 % does not pass “trên 80 %”, exactly 45,0 % passes “từ 45 %”', () => {
  assert.equal(holds(comparePercent({ numerator: 66100, denominator: 82625 }, '80'), '>'), false)
  assert.equal(missingToReach({ numerator: 66100, denominator: 82625 }, '>', '80'), 1)
  assert.equal(holds(comparePercent({ numerator: 12726, denominator: 28280 }, '45'), '>='), true)
})

test('more digits show where rounding would hide the verdict', () => {
  assert.equal(percentText({ numerator: 1927, denominator: 9643 }, '20'), '19.98')
  assert.equal(percentText({ numerator: 7996, denominator: 10000 }, '80'), '79.96')
  assert.equal(percentText({ numerator: 75010, denominator: 88335 }, '80'), '84.9')
  assert.equal(percentText({ numerator: 4, denominator: 5 }, '80'), '80.0')
  assert.equal(percentText({ numerator: 0, denominator: 0 }, '80'), null)
})

test('a threshold with decimals is compared without floating point', () => {
  assert.equal(comparePercent({ numerator: 455, denominator: 1000 }, '45.5'), 0)
  assert.equal(comparePercent({ numerator: 1, denominator: 3 }, '33.3'), 1)
})

test('the written percentage stands where the fraction stands, whatever the counts', () => {
  const counts = fc.tuple(fc.nat(5_000_000), fc.integer({ min: 1, max: 5_000_000 }))
  fc.assert(
    fc.property(counts, fc.constantFrom('20', '45', '80', '99.5', '100'), ([numerator, denominator], threshold) => {
      const text = percentText({ numerator, denominator }, threshold)!
      const written = Math.sign(Number(text) - Number(threshold))
      assert.equal(written, comparePercent({ numerator, denominator }, threshold))
    }),
  )
})

test('adding what is missing reaches the target, one less does not', () => {
  const counts = fc.tuple(fc.nat(100_000), fc.integer({ min: 1, max: 100_000 }))
  fc.assert(
    fc.property(counts, fc.constantFrom<'>' | '>='>('>', '>='), ([numerator, denominator], comparator) => {
      const missing = missingToReach({ numerator, denominator }, comparator, '80')!
      const at = (n: number) => holds(comparePercent({ numerator: n, denominator }, '80'), comparator)
      assert.equal(at(numerator + missing), true)
      if (missing > 0) assert.equal(at(numerator + missing - 1), false)
    }),
  )
})
