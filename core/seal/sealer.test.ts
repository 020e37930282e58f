// Large and small are sealed alike: whoever holds the key opens both; many at once each get their own.
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { largeBytes, sealBeside } from './sealer.ts'
import { newKeys } from './seal.cast.ts'

const { keys, publicOnly } = await newKeys('sealer.key')

test('on both sides of the size from which on it is sealed beside', async () => {
  for (const size of [0, 1, largeBytes - 1, largeBytes, 3_000_001]) {
    const plain = randomBytes(size)
    const before = Buffer.from(plain)
    const sealed = await publicOnly.seal(plain)
    assert.deepEqual(plain, before, 'what was given is not touched')
    assert.equal(Buffer.compare(Buffer.from(await keys.open!(sealed)), plain), 0, String(size))
  }
})

test('twenty at once come back each to its own', async () => {
  const plains = Array.from({ length: 20 }, (_, i) => Buffer.alloc(largeBytes + i, i))
  const sealed = await Promise.all(plains.map((plain) => publicOnly.seal(plain)))
  for (const [i, one] of sealed.entries())
    assert.equal(Buffer.compare(Buffer.from(await keys.open!(one)), plains[i]!), 0)
})

test('a key that is none: refused without a piece of the text, and the thread goes on', async () => {
  const secret = Buffer.alloc(largeBytes, 'ông Giả Định')
  await assert.rejects(sealBeside('age1khoahong', secret), (error: Error) => !error.message.includes('Giả'))
  const plain = randomBytes(largeBytes)
  assert.equal(Buffer.compare(Buffer.from(await keys.open!(await publicOnly.seal(plain))), plain), 0)
})
