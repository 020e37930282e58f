// Both languages have the same keys, and no word is empty.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { en } from './en.ts'
import { vi } from './vi.ts'

function keysOf(words: object, path = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    value && typeof value === 'object' ? keysOf(value, `${path}${key}.`) : [`${path}${key}:${typeof value}`],
  )
}

function textsOf(words: object): string[] {
  return Object.values(words).flatMap((value) =>
    typeof value === 'string' ? [value] : value && typeof value === 'object' ? textsOf(value) : [],
  )
}

test('Vietnamese and English have the same keys', () => {
  assert.deepEqual(keysOf(en).sort(), keysOf(vi).sort())
})

test('no word is empty or has stray spaces', () => {
  for (const text of [...textsOf(vi), ...textsOf(en)]) assert.equal(text, text.trim() || 'empty')
})
