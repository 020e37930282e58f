// Every operation can be found, told apart and read: name, address, summary, output; the printed document is committed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { committedDocument, printedDocument } from '../commands/cli/openapi.ts'
import { operations } from './operations.ts'

test('names are noun.verb and unique', () => {
  const names = operations.map(({ name }) => name)
  assert.deepEqual(
    names.filter((name) => !/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/.test(name)),
    [],
  )
  assert.deepEqual(twice(names), [])
})

test('an address leads to one operation, whatever stands in its braces', () => {
  assert.deepEqual(twice(operations.map(({ http }) => `${http.method} ${http.path.replaceAll(/\{\w+\}/g, '{}')}`)), [])
})

test('an address of words stands before the address that would take the word for an id', () => {
  const hidden = operations.filter(({ http }, at) =>
    operations
      .slice(0, at)
      .some((earlier) => earlier.http.method === http.method && takes(earlier.http.path, http.path)),
  )
  assert.deepEqual(
    hidden.map(({ name }) => name),
    [],
  )
})

function takes(pattern: string, path: string): boolean {
  return new RegExp(`^${pattern.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path)
}

test('every operation has a summary, and says field by field what it answers', () => {
  for (const { name, summary, output, http } of operations) {
    assert.ok(summary.length >= 10 && !summary.endsWith('.'), `${name}: summary`)
    assert.match(http.path, /^(\/[a-z0-9-]+|\/\{\w+\}|\/[a-z0-9-]+\.[a-z]+)+$/, `${name}: address`)
    const schema = z.toJSONSchema(output, { io: 'output', unrepresentable: 'any' })
    assert.ok(
      ['type', 'anyOf', 'oneOf', '$ref'].some((key) => key in schema),
      `${name}: answers anything`,
    )
  }
})

test('what stands in the address is asked for in the input', () => {
  for (const { name, input, http } of operations) {
    const asked = (z.toJSONSchema(input, { io: 'input', unrepresentable: 'any' }).properties ?? {}) as object
    for (const [, field] of http.path.matchAll(/\{(\w+)\}/g)) assert.ok(field! in asked, `${name}: ${field}`)
  }
})

test('core/http/openapi.json is what the operations print; otherwise: npm run -s cli -- openapi > core/http/openapi.json', () => {
  assert.ok(committedDocument() === printedDocument(), 'core/http/openapi.json is out of date')
})

function twice(texts: readonly string[]): string[] {
  return texts.filter((text, at) => texts.indexOf(text) !== at)
}
