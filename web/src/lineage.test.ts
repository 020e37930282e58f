// The picture of xã Trị An: three came together, then it became a ward.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lineageOf, type Drawing, type Past } from './lineage.ts'

const drawing: Drawing = {
  href: (id, day) => `/${id}?ngay=${day}`,
  note: ({ validFrom, validTo }) => [validFrom, validTo].join('–'),
  gone: 'kết thúc',
}
const merged = { onDate: '2025-07-01', text: 'nhập' }
const triAn: Past = {
  id: 1,
  on: '2026-05-01',
  versions: [
    { name: 'Xã Trị An', validFrom: '2025-07-01', validTo: '2025-12-31' },
    { name: 'Xã Trị An', validFrom: '2026-01-01', validTo: '2026-04-29' },
    { name: 'Phường Trị An', validFrom: '2026-04-30', validTo: null },
  ],
  before: [
    { id: 1, name: 'Xã Trị An', onDate: '2026-04-30', text: 'đổi loại' },
    { id: 7, name: 'Thị trấn Vĩnh An', ...merged },
    { id: 8, name: 'Xã Mã Đà', ...merged },
  ],
  after: [{ id: 1, name: 'Phường Trị An', onDate: '2026-04-30', text: 'đổi loại' }],
}

test('what it came from, its names, and the one that is looked at', () => {
  const { nodes, links } = lineageOf(triAn, drawing)
  assert.deepEqual(
    nodes.map(({ id, name, here, href }) => [id, name, here ?? false, href]),
    [
      ['from-7', 'Thị trấn Vĩnh An', false, '/7?ngay=2025-06-30'],
      ['from-8', 'Xã Mã Đà', false, '/8?ngay=2025-06-30'],
      ['own-0', 'Xã Trị An', false, '/1?ngay=2026-04-29'],
      ['own-1', 'Phường Trị An', true, undefined],
    ],
  )
  assert.deepEqual(links, [
    { from: 'from-7', to: 'own-0', text: 'nhập' },
    { from: 'from-8', to: 'own-0', text: 'nhập' },
    { from: 'own-0', to: 'own-1', text: 'đổi loại' },
  ])
})

test('a district ends without a successor; two changes of one day are one link', () => {
  const ended = { id: null, name: null, onDate: '2025-07-01', text: 'kết thúc' }
  const versions = [{ name: 'Huyện Vĩnh Cửu', validFrom: null, validTo: '2025-06-30' }]
  const { nodes, links } = lineageOf({ id: 2, on: '2023-06-30', versions, before: [], after: [ended] }, drawing)
  assert.deepEqual([nodes.length, nodes[1]!.name, links[0]!.from, links[0]!.to], [2, 'kết thúc', 'own-0', 'to-none'])
  const renamed = { id: 3, name: 'Tỉnh Thừa Thiên Huế', onDate: '2025-01-01' }
  const hue = lineageOf(
    {
      ...{ id: 3, on: '2026-01-01', after: [] },
      versions: [
        { name: 'Tỉnh Thừa Thiên Huế', validFrom: null, validTo: '2024-12-31' },
        { name: 'Thành phố Huế', validFrom: '2025-01-01', validTo: null },
      ],
      before: [
        { ...renamed, text: 'đổi tên' },
        { ...renamed, text: 'đổi loại' },
      ],
    },
    drawing,
  )
  assert.deepEqual(
    hue.links.map((link) => link.text),
    ['đổi tên; đổi loại'],
  )
})
