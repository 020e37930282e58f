// The search: a name is sealed, everything is done with it that can be done, and then it stands nowhere but behind the seal.
import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { after, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { pino } from 'pino'
import { openApp } from '../app.ts'
import { writeBackup } from '../db/backup/write.ts'
import { openEmbedded } from '../db/embedded.ts'
import { migrate } from '../db/migrate.ts'
import { openFiles } from '../files/files.ts'
import { answerApi } from '../http/api.ts'
import { insertPerson } from '../people/person.write.store.ts'
import { actorOfPerson } from '../people/sign-in.ts'
import type { Role } from '../shared/actor.ts'
import { must } from '../shared/result.ts'
import { open, openOriginalFile } from './requests/request.look.operations.ts'
import { approve, ask } from './requests/request.operations.ts'
import { filesIn, formsOf, oneBody, places } from './nowhere.cast.ts'
import { desk, newKeys } from './seal.cast.ts'
import { rotateSealed, verifySealed } from './whole.ts'

const folder = mkdtempSync(join(tmpdir(), 'dt-'))
chmodSync(folder, 0o711) // started by root, the server is someone else and must pass through
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

/** A name as no code has it; and one that stands in clear on purpose, so that the search is known to find. */
const marker = 'Khuất Quỳnh Ẩn Danh'
const control = 'Chữ Mốc Để Thử'

test('the search finds each way of writing a name down', () => {
  const found = formsOf(marker).map((form, i) => [String(i), Buffer.concat([Buffer.from('…'), form, Buffer.from('…')])])
  assert.equal(places(marker, new Map(found as [string, Buffer][])).length, formsOf(marker).length)
  const inBase64 = [0, 1, 2].map((shift) => Buffer.from(`${'x'.repeat(shift)}${marker}, Tân An`).toString('base64'))
  assert.equal(places(marker, new Map(inBase64.map((text) => [text, Buffer.from(text)]))).length, 3)
})

test('no file of the database, its log, its journal, the backup or the log of the platform holds the name', async () => {
  const data = join(folder, 'data')
  const embedded = await openEmbedded(data)
  const logged: string[] = []
  const log = pino(
    { level: 'trace' },
    new Writable({ write: (line, _, done) => void (logged.push(String(line)), done()) }),
  )
  await migrate(embedded.url)
  const { keys, file } = await newKeys('first.key')
  const files = join(data, 'files')
  const app = openApp({ databaseUrl: embedded.url, filesFolder: files, seal: keys, log, secret: 'x'.repeat(32) })

  const bodyId = await oneBody(app)
  const make = (username: string, ...roles: Role[]) =>
    app.db.transaction().execute((tx) => {
      const held = roles.map((role) => ({ role, bodyId, validFrom: '2020-01-01' }))
      return insertPerson(tx, { username, name: control, passwordHash: 'x', roles: held, at: app.clock() })
    })
  await make('tam', 'officer')
  await make('kien', 'sealOpener')
  await make('binh', 'head')
  const [tam, kien, binh] = [
    await actorOfPerson(app, 'tam'),
    await actorOfPerson(app, 'kien'),
    await actorOfPerson(app, 'binh'),
  ]

  const long = `${marker} `.repeat(2000) // long enough to be moved out of its row, and packed if it could be
  const letters = desk({
    sender: { name: marker, address: `nhà ${marker}` },
    text: long,
    originals: [{ name: `${marker}.txt`, mediaType: 'text/plain', bytes: Buffer.from(long) }],
  })
  const take = async () => must(await letters.take.ask(app, tam, { bodyId })).handle
  const [kept, destroyed, broken] = [await take(), await take(), await take()]
  for (const handle of [kept, destroyed, broken]) must(await letters.keep.ask(app, tam, { handle }))
  const unsorted = await take()
  must(await letters.look.ask(app, tam, { handle: unsorted }))

  const opened = async (handle: string) => {
    const reason = `${control}: xác minh theo Điều 24`
    const { id } = must(await ask.ask(app, kien, { handle, reason }))
    must(await approve.ask(app, binh, { id }))
    return id
  }
  const id = await opened(kept)
  assert.equal(must(await open.ask(app, kien, { id })).sender.name, marker)
  assert.equal(must(await openOriginalFile.ask(app, kien, { id, no: 1 })).fileName, 'ban-goc-1.txt')
  // What goes wrong is logged: an answer that does not open, a database that refuses, an address with the name in it.
  await sql`update sealed_part set bytes = bytes || 'x' where item_id = (select id from sealed_item where handle = ${broken})`.execute(
    app.db,
  )
  assert.equal((await open.ask(app, kien, { id: await opened(broken) })).ok, false)
  await sql`alter table seal_look rename to seal_look_away`.execute(app.db)
  const outage = await open.ask(app, kien, { id }).catch((error: Error) => error)
  assert.ok(outage instanceof Error)
  log.error({ ...outage, message: outage.message, stack: outage.stack })
  await sql`alter table seal_look_away rename to seal_look`.execute(app.db)
  assert.equal((await answerApi(app, new Request('http://127.0.0.1/api/seal/requests'))).status, 401)
  must(await letters.destroy.ask(app, tam, { handle: destroyed }))
  const second = await newKeys('second.key')
  const rotated = await rotateSealed(app, { from: keys, to: second.keys, say: () => {} })
  assert.deepEqual(rotated, { rotated: 2, failed: 1 })
  assert.deepEqual(await verifySealed({ ...app, seal: second.keys }), { items: 3, olderKey: 0, failed: 1 })

  const backup = join(folder, 'backup.tar.gz')
  await writeBackup(embedded.url, backup, { now: app.clock(), say: () => {}, files: openFiles(files) })
  const everything = filesIn(data)
  everything.set('backup', gunzipSync(readFileSync(backup)))
  everything.set('log of the platform', Buffer.from(logged.join('')))
  await app.close()
  await embedded.stop() // with a checkpoint: what only the journal had is now in the tables too
  for (const [name, bytes] of filesIn(data)) everything.set(`${name} after the end`, bytes)

  assert.deepEqual(places(marker, everything), [])
  const found = places(control, everything)
  assert.ok(
    found.includes('backup') &&
      found.some((name) => name.includes('pg_wal')) &&
      found.some((name) => /base\/.*after the end/.test(name)),
  )
  assert.match(logged.join(''), /a sealed item does not open[\s\S]*seal_look/)
  assert.equal(statSync(file).mode & 0o777, 0o600)
  const secret = /AGE-SECRET-KEY-1\w+/.exec(readFileSync(file, 'utf8'))![0]
  assert.deepEqual(places(secret, everything), []) // nor the key that opens
})
