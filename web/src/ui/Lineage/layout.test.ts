// Where the boxes of a history stand.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { box, breakLines, layoutOf } from './layout.ts'

test('three communes become one ward: two columns, the ward beside the middle', () => {
  const nodes = ['a', 'b', 'c', 'd'].map((id) => ({ id, name: `Xã ${id}` }))
  const links = ['a', 'b', 'c'].map((from) => ({ from, to: 'd' }))
  const { boxes, paths, width, height } = layoutOf(nodes, links)
  const [, b, , d] = boxes
  assert.equal(d!.x, box.width + box.gapX)
  assert.equal(d!.y, b!.y)
  assert.equal(paths.length, 3)
  assert.equal(width, 2 * box.width + box.gapX)
  assert.equal(height, 3 * box.height + 2 * box.gapY)
})

test('a circle in the data does not hang the page', () => {
  const nodes = [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ]
  const { boxes } = layoutOf(nodes, [
    { from: 'a', to: 'b' },
    { from: 'b', to: 'a' },
  ])
  assert.equal(boxes.length, 2)
})

test('long names break between words and end in an ellipsis', () => {
  assert.deepEqual(breakLines('Thị trấn Vĩnh An', 21, 2), ['Thị trấn Vĩnh An'])
  assert.deepEqual(breakLines('Thành phố Thủ Dầu Một tỉnh Bình Dương', 21, 2), [
    'Thành phố Thủ Dầu Một',
    'tỉnh Bình Dương',
  ])
  assert.equal(breakLines('một hai ba bốn năm sáu bảy tám chín mười', 12, 2).length, 2)
})
