// There and back are two bows, and an arrow ends at the circle, not under it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { wayOf } from './way.ts'

const numbers = (d: string) => d.match(/-?[\d.]+/g)!.map(Number)

test('the end lies on the edge of the circle', () => {
  const [, , , , x, y] = numbers(wayOf([0, 0], [100, 0], 12))
  assert.ok(Math.abs(Math.hypot(100 - x!, y!) - 14) < 0.2)
})

test('there and back bend to different sides; a way to the same spot draws nothing wild', () => {
  const [, , , there] = numbers(wayOf([0, 0], [100, 0], 12))
  const [, , , back] = numbers(wayOf([100, 0], [0, 0], 12))
  assert.equal(Math.sign(there!), -Math.sign(back!))
  assert.ok(numbers(wayOf([5, 5], [5, 5], 12)).every(Number.isFinite))
})
