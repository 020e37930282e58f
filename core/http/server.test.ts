// The HTTP server as browsers, other sites and programs meet it.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'
import { test, type TestContext } from 'node:test'
import { openApp } from '../app.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import { openDoor, type Behind, type Door } from './server.ts'

const app = await openTestApp('empty')
const official = 'https://danvan.example.vn'

/** Stands where SvelteKit stands and tells what reached it. */
const pages: Behind['pages'] = (req, res) => {
  const { origin, 'x-forwarded-proto': protocol, 'x-forwarded-host': host } = req.headers
  res.end(JSON.stringify({ path: req.url, origin, protocol, host }))
}
const api: Behind['api'] = async (_app, request) =>
  Response.json({ url: request.url, length: (await request.arrayBuffer()).byteLength }, { status: 201 })

test('while starting, people read so and the browser tries again', async (t) => {
  const { at } = await doorFor(t, { opened: false })
  const page = await fetch(at('/'))
  assert.equal(page.status, 503)
  assert.ok(Number(page.headers.get('retry-after')) > 0)
  assert.match(await page.text(), /Hệ thống đang khởi động/)
  const document = await fetch(at('/api/bodies'))
  assert.equal(document.headers.get('content-type'), 'application/problem+json; charset=utf-8')
  assert.deepEqual(((await document.json()) as { code: string }).code, 'starting')
})

test('pages believe the configured address, whatever the client claims', async (t) => {
  const { at } = await doorFor(t, {})
  const headers = { 'x-forwarded-proto': 'http', 'x-forwarded-host': 'evil.example' }
  const page = await fetch(at('/so-lieu?x=1'), { headers })
  assert.deepEqual(await page.json(), { path: '/so-lieu?x=1', protocol: 'https', host: 'danvan.example.vn' })
  assert.equal(page.headers.get('x-content-type-options'), 'nosniff')
  assert.equal(page.headers.get('referrer-policy'), 'same-origin')
  assert.equal(page.headers.get('x-frame-options'), 'DENY')
})

test('a form of another site is refused with our own page', async (t) => {
  const { at } = await doorFor(t, {})
  for (const origin of ['https://evil.example', 'null', 'http://danvan.example.vn']) {
    const answer = await fetch(at('/dang-nhap'), { method: 'POST', headers: { origin, cookie: 's=1' } })
    assert.equal(answer.status, 403, origin)
    assert.match(await answer.text(), /Yêu cầu đến từ một trang khác/)
  }
  const withReferer = { referer: 'https://evil.example/form', cookie: 's=1' }
  assert.equal((await fetch(at('/api/entries'), { method: 'DELETE', headers: withReferer })).status, 403)
  assert.equal((await fetch(at('/api/entries'), { method: 'POST', headers: { cookie: 's=1' } })).status, 403)
})

test('our own form, a token and a program without cookies go through', async (t) => {
  const { at } = await doorFor(t, {})
  const own = await fetch(at('/dang-nhap'), {
    method: 'POST',
    body: 'a=1',
    headers: { origin: official, cookie: 's=1' },
  })
  assert.equal(((await own.json()) as { origin: string }).origin, official)
  const referred = await fetch(at('/dang-nhap'), {
    method: 'POST',
    headers: { referer: `${official}/x`, cookie: 's=1' },
  })
  assert.equal(((await referred.json()) as { origin: string }).origin, official)
  const token = { authorization: 'Bearer x', origin: 'https://dashboard.example' }
  assert.equal((await fetch(at('/api/entries'), { method: 'POST', headers: token })).status, 201)
  assert.equal((await fetch(at('/api/entries'), { method: 'POST' })).status, 201)
})

test('on one’s own machine both names of it are the same address', async (t) => {
  const { at, door } = await doorFor(t, { origins: undefined })
  const { port } = new URL(door.origin)
  const headers = { host: `localhost:${port}`, origin: `http://localhost:${port}`, cookie: 's=1' }
  const answer = await rawPost(at('/dang-nhap'), headers, [])
  assert.equal(JSON.parse(answer.body).host, `localhost:${port}`)
})

test('more than 2 MB is refused, stated or not, except where large files belong', async (t) => {
  const { at } = await doorFor(t, { uploads: ['/tai-len', '/api/files'] })
  const body = Buffer.alloc(2_000_001)
  const page = await fetch(at('/gui'), { method: 'POST', body, headers: { origin: official } })
  assert.equal(page.status, 413)
  assert.match(await page.text(), /vượt quá 2 MB/)
  assert.equal((await rawPost(at('/gui'), { origin: official }, ['a=1'])).status, 411)
  const counted = await rawPost(at('/api/entries'), {}, [body.subarray(0, 1_000_000), body.subarray(0, 1_000_001)])
  assert.equal(counted.status, 413)
  const small = await rawPost(at('/api/entries?x=1'), {}, ['abc'])
  assert.deepEqual([small.status, JSON.parse(small.body)], [201, { url: `${official}/api/entries?x=1`, length: 3 }])
  const file = await rawPost(at('/api/files'), {}, [body, body])
  assert.equal(JSON.parse(file.body).length, 4_000_002)
  assert.equal((await fetch(at('/tai-len'), { method: 'POST', body, headers: { origin: official } })).status, 200)
})

test('without its database the platform says so, and static files still come', async (t) => {
  const nowhere = openApp({ databaseUrl: 'postgresql://x:y@127.0.0.1:1/none' })
  t.after(nowhere.close)
  const { at } = await doorFor(t, { app: nowhere })
  const page = await fetch(at('/'))
  assert.equal(page.status, 503)
  assert.match(await page.text(), /chưa kết nối được cơ sở dữ liệu/)
  assert.equal((await fetch(at('/_app/start.js'))).status, 200)
})

test('a page that throws is answered and the server lives on', async (t) => {
  const { at } = await doorFor(t, { pages: () => Promise.reject(new Error('bug')) })
  assert.equal((await fetch(at('/'))).status, 500)
  assert.equal((await fetch(at('/api/x'))).status, 201)
})

test('a long page goes out packed to those who ask so, a file that is packed already as it is', async (t) => {
  const long: Behind['pages'] = (req, res) => {
    res.setHeader('content-type', req.url === '/a.docx' ? 'application/zip' : 'text/html; charset=utf-8')
    res.end('Vĩnh Cửu '.repeat(1000))
  }
  const { at } = await doorFor(t, { pages: long })
  const encoding = async (path: string, accept: string) => {
    const answer = await fetch(at(path), { headers: { 'accept-encoding': accept } })
    assert.equal((await answer.text()).length, 9000)
    return answer.headers.get('content-encoding')
  }
  assert.deepEqual(
    [await encoding('/', 'gzip'), await encoding('/', 'identity'), await encoding('/a.docx', 'gzip')],
    ['gzip', null, null],
  )
})

test('closing lets a running request finish', async (t) => {
  const slow: Behind['pages'] = (_req, res) => void setTimeout(() => res.end('xong'), 300)
  const { at, door } = await doorFor(t, { pages: slow })
  const running = fetch(at('/'))
  await new Promise((resolve) => setTimeout(resolve, 100))
  const [page] = await Promise.all([running, door.close()])
  assert.equal(await page.text(), 'xong')
  await assert.rejects(fetch(at('/')))
})

test('a taken port is known at once', async (t) => {
  const { door } = await doorFor(t, {})
  await assert.rejects(openDoor({ port: door.port, host: '127.0.0.1' }), { code: 'EADDRINUSE' })
})

interface Wanted extends Partial<Behind> {
  opened?: boolean
  origins?: string[]
  uploads?: string[]
}

async function doorFor(t: TestContext, wanted: Wanted): Promise<{ door: Door; at(path: string): string }> {
  const origins = 'origins' in wanted ? wanted.origins : [official]
  const door = await openDoor({ port: 0, host: '127.0.0.1', origins, uploads: wanted.uploads })
  t.after(() => door.close(0))
  if (wanted.opened !== false) door.open({ app, pages, api, ...wanted })
  return { door, at: (path) => `http://127.0.0.1:${door.port}${path}` }
}

/** A POST in pieces of unstated length, or an empty one, with headers a browser's fetch would not let us set. */
async function rawPost(address: string, headers: Record<string, string>, pieces: (string | Buffer)[]) {
  const length = pieces.length > 0 ? { 'transfer-encoding': 'chunked' } : { 'content-length': '0' }
  const sent = request(address, { method: 'POST', headers: { ...headers, ...length } })
  for (const piece of pieces) sent.write(piece)
  sent.end()
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  return { status: answer.statusCode!, body: await text(answer) }
}
