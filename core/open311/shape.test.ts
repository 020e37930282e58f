// Pure parts of GeoReport: points in boundaries, times with a zone, spans of 90 days, XML that any reader takes.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { holds, type Boundary } from '../places/boundary.ts'
import { dueZoned, readTime, spanOf, zoned } from './time.ts'
import { xmlOf } from './xml.ts'

type Corner = [number, number]
const square = (from: number, to: number): Corner[] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
]

test('a point inside, in a hole, outside, and in the second part of a place of islands', () => {
  const ring: Boundary = { type: 'Polygon', coordinates: [square(0, 10), square(4, 6)] }
  assert.deepEqual(
    [1, 5, 11].map((at) => holds(ring, { lat: at, lon: at })),
    [true, false, false],
  )
  const islands: Boundary = { type: 'MultiPolygon', coordinates: [[square(0, 1)], [square(8, 9).toReversed()]] }
  assert.deepEqual(
    [0.5, 5, 8.5].map((at) => holds(islands, { lat: at, lon: at })),
    [true, false, true],
  )
  assert.equal(holds({ type: 'Polygon', coordinates: [] }, { lat: 0, lon: 0 }), false)
})

test('times are written with their zone and read with any, also with a plus sign lost on the way', () => {
  const at = new Date('2026-07-06T02:00:00Z')
  assert.equal(zoned(at), '2026-07-06T09:00:00+07:00')
  for (const said of [
    '2026-07-06T02:00:00Z',
    '2026-07-06T09:00:00+07:00',
    '2026-07-06T09:00:00 07:00',
    '2026-07-06T09:00',
    '2026-07-05T18:00:00.5-08:00',
  ])
    assert.equal(readTime(said)?.getTime(), at.getTime(), said)
  for (const said of [
    '',
    'hôm qua',
    '06/07/2026',
    '2026-02-29',
    '2026-13-01T00:00:00Z',
    '2026-07-06T25:00:00Z',
    '2026-04-31',
  ])
    assert.equal(readTime(said), null, said)
  assert.equal(dueZoned('2026-07-16'), '2026-07-16T23:59:59+07:00')
  assert.equal(dueZoned('2026-07-06T15:00'), '2026-07-06T15:00:00+07:00')
})

test('a span is 90 days at most, and never ends before it begins', () => {
  const now = new Date('2026-07-06T00:00:00Z')
  const day = 86_400_000
  const some = fc.option(fc.date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), {
    nil: undefined,
  })
  fc.assert(
    fc.property(some, some, (from, to) => {
      const span = spanOf({ from, to }, now)
      if (span === null) return from !== undefined && to !== undefined && from > to
      const days = (span.to.getTime() - span.from.getTime()) / day
      return days >= 0 && days <= 90 && (to === undefined || span.to.getTime() === to.getTime())
    }),
  )
})

test('whatever text comes, the XML is read back as it was, but for what XML cannot say', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const root = new DOMParser().parseFromString(
        xmlOf('a', { b: text, c: [1, null], d: undefined }),
        'text/xml',
      ).documentElement!
      const told = text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
      assert.equal(root.getElementsByTagName('b').item(0)?.textContent ?? '', told)
      assert.equal(root.getElementsByTagName('item').length, 2)
    }),
    { examples: [['một\r\nhai\u0085ba\u2028bốn\r']] },
  )
})
