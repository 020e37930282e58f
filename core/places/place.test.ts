// Words of territory: names in a sentence, keys for searching, days a version answers for.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { exactKey, inForce, keysOf, nameInSentence, restsOnEarlyList } from './place.ts'

test('inside a sentence the type word is small, except before a number', () => {
  assert.equal(nameInSentence('Xã Tân An'), 'xã Tân An')
  assert.equal(nameInSentence('Thị trấn Vĩnh An'), 'thị trấn Vĩnh An')
  assert.equal(nameInSentence('Đặc khu Phú Quý'), 'đặc khu Phú Quý')
  assert.equal(nameInSentence('Thành phố Huế'), 'thành phố Huế')
  assert.equal(nameInSentence('Phường 1'), 'Phường 1')
  assert.equal(nameInSentence('Quận 12'), 'Quận 12')
  assert.equal(nameInSentence('Xãng'), 'Xãng')
})

test('the tone may stand on either vowel, but it is not forgotten', () => {
  assert.equal(exactKey('Hoà Bình'), exactKey('Hòa  Bình'))
  assert.equal(exactKey('Thuỷ'), exactKey('Thủy'))
  assert.notEqual(exactKey('Hòa'), exactKey('Hoa'))
  assert.notEqual(exactKey('Đông'), exactKey('Đồng'))
  assert.notEqual(exactKey('Đông'), exactKey('Dông'))
})

test('another spelling is found too, without repeating one that is the same without diacritics', () => {
  assert.equal(keysOf('Tỉnh Thanh Hóa', 'Thanh Hoá').search_key, 'tinh thanh hoa')
  assert.equal(keysOf('Xã Tà Xi Láng', 'Tà Si Láng').search_key, 'xa ta xi lang / ta si lang')
})

test('a version answers from its first to its last day, and before when the start is not recorded', () => {
  const recorded = { validFrom: '2024-11-01', validTo: '2025-06-30', source: 'listOfEarly2025' } as const
  assert.equal(inForce(recorded, '2024-10-31'), false)
  assert.equal(inForce(recorded, '2024-11-01'), true)
  assert.equal(inForce(recorded, '2025-06-30'), true)
  assert.equal(inForce(recorded, '2025-07-01'), false)
  assert.equal(inForce({ validFrom: null, validTo: null }, '1999-01-01'), true)
  assert.equal(restsOnEarlyList(recorded), false)
  assert.equal(restsOnEarlyList({ ...recorded, validFrom: null }), true)
  assert.equal(restsOnEarlyList({ validFrom: null, source: 'act' }), false)
})
