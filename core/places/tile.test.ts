// Which pictures lie under a commune, and that only pictures of the folder go out.
import assert from 'node:assert/strict'
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { openTestApp } from '../testing/open-test-db.ts'
import { tile } from './tile.operations.ts'
import { tilesOver } from './tile.ts'

const commune = { west: 106.78, east: 106.86, south: 10.95, north: 11.03 }
const anybody = { kind: 'anonymous', network: null } as const

test('two to five pictures across, side by side without gaps, and the ground lies within them', () => {
  const tiles = tilesOver(commune)
  const columns = new Set(tiles.map(({ x }) => x))
  assert.ok(columns.size >= 2 && columns.size <= 5, String(columns.size))
  assert.ok(Math.min(...tiles.map(({ west }) => west)) <= commune.west)
  assert.ok(Math.max(...tiles.map(({ east }) => east)) >= commune.east)
  assert.ok(Math.max(...tiles.map(({ north }) => north)) >= commune.north)
  assert.ok(Math.min(...tiles.map(({ south }) => south)) <= commune.south)
  for (const one of tiles) {
    const next = tiles.find(({ x, y }) => x === one.x + 1 && y === one.y)
    if (next) assert.ok(Math.abs(next.west - one.east) < 1e-9)
  }
})

test('known corners: the first picture is the whole world, and Hà Nội lies where every map of the web has it', () => {
  assert.deepEqual(
    tilesOver({ west: -180, east: 179, south: -80, north: 80 }).filter(({ x, y }) => x + y === 0)[0]?.west,
    -180,
  )
  const hanoi = { west: 105.85, east: 105.86, south: 21.02, north: 21.03 }
  const found = tilesOver(hanoi).map(({ z, x, y }) => `${z}/${x}/${y}`)
  assert.ok(
    found.some((one) => /^16\/520\d\d\/28\d\d\d$/.test(one)),
    found.join(' '),
  )
})

test('a picture of the folder goes out as what it is; none, a text in its place and a place off the world are not there', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'tiles-'))
  await mkdir(join(folder, '3/6'), { recursive: true })
  const png = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  )
  await writeFile(join(folder, '3/6/3.png'), png)
  await writeFile(join(folder, '3/6/4.png'), '<script>alert(1)</script>')
  const app = { ...(await openTestApp()), tiles: { folder, credit: 'Nguồn giả định' } }
  const asked = async (z: number, x: number, y: number) => tile.ask(app, anybody, { z, x, y })
  const found = await asked(3, 6, 3)
  assert.ok(found.ok && found.value.mediaType === 'image/png' && found.value.content.length === png.length)
  for (const [z, x, y] of [
    [3, 6, 4],
    [3, 6, 2],
    [3, 9, 1],
    [0, 0, 0],
  ] as const)
    assert.equal((await asked(z, x, y)).ok, false)
  assert.equal((await tile.ask({ ...app, tiles: null }, anybody, { z: 3, x: 6, y: 3 })).ok, false)
})
