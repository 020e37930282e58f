// Who booked, who came and was answered, who came to denounce: their names stand nowhere in clear, as those of letters do not.
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
import { caseOperations } from '../cases/index.operations.ts'
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
import { anonymous, type Actor } from '../shared/actor.ts'
import { must, type Result } from '../shared/result.ts'
import { receptionOperations } from './index.operations.ts'

const folder = mkdtempSync(join(tmpdir(), 'dt-'))
chmodSync(folder, 0o711) // started by root, the server is someone else and must pass through
after(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))

const marker = 'Khuất Quỳnh Đến Gặp'
const phone = '0900 111 333'
/** Stands in clear on purpose, so that the search is known to find. */
const control = 'Chữ Mốc Nơi Tiếp'

test('booked, called, received, answered, refused, denounced, printed: no byte of the platform holds the name', async () => {
  const data = join(folder, 'data')
  const embedded = await openEmbedded(data)
  const logged: string[] = []
  const lines = new Writable({ write: (line, _, done) => void (logged.push(String(line)), done()) })
  await migrate(embedded.url)
  const { keys } = await newKeys('reception.key')
  const files = join(data, 'files')
  const log = pino({ level: 'trace' }, lines)
  const app = openApp({ databaseUrl: embedded.url, filesFolder: files, seal: keys, log, secret: 'x'.repeat(32) })
  app.clock = () => new Date('2026-07-06T09:00:00+07:00')
  await loadLaws(app)
  const desk = await oneBody(app)
  await sql`insert into body_function (body_id, function) values (${desk}, 'citizenReception')`.execute(app.db)
  await sql`insert into place_version (place_id, name, full_name, type, level, search_key, exact_key, source)
    select place_id, 'Tân Triều', 'Phường Tân Triều', 'Phường', 'commune', 'tan trieu', 'tân triều', 'entered'
    from body_version where body_id = ${desk}`.execute(app.db)
  await app.db.transaction().execute((tx) => {
    const roles = (['receiver', 'head'] as const).map((role) => ({ role, bodyId: desk, validFrom: '2020-01-01' }))
    return insertPerson(tx, { username: 'tam', name: 'tam', passwordHash: 'x', roles, at: app.clock() })
  })
  const actors: Record<string, Actor> = { tam: await actorOfPerson(app, 'tam'), lan: anonymous }
  const all = [...receptionOperations, ...caseOperations]
  const done = async (who: string, name: string, input: object) => {
    const operation = all.find((one) => one.name === name)!
    return must((await operation.ask(app, actors[who]!, input)) as Result<{ [key: string]: any }>)
  }
  const session = { desk, day: '2026-07-06', starts: '10:00', ends: '11:30', receiver: 'Chủ tịch', placeWords: control }
  const { id: sitting } = await done('tam', 'reception.propose', session)
  await done('tam', 'reception.post', { ids: [sitting], extraordinary: 'Việc gấp của khu phố, tiếp ngay.' })
  const long = `Tôi là ${marker}, xin gặp. `.repeat(100)
  let mark = 0
  const once = () => `story-mark-of-a-form-${++mark}`
  const book = () => done('lan', 'reception.book', { once: once(), sitting, name: marker, phone, text: long })
  const [first, second] = [await book(), await book()]
  await done('lan', 'reception.booked', { code: first.code, secret: first.secret })
  const [coming] = (await done('tam', 'reception.sitting', { id: sitting })).bookings
  await done('tam', 'reception.openBooking', { id: coming.id })
  await done('lan', 'reception.giveUp', { code: second.code, secret: second.secret })
  // Bad input with the name in it is refused, and is not written down either.
  const wrong = await answerApi(
    app,
    new Request('http://127.0.0.1/api/reception/bookings', {
      method: 'POST',
      body: JSON.stringify({ once: once(), sitting, name: marker, phone: 'không', text: '' }),
    }),
  )
  assert.equal(wrong.status, 422)
  const visitor = {
    desk,
    name: marker,
    phone,
    address: `ấp 2, nhà ${marker}`,
    text: long,
    earlier: long,
    request: long,
  }
  const answered = await done('tam', 'reception.enter', {
    ...{ once: once(), ...visitor, sitting, booking: coming.id, handling: 'answered', answer: `Đã trả lời ${marker}.` },
  })
  await done('tam', 'reception.openVisit', { id: answered.id })
  const refused = await done('tam', 'reception.enter', {
    once: once(),
    ...visitor,
    handling: 'refused',
    ground: 'nothingNew',
  })
  await done('tam', 'reception.refusalPaper', { id: refused.id })
  const scan = { name: `${marker}.txt`, content: Buffer.from(long).toString('base64') }
  const denounced = await done('tam', 'reception.enter', {
    ...{
      once: once(),
      ...visitor,
      door: 'denunciation',
      handling: 'taken',
      papers: `Bản khai của ${marker}`,
      files: [scan],
    },
  })
  await done('tam', 'reception.papersReceipt', { id: denounced.id, format: 'pdf' })
  const { id } = denounced.receipt
    ? (await done('tam', 'submissions.queue', { q: denounced.receipt.code })).lines[0]
    : { id: 0 }
  const { version } = await done('tam', 'submissions.show', { id })
  const redacted = 'Tố cáo việc thu quỹ sai ở một khu phố.'
  await done('tam', 'submissions.sort', { id, expectedVersion: version, kind: 'denunciation', redacted })
  await done('tam', 'reception.registerFile', { desk, from: '2026-07-01', to: '2026-07-31' })
  await done('tam', 'reception.register', {})
  await done('lan', 'reception.promised', { code: denounced.receipt.code, secret: denounced.receipt.secret })

  const backup = join(folder, 'backup.tar.gz')
  await writeBackup(embedded.url, backup, { now: app.clock(), say: () => {}, files: openFiles(files) })
  const everything = filesIn(data)
  everything.set('backup', gunzipSync(readFileSync(backup)))
  everything.set('log of the platform', Buffer.from(logged.join('')))
  await app.close()
  await embedded.stop()
  for (const [name, bytes] of filesIn(data)) everything.set(`${name} after the end`, bytes)
  assert.deepEqual(places(marker, everything), [])
  assert.deepEqual(places(phone, everything), [])
  assert.deepEqual(places(first.secret.replaceAll('-', ''), everything), [])
  assert.ok(places(control, everything).includes('backup'))
  assert.ok(logged.length > 15)
})
