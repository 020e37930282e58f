// What a program sends that is no address: said as such, never as a fault of the platform.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestApp } from '../testing/open-test-db.ts'
import { answerApi } from './api.ts'

const app = await openTestApp()
const asked = async (path: string, method = 'GET') => {
  const answer = await answerApi(app, new Request(`http://127.0.0.1:3000/api${path}`, { method }))
  return [answer.status, ((await answer.json()) as { code: string }).code]
}

test('an address that cannot be read leads nowhere', async () => {
  for (const path of ['/law-rules/%ff', '/programmes/%E0%A4%A/board', '/no/such/thing'])
    assert.deepEqual(await asked(path), [404, 'no-such-address'], path)
})
