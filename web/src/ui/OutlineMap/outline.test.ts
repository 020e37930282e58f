// An outline fills its frame whichever way its rings are wound.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dotsIn, drawnIn, outlinesOf } from './outline.ts'

const ring: [number, number][] = [
  [107.0, 11.0],
  [107.2, 11.0],
  [107.2, 11.2],
  [107.0, 11.2],
  [107.0, 11.0],
]
const frame = { width: 320, height: 320, margin: 10 }

test('both windings draw the same square inside the frame', () => {
  for (const coordinates of [[ring], [ring.toReversed()]]) {
    const [d] = outlinesOf([{ type: 'Polygon', coordinates }], frame)
    const numbers = d!.match(/[\d.]+/g)!.map(Number)
    assert.equal(numbers.length, 8, d)
    assert.ok(Math.min(...numbers) >= 9.9 && Math.max(...numbers) <= 310.1, d)
  }
})

test('dots lie where they are within the outline; one outside stands at the edge', () => {
  const dots = [
    { lat: 11.1, lon: 107.1 },
    { lat: 11.1, lon: 120 },
  ]
  const { points } = dotsIn({ type: 'Polygon', coordinates: [ring] }, dots, frame)
  assert.ok(Math.abs(points[0]![0] - 160) < 1 && Math.abs(points[0]![1] - 160) < 1, String(points[0]))
  assert.equal(points[1]![0], 310)
})

test('points nobody could tell apart are left out, and the shape and its middle stay', () => {
  const many = Array.from({ length: 401 }, (_, at): [number, number] => [107 + (0.2 * at) / 400, 11])
  const coordinates = [
    [...many, [107.2, 11.2] as [number, number], [107, 11.2] as [number, number], [107, 11] as [number, number]],
  ]
  const [whole] = drawnIn([{ type: 'Polygon', coordinates }], frame)
  const [thin] = drawnIn([{ type: 'Polygon', coordinates }], { ...frame, apart: 20 })
  const corners = (d: string) => d.match(/[ML]/g)!.length
  assert.ok(corners(whole!.d) > 300 && corners(thin!.d) < 25, `${corners(whole!.d)} ${corners(thin!.d)}`)
  assert.deepEqual(thin!.centre, whole!.centre)
})
