// Addresses as people mangle them.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedDay, askedId, askedPage } from './asked.ts'

const at = (query: string) => new URL(`http://localhost/dia-ban?${query}`)

test('a day is read as typed in a form and as written by our links', () => {
  assert.equal(askedDay(at('ngay=30/06/2025')).day, '2025-06-30')
  assert.equal(askedDay(at('ngay=2025-06-30')).day, '2025-06-30')
  assert.deepEqual(askedDay(at('')), { day: undefined, typed: '', faulty: false })
  assert.deepEqual(askedDay(at('ngay=31/06/2025')), { day: undefined, typed: '31/06/2025', faulty: true })
})

test('nonsense for an id or a page harms nothing', () => {
  assert.deepEqual(['12', '0', '-1', 'abc', '1e9', null].map(askedId), ['12', ...Array(5).fill('999999999')])
  assert.deepEqual(
    ['trang=3', 'trang=0', 'trang=x', ''].map((query) => askedPage(at(query))),
    [3, 1, 1, 1],
  )
})
