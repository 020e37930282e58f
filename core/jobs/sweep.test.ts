// What a row names stays; what nobody names goes after a day; what is kept again in between stays.
import assert from 'node:assert/strict'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openTestApp } from '../testing/open-test-db.ts'
import { sweepFolders } from './sweep.ts'

const app = await openTestApp('empty', { now: '2026-07-06T09:00:00+07:00' })
const files = app.files!
const keep = (text: string) => files.keep([Buffer.from(text)])
const old = async (sha256: string) => {
  const then = new Date('2026-07-01T00:00:00Z')
  await utimes(join(files.folder, sha256.slice(0, 2), sha256), then, then)
}
const isThere = async (sha256: string) => (await files.size(sha256)) !== null

test('named by a row: stays; named by none: goes, but not within a day', async () => {
  const [named, orphan, fresh] = [await keep('văn bản có số'), await keep('phần còn lại'), await keep('mới')]
  for (const sha256 of [named, orphan]) await old(sha256)
  await utimes(join(files.folder, fresh.slice(0, 2), fresh), app.clock(), app.clock())
  await sql`insert into kept_file (sha256, media_type, bytes, kept_at)
    values (${named}, 'text/plain', 13, ${app.clock()})`.execute(app.db)
  assert.deepEqual(await sweepFolders(app), { swept: 1 })
  assert.deepEqual([await isThere(named), await isThere(orphan), await isThere(fresh)], [true, false, true])
  assert.deepEqual(await sweepFolders(app), { swept: 0 })
})

test('kept again while it is swept: the new one stays', async () => {
  const again = await keep('gửi lại đúng ảnh cũ')
  await old(again)
  const before = new Date('2026-07-05T00:00:00Z')
  await keep('gửi lại đúng ảnh cũ')
  assert.equal(await files.drop(again, before), false)
  assert.ok(await isThere(again))
  assert.equal(await files.drop('0'.repeat(64), before), false)
})
