// No connection to the database is said as what it is: 503, nothing saved, try again; a bug stays a bug.
import assert from 'node:assert/strict'
import test from 'node:test'
import { sql } from 'kysely'
import { openApp } from '../app.ts'
import { isNoConnection } from '../shared/outage.ts'
import { openTestDatabase } from '../testing/open-test-db.ts'
import { answerApi } from './api.ts'

const asked = (language = 'vi') =>
  new Request('http://127.0.0.1/api/places/children', { headers: { 'accept-language': language } })

test('every connection busy: the visitor waits a moment, then reads why and when to try again', async (t) => {
  const database = await openTestDatabase('empty', t)
  const app = openApp({ databaseUrl: database.url, poolSize: 1, connectionWait: 150 })
  database.beforeDrop(app.close)
  await app.db.transaction().execute(async (tx) => {
    await sql`select 1`.execute(tx)
    const answer = await answerApi(app, asked())
    assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '15'])
    assert.match(answer.headers.get('content-type')!, /^application\/problem\+json/)
    const { type, detail } = (await answer.json()) as { type: string; detail: string }
    assert.equal(type, 'urn:dong-thuan:problem:no-connection')
    assert.match(detail, /quá nhiều người cùng dùng.*chưa được lưu/)
    assert.match(((await (await answerApi(app, asked('en'))).json()) as { detail: string }).detail, /was not saved/)
  })
  assert.equal((await answerApi(app, asked())).status, 200)
})

test('no server there: the same; a database without tables is a fault, not a busy hour', async (t) => {
  const gone = openApp({ databaseUrl: 'postgres://nobody@127.0.0.1:9/nothing', connectionWait: 500 })
  t.after(gone.close)
  assert.equal((await answerApi(gone, asked())).status, 503)
  const blank = await openTestDatabase('blank', t)
  const app = openApp({ databaseUrl: blank.url })
  blank.beforeDrop(app.close)
  const answer = await answerApi(app, asked())
  assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], [500, 'outage'])
})

test('a connection lost in the middle of work is no such outage: something may have been saved', () => {
  assert.equal(isNoConnection(new Error('Connection terminated unexpectedly')), false)
  assert.equal(
    isNoConnection(Object.assign(new Error('read ETIMEDOUT'), { code: 'ETIMEDOUT', syscall: 'read' })),
    false,
  )
  assert.equal(isNoConnection(Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' })), false)
  assert.equal(isNoConnection(Object.assign(new Error('sorry, too many clients'), { code: '53300' })), true)
})
