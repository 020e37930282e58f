// The page of the API tells every operation, and its examples can be typed as they are.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { operations } from '@dong-thuan/core/http/operations.ts'
import { apiGroups } from './api-page.ts'

const groups = apiGroups(operations, 'http://127.0.0.1:3000')
const find = (name: string) => groups.flatMap((group) => group.operations).find((each) => each.name === name)!

test('every operation is there once, under its noun', () => {
  assert.deepEqual(
    groups.flatMap((group) => group.operations.map(({ name }) => name)).toSorted(),
    operations.map(({ name }) => name).toSorted(),
  )
})

test('a question is an address; a change is a body with what is required, and a token', () => {
  assert.equal(find('places.search').curl, "curl 'http://127.0.0.1:3000/api/places/search?q=dong+ha'")
  const { curl, fields } = find('bodies.rename')
  assert.match(curl, /^curl \\\n {2}-X POST \\\n {2}-H 'authorization: Bearer …'/)
  assert.match(curl, /-d '\{"expectedVersion":1,"on":"2026-01-15","name":"…"\}'/)
  assert.ok(curl.endsWith("'http://127.0.0.1:3000/api/bodies/1/rename'"))
  assert.deepEqual(
    fields.filter(({ required }) => required).map(({ name, place }) => [name, place]),
    [
      ['id', 'path'],
      ['expectedVersion', 'body'],
      ['on', 'body'],
      ['name', 'body'],
    ],
  )
})

test('no address is left with a brace', () => {
  const left = groups.flatMap((group) => group.operations).filter(({ curl }) => /\/\{\w+\}/.test(curl))
  assert.deepEqual(left, [])
})
