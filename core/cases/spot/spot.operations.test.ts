// Lan presses on a map: in the ward, just over its edge, in the next commune, on the water; and what the page draws for her.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { app, ask, done, drain, onceMark, party, refused, submitted, tanAn, ward } from '../case.cast.ts'
import { boxOf, metresToEdge, type Boundary } from '../../places/boundary.ts'
import { dotOf, frameOf, nearest, picture, pointOf, scaleOf } from './frame.ts'

const square = (west: number, south: number, size: number): Boundary => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, south],
      [west + size, south],
      [west + size, south + size],
      [west, south + size],
      [west, south],
    ],
  ],
})

async function draw(body: number, shape: Boundary): Promise<void> {
  await sql`delete from place_boundary where place_id = (select place_id from body_version where body_id = ${body})`.execute(
    app.db,
  )
  await sql`insert into place_boundary (place_id, valid_from, geometry, source)
    select place_id, '2025-07-01', ${JSON.stringify(shape)}::jsonb, 'hình giả định' from body_version where body_id = ${body}`.execute(
    app.db,
  )
}
await draw(ward, square(106.8, 10.95, 0.1))
await draw(tanAn, square(106.9, 10.95, 0.1))

const at = (lat: number, lon: number) => ({ once: onceMark(), desk: ward, ...drain, lat, lon })

test('inside, or so near the edge that a coarse boundary cannot tell, it goes in', async () => {
  for (const [lat, lon] of [
    [10.98, 106.85],
    [10.98, 106.9015], // 160 m over
    [10.9495, 106.85],
  ] as const)
    assert.ok((await ask('lan', 'submit', at(lat, lon))).ok, `${lat}, ${lon}`)
})

test('in the next commune: a sentence that names it and its desk, and all other faults with it', async () => {
  const { said } = await refused('lan', 'submit', { ...at(11.0, 106.95), text: 'Cống' })
  assert.match(said, /nằm ở Tân An.*“Ủy ban nhân dân xã Tân An”.*không nhớ địa điểm/)
  assert.match(said, /ít nhất một câu/)
  assert.ok((await ask('lan', 'submit', { ...at(11.0, 106.95), desk: tanAn })).ok)
  const { fits, other } = await done('lan', 'spot', { desk: ward, lat: 11.0, lon: 106.95 })
  assert.deepEqual([fits, other.id], [false, tanAn])
})

test('on the sea: no desk is proposed, and she may leave the place out', async () => {
  const { said } = await refused('lan', 'submit', at(8.5, 109.5))
  assert.match(said, /ngoài địa bàn.*ngoài biển.*bỏ điểm này/)
  assert.ok(await submitted({ lat: null, lon: null }))
  assert.equal((await done('lan', 'spot', { desk: ward, lat: 8.5, lon: 109.5 })).other, null)
})

test('a place whose boundary nobody knows takes any point', async () => {
  await sql`delete from place_boundary where place_id = (select place_id from body_version where body_id = ${tanAn})`.execute(
    app.db,
  )
  assert.ok((await ask('lan', 'submit', { ...at(8.5, 109.5), desk: tanAn })).ok)
  assert.equal((await done('lan', 'map', { desk: tanAn })).map, null)
  await draw(tanAn, square(106.9, 10.95, 0.1))
})

test('the map has the outline and the neighbours that are seen; a body that receives nobody has none', async () => {
  const { map } = await done('lan', 'map', { desk: ward })
  assert.deepEqual([map.name, map.source], ['Phường Tân Triều', 'hình giả định'])
  assert.ok(map.neighbours.some(({ name }: { name: string }) => name === 'Tân An'))
  assert.equal((await ask('lan', 'map', { desk: 99_999 })).ok, false)
  assert.ok((await done('lan', 'map', { desk: party })).map) // the Party committee sits in the same ward
  for (const bad of [{ desk: 'x' }, { desk: ward, lat: 'bắc', lon: 1 }, { desk: ward, lat: 91, lon: 1 }])
    assert.equal((await ask('lan', 'spot', bad)).ok, false)
})

test('a dot of the picture is a place and the place is that dot, at every step of nearness', () => {
  const box = boxOf(square(106.8, 10.95, 0.1))
  const inside = fc.record({
    x: fc.integer({ min: 0, max: picture.width }),
    y: fc.integer({ min: 0, max: picture.height }),
    zoom: fc.integer({ min: 0, max: nearest }),
  })
  fc.assert(
    fc.property(inside, ({ x, y, zoom }) => {
      const frame = frameOf(box, { zoom, lat: 11.0, lon: 106.85 })
      const [backX, backY] = dotOf(frame, pointOf(frame, x, y))
      const slip = zoom === nearest ? 3 : 1 // a millionth of a degree is three dots when nearest
      return Math.abs(backX - x) <= slip && Math.abs(backY - y) <= slip
    }),
  )
})

test('the whole commune is seen at first; each step is four times nearer; the scale is a round length', () => {
  const box = boxOf(square(106.8, 10.95, 0.1))
  const whole = frameOf(box, null)
  for (const corner of [
    { lat: box.south, lon: box.west },
    { lat: box.north, lon: box.east },
  ]) {
    const [x, y] = dotOf(whole, corner)
    assert.ok(x >= 7 && x <= picture.width - 7 && y >= 7 && y <= picture.height - 7, `${x} ${y}`)
  }
  const nearer = frameOf(box, { zoom: 1, lat: 11, lon: 106.85 })
  assert.ok(Math.abs(whole.perY / nearer.perY - 4) < 1e-9)
  assert.deepEqual(scaleOf(whole), { metres: 2000, dots: 51 })
})

test('metres to the edge, from inside and from outside', () => {
  const shape = square(106.8, 10.95, 0.1)
  assert.ok(Math.abs(metresToEdge(shape, { lat: 11.0, lon: 106.801 }) - 109.3) < 1)
  assert.ok(Math.abs(metresToEdge(shape, { lat: 10.94, lon: 106.85 }) - 1113) < 1)
})
