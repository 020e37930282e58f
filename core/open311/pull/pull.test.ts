// The reports of another city come to the desk of Tân Triều: from a server that speaks JSON, one that speaks XML, and from a platform
// like ours in another process; never twice, cut off at any point, and what was answered is read back by the foreign number.
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { after, test } from 'node:test'
import { sql } from 'kysely'
import { app, as, done, photo, ward, works } from '../../cases/case.cast.ts'
import { anonymous, operator } from '../../shared/actor.ts'
import type { Id } from '../../shared/id.ts'
import { must } from '../../shared/result.ts'
import { requestsIn, windowsOf } from './asking.ts'
import { openCity, type City } from './foreign.cast.ts'
import { readRequests, readUpdates } from './foreign.ts'
import { pullSources } from './pull.ts'
import { addSource, listSources, pulled, stopSource } from './source.operations.ts'

const child = spawn(process.execPath, [new URL('./platform.cast.ts', import.meta.url).pathname], {
  stdio: ['pipe', 'pipe', 'inherit'],
})
after(() => child.kill())
const platform = await new Promise<{ url: string; id: string }>((resolve, reject) => {
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => {
    said += chunk
    const line = said
      .split('\n')
      .slice(0, -1)
      .find((one) => one.startsWith('{"url"')) // its log goes there too
    if (line) resolve(JSON.parse(line))
  })
  child.on('exit', (code) => reject(new Error(`the other platform ended with ${code}`)))
})

const report = (no: number, on = '2026-07-05', more: object = {}) => ({
  ...{ service_request_id: `A-${no}`, status: 'open' as const, status_notes: '', service_code: 'PW-12' },
  ...{
    service_name: 'Đèn đường',
    description: `Đèn <tắt> & tối, cột ${no}.`,
    requested_datetime: `${on}T08:00:00+07:00`,
  },
  ...{ address: 'Đường Giả Định', lat: null as number | null, long: null as number | null, ...more },
})
const city = (more: Partial<City> = {}): City => ({
  ...{ formats: ['json', 'xml'], pages: true, updates: true, faulty: false, requests: [], told: [] },
  ...more,
})

async function readingFrom(url: string, since = '2026-07-01') {
  const { id } = must(await addSource.ask(app, operator, { desk: ward, url, since, name: 'Thành phố bên cạnh' }))
  return id as Id<'open311_source'>
}
const pull = (id: Id<'open311_source'>) => pullSources(app, undefined, id)
const linesOf = async (id: number) => must(await pulled.ask(app, operator, { id })).requests
const sourceOf = async (id: number) =>
  must(await listSources.ask(app, operator, {})).sources.find((one) => one.id === id)!

for (const formats of [['json'], ['xml']] as ('json' | 'xml')[][])
  test(`five reports in pages of two, in ${formats}: five cases, sealed, with their foreign numbers; again: none`, async () => {
    const theirs = city({ formats, requests: [1, 2, 3, 4, 5].map((no) => report(no)) })
    const server = await openCity(theirs)
    const source = await readingFrom(server.url)
    assert.deepEqual(await pull(source), { taken: 5, told: 0, faults: 0 })
    assert.deepEqual(await pull(source), { taken: 0, told: 0, faults: 0 })
    const [line] = (await linesOf(source)).filter(({ foreignId }) => foreignId === 'A-1')
    const { letters } = await done('tam', 'look', { id: line!.id })
    assert.match(
      letters[0].text,
      /^Đèn <tắt> & tối, cột 1\.\nLoại việc ở đó: Đèn đường\nNhận từ Thành phố bên cạnh, số A-1\.$/,
    )
    assert.equal(letters[0].placeWords, 'Đường Giả Định')
    const { channel, stage } = await done('tam', 'show', { id: line!.id })
    assert.deepEqual([channel, stage], ['api', 'received'])
    await server.close()
  })

test('a year is asked in windows of 90 days; a server without pages is asked once a window more, not without end', async () => {
  const theirs = city({ pages: false, updates: false, requests: [report(1, '2025-09-01'), report(2, '2026-06-30')] })
  const server = await openCity(theirs)
  const source = await readingFrom(server.url, '2025-08-01')
  assert.equal((await pull(source)).taken, 2)
  const windows = server.asked.filter((path) => path.includes('requests.json') && path.includes('page=1&'))
  assert.equal(windows.length, 4)
  assert.ok(server.asked.length < 30, String(server.asked.length))
  await server.close()
})

test('closed there: the desk is told once; what was closed before is nobody’s work here; a step of theirs is a word here', async () => {
  const theirs = city({ requests: [report(1), report(2, '2026-07-05', { status: 'closed' })] })
  const server = await openCity(theirs)
  const source = await readingFrom(server.url)
  assert.equal((await pull(source)).taken, 1)
  const { id } = (await linesOf(source))[0]!
  const { version } = await done('tam', 'show', { id })
  await done('tam', 'sort', { id, expectedVersion: version, kind: 'fieldReport', lead: works })
  const at = '2026-07-06T08:30:00+07:00'
  theirs.told = [
    { update_id: 'U1', service_request_id: 'A-1', status: 'open', updated_datetime: at, description: 'Đã cử thợ.' },
  ]
  assert.deepEqual(await pull(source), { taken: 0, told: 1, faults: 0 })
  Object.assign(theirs.requests[0]!, { status: 'closed', status_notes: 'Đã thay bóng.' })
  assert.deepEqual(await pull(source), { taken: 0, told: 1, faults: 0 })
  assert.deepEqual(await pull(source), { taken: 0, told: 0, faults: 0 })
  const { messages } = await done('tam', 'show', { id })
  assert.deepEqual(
    messages.map(({ text }: { text: string }) => text),
    [
      'Thành phố bên cạnh: việc này đang mở ở đó.\nĐã cử thợ.',
      'Thành phố bên cạnh: việc này đã đóng ở đó.\nĐã thay bóng.',
    ],
  )
  await server.close()
})

test('two processes at once take each report once', async () => {
  const server = await openCity(city({ requests: [1, 2, 3].map((no) => report(no)) }))
  const source = await readingFrom(server.url)
  const both = await Promise.all([pull(source), pull(source)])
  assert.equal(both[0].taken + both[1].taken, 3)
  assert.equal((await linesOf(source)).length, 3)
  await server.close()
})

test('a server that is down, broken, or no GeoReport server: said at the source, nothing lost, taken when it is back', async () => {
  const theirs = city({ requests: [report(1)], faulty: true })
  const server = await openCity(theirs)
  const source = await readingFrom(server.url)
  assert.equal((await pull(source)).faults, 1)
  assert.match((await sourceOf(source)).fault, /trả lời mã 500/)
  theirs.faulty = false
  assert.equal((await pull(source)).taken, 1)
  assert.equal((await sourceOf(source)).fault, '')
  await server.close()
  assert.equal((await pull(source)).faults, 1)
  assert.match((await sourceOf(source)).fault, /Không hỏi được .*ECONNREFUSED/)
  const nothing = await openCity(city({ formats: [] }))
  assert.equal((await pull(await readingFrom(nothing.url))).faults, 1)
  await nothing.close()
})

test('the desk’s public answer is read back by the number of the other city', async () => {
  const server = await openCity(city({ requests: [report(1)] }))
  const source = await readingFrom(server.url)
  await pull(source)
  const { id } = (await linesOf(source))[0]!
  const at = async (who: string) => ({ id, expectedVersion: (await done(who, 'show', { id })).version as number })
  await done('tam', 'sort', { ...(await at('tam')), kind: 'fieldReport', lead: works })
  const said = 'Tổ điện đã thay bóng và chỉnh lại cảm biến của cả tuyến tối qua.'
  await done('hai', 'answer', { ...(await at('hai')), text: said, files: [photo] })
  assert.deepEqual((await linesOf(source))[0], {
    foreignId: 'A-1',
    id,
    foreignStatus: 'open',
    status: 'closed',
    answer: '',
  })
  const draft = await done('tam', 'publishDraft', { id })
  await done('tam', 'publish', { id, expectedVersion: draft.version, text: 'Đèn tắt.', answer: said })
  assert.equal((await linesOf(source))[0]!.answer, said)
  await server.close()
})

test('only an administrator who reaches the desk adds, reads and stops; addresses are addresses; stopped, nothing is asked', async () => {
  const server = await openCity(city({ requests: [report(1)] }))
  const quan = await as('quan')
  for (const who of [anonymous, await as('tam')])
    assert.equal((await addSource.ask(app, who, { desk: ward, url: server.url })).ok, false)
  for (const url of ['', 'thanhpho', 'ftp://x/y', 'http://user:pass@127.0.0.1/v2'])
    assert.equal((await addSource.ask(app, quan, { desk: ward, url })).ok, false, url)
  assert.equal((await addSource.ask(app, quan, { desk: works, url: server.url })).ok, false)
  const { id } = must(await addSource.ask(app, quan, { desk: ward, url: `${server.url}/` }))
  const again = await addSource.ask(app, quan, { desk: ward, url: server.url })
  assert.equal(again.ok || again.refusal.code, 'read-already')
  must(await stopSource.ask(app, quan, { id }))
  assert.deepEqual(await pull(id as Id<'open311_source'>), { taken: 0, told: 0, faults: 0 })
  assert.deepEqual(server.asked, [])
  await server.close()
})

test('a platform like ours in another process: what its desk published comes here once, with place and topic', async () => {
  const source = await readingFrom(platform.url)
  // Its desk gave it to somebody there: that step is a word here.
  assert.deepEqual(await pull(source), { taken: 1, told: 1, faults: 0 })
  assert.equal((await pull(source)).taken, 0)
  const [line] = await linesOf(source)
  assert.equal(line!.foreignId, platform.id)
  const { letters } = await done('tam', 'look', { id: line!.id })
  assert.deepEqual([letters[0].topic, letters[0].lat], ['road', 10.9875])
  const kept = await sql<{
    n: number
  }>`select count(*)::int as n from open311_pulled where source_id = ${source}`.execute(app.db)
  assert.equal(kept.rows[0]!.n, 1)
  const found = await requestsIn(
    { url: platform.url, jurisdiction: '' },
    windowsOf(new Date('2026-07-01'), app.clock())[0]!,
  )
  assert.equal(found.length, 1)
})

test('answers as servers really write them: wrapped lists, numbers as texts, empty elements; what is none is none', () => {
  const one = '{"service_request_id": 638344, "status": "OPEN", "lat": "37.76", "long": "-122.4", "description": null}'
  for (const said of [
    `[${one}]`,
    `{"service_requests":[${one}]}`,
    `{"service_requests":{"request":[${one}]}}`,
    `[{"request":${one}}]`,
  ])
    assert.deepEqual(
      readRequests(said)!.map(({ id, status, lat, description }) => [id, status, lat, description]),
      [['638344', 'open', 37.76, '']],
      said,
    )
  const inXml = `<?xml version="1.0"?><service_requests><request><service_request_id>7</service_request_id><status>closed</status>
    <lat>0</lat><long>0</long><address/></request><request><token>x</token></request></service_requests>`
  assert.deepEqual(
    readRequests(inXml)!.map(({ id, status, lat }) => [id, status, lat]),
    [['7', 'closed', null]],
  )
  assert.deepEqual(readUpdates('<service_request_updates/>'), [])
  for (const none of [
    '',
    'hello',
    '<html><body/></html>',
    '{"a":1}',
    '<!DOCTYPE x [<!ENTITY a "b">]><service_requests/>',
    '<service_requests>',
  ])
    assert.equal(readRequests(none), null, none)
})
