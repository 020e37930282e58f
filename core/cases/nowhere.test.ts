// The search over a denunciation: everything is done with it that can be done, and its sender's name stands nowhere in clear.
import assert from 'node:assert/strict'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
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
import { loadLaws } from '../law/law.load.ts'
import { insertPerson } from '../people/person.write.store.ts'
import { actorOfPerson } from '../people/sign-in.ts'
import { filesIn, oneBody, places } from '../seal/nowhere.cast.ts'
import { newKeys } from '../seal/seal.cast.ts'
import { anonymous, type Actor, type Role } from '../shared/actor.ts'
import type { Id } from '../shared/id.ts'
import { must, type Result } from '../shared/result.ts'
import { caseOperations } from './index.operations.ts'

const folder = mkdtempSync(join(tmpdir(), 'dt-'))
chmodSync(folder, 0o711) // started by root, the server is someone else and must pass through
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const marker = 'Khuất Quỳnh Ẩn Danh'
/** Stands in clear on purpose, so that the search is known to find. */
const control = 'Chữ Mốc Để Thử'

test('from the envelope to the conclusion sent, no file of the platform holds the denouncer’s name', async () => {
  const data = join(folder, 'data')
  const embedded = await openEmbedded(data)
  const logged: string[] = []
  const lines = new Writable({ write: (line, _, done) => void (logged.push(String(line)), done()) })
  await migrate(embedded.url)
  const { keys } = await newKeys('nowhere.key')
  const files = join(data, 'files')
  const log = pino({ level: 'trace' }, lines)
  const app = openApp({ databaseUrl: embedded.url, filesFolder: files, seal: keys, log, secret: 'x'.repeat(32) })
  app.clock = () => new Date('2026-07-06T09:00:00+07:00')
  await loadLaws(app)
  const ward = await oneBody(app)
  await asDesk(app, ward)
  const make = (username: string, ...roles: Role[]) =>
    app.db.transaction().execute((tx) => {
      const held = roles.map((role) => ({ role, bodyId: ward, validFrom: '2020-01-01' }))
      return insertPerson(tx, { username, name: username, passwordHash: 'x', roles: held, at: app.clock() })
    })
  await make('tam', 'receiver')
  await make('minh', 'head', 'handler')
  const actors: Record<string, Actor> = {
    tam: await actorOfPerson(app, 'tam'),
    minh: await actorOfPerson(app, 'minh'),
    lan: anonymous,
  }
  const done = async (who: string, name: string, input: object) => {
    const operation = caseOperations.find((one) => one.name === `submissions.${name}`)!
    return must((await operation.ask(app, actors[who]!, input)) as Result<{ [key: string]: any }>)
  }
  const at = async (id: number) => ({ id, expectedVersion: (await done('minh', 'show', { id })).version as number })

  const long = `Tôi là ${marker}. `.repeat(600)
  const scan = { name: `${marker}.txt`, content: Buffer.from(long).toString('base64') }
  const sender = { name: marker, address: `ấp 2, nhà ${marker}`, phone: '0900 111 222' }
  const letter = { desk: ward, channel: 'paper', door: 'denunciation', text: long, ...sender, files: [scan] }
  const receipt = await done('tam', 'register', letter)
  const { id } = receipt
  await done('tam', 'look', { id })
  await done('tam', 'original', { id, letter: 1, no: 1 })
  await done('tam', 'askMore', { ...(await at(id)), text: 'Xin bổ sung nơi xảy ra việc.' })
  await done('lan', 'tell', { code: receipt.code, secret: receipt.secret, text: `Thưa, tôi, ${marker}, xin thêm…` })
  // Bad input with the name in it is refused, and is not written down either.
  const wrong = await answerApi(
    app,
    new Request('http://127.0.0.1/api/submissions', {
      method: 'POST',
      body: JSON.stringify({ desk: ward, door: 'denunciation', text: long, name: marker, once: 'x' }),
    }),
  )
  assert.equal(wrong.status, 422)
  await done('tam', 'sort', {
    ...(await at(id)),
    kind: 'denunciation',
    redacted: `${control}: tố cáo việc thu quỹ sai.`,
  })
  await done('minh', 'accept', { ...(await at(id)), document: '1/QĐ' })
  await done('lan', 'tell', { code: receipt.code, secret: receipt.secret, text: `${marker} xin nói thêm.` })
  const note = 'Phải xác minh ở nhiều nơi, chờ trả lời.'
  await done('minh', 'suspend', { ...(await at(id)), on: '2026-07-06', note, document: '2/QĐ' })
  await done('minh', 'goOn', { ...(await at(id)), on: '2026-07-06', note, document: '3/QĐ' })
  await done('minh', 'extend', { ...(await at(id)), note, document: '4/QĐ' })
  const conclusion = 'Nội dung tố cáo đúng một phần; đã trả lại quỹ cho dân.'
  await done('minh', 'answer', { ...(await at(id)), text: conclusion, document: '5/KL' })
  await done('tam', 'send', await at(id))
  await done('lan', 'track', { code: receipt.code, secret: receipt.secret })
  await done('tam', 'queue', { q: marker })

  // A database that refuses quotes the whole row; of that nothing goes into the log of the platform.
  const broken = 'Đặng Thị Dòng Hỏng'
  const plain = {
    ...letter,
    door: 'petition',
    name: '',
    address: '',
    phone: '',
    text: 'Kiến nghị sửa đường.',
    files: [],
  }
  const other = await done('tam', 'register', plain)
  await done('tam', 'sort', { ...(await at(other.id)), kind: 'petition' })
  await sql`alter table submission_message add constraint broken check (length(text) < 5) not valid`.execute(app.db)
  const body = JSON.stringify({ code: other.code, secret: other.secret, text: `${broken} xin nói thêm.` })
  const failed = await answerApi(app, new Request('http://127.0.0.1/api/submissions/tell', { method: 'POST', body }))
  assert.equal(failed.status, 500)
  await sql`alter table submission_message drop constraint broken`.execute(app.db)
  assert.doesNotMatch(logged.join(''), new RegExp(broken))
  assert.match(logged.join(''), /"constraint":"broken"/)

  const backup = join(folder, 'backup.tar.gz')
  await writeBackup(embedded.url, backup, { now: app.clock(), say: () => {}, files: openFiles(files) })
  const everything = filesIn(data)
  everything.set('backup', gunzipSync(readFileSync(backup)))
  everything.set('log of the platform', Buffer.from(logged.join('')))
  await app.close()
  await embedded.stop()
  for (const [name, bytes] of filesIn(data)) everything.set(`${name} after the end`, bytes)
  assert.deepEqual(places(marker, everything), [])
  assert.deepEqual(places('0900 111 222', everything), [])
  assert.deepEqual(places(receipt.secret.replaceAll('-', ''), everything), []) // nor what opens it for its sender
  assert.ok(places(control, everything).includes('backup'))
  assert.ok(logged.length > 15)
})

async function asDesk(app: ReturnType<typeof openApp>, body: Id<'body'>): Promise<void> {
  await sql`insert into body_function (body_id, function) values (${body}, 'citizenReception')`.execute(app.db)
  await sql`insert into place_version (place_id, name, full_name, type, level, search_key, exact_key, source)
    select place_id, 'Tân Triều', 'Phường Tân Triều', 'Phường', 'commune', 'tan trieu', 'tân triều', 'entered'
    from body_version where body_id = ${body}`.execute(app.db)
}
