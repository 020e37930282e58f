// A program sends photographs in a form with parts, and says more later: told once, whoever knocks twice; strangers tell nothing.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { app, done, onDesk, photo, works } from '../cases/case.cast.ts'
import { answerApi } from '../http/api.ts'
import { get, hole, keyFor, noticed, partner, post, read, sent } from './geo-report.cast.ts'

const picture = Buffer.from(photo.content, 'base64')

async function postForm(path: string, fields: Record<string, string>, files: [string, string, Buffer][] = []) {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.append(name, value)
  for (const [part, name, bytes] of files) body.append(part, new Blob([new Uint8Array(bytes)]), name)
  const response = await answerApi(
    app,
    new Request(`http://127.0.0.1:3000/open311/v2/${path}`, { method: 'POST', body }),
  )
  const text = await response.text()
  return { status: response.status, text, json: path.endsWith('json') ? JSON.parse(text) : null }
}

test('photographs come as parts of the form, whatever their parts are called, and lie in the case like any other', async () => {
  const made = await postForm('requests.json', hole, [
    ['media', 'trước.png', picture],
    ['media[]', 'sau.png', picture],
  ])
  assert.equal(made.status, 200)
  const { id } = await onDesk(noticed(made.json[0].service_notice).code)
  const { letters } = await done('tam', 'look', { id })
  assert.deepEqual(
    letters[0].originals.map(({ name }: { name: string }) => name),
    ['trước.png', 'sau.png'],
  )
})

test('a program, an office file, or too many files: said in the format, and nothing is kept', async () => {
  const count = async () =>
    (await sql<{ n: number }>`select count(*)::int as n from submission`.execute(app.db)).rows[0]!.n
  const before = await count()
  const program = await postForm('requests.json', hole, [['media', 'anh.jpg', Buffer.from('MZ\u0090\0 not a picture')]])
  assert.deepEqual([program.status, program.json[0].code], [400, 400])
  assert.match(program.json[0].description, /anh\.jpg/)
  const many = await postForm(
    'requests.xml',
    hole,
    Array.from({ length: 9 }, () => ['media', 'a.png', picture]),
  )
  assert.equal(many.status, 400)
  assert.match(many.text, /<errors><error><code>400<\/code>/)
  assert.equal((await postForm('requests.json', { ...hole, description: 'x'.repeat(300_000) })).status, 413)
  const broken = {
    method: 'POST',
    body: '--x\r\nnonsense',
    headers: { 'content-type': 'multipart/form-data; boundary=y' },
  }
  assert.equal(
    (await answerApi(app, new Request('http://127.0.0.1:3000/open311/v2/requests.json', broken))).status,
    400,
  )
  assert.equal(await count(), before)
})

const more = (id: string, fields: Record<string, string> = {}) =>
  post('servicerequestupdates.json', {
    ...{ api_key: partner.key, service_request_id: id, description: 'Sáng nay có xe sa xuống ổ gà.' },
    ...fields,
  })
const messagesOf = async (id: string) => (await done('tam', 'show', { id: Number(id) })).messages as { text: string }[]

async function sorted() {
  const made = await sent()
  await done('tam', 'sort', { ...(await onDesk(made.code)), kind: 'fieldReport', lead: works })
  return made
}

test('the system that sent it says more: sealed before it is sorted, a message after; the same number once', async () => {
  const early = await sent()
  assert.equal((await more(early.id)).status, 200)
  const { letters } = await done('tam', 'look', { id: Number(early.id) })
  assert.equal(letters[1].text, 'Sáng nay có xe sa xuống ổ gà.')
  const { id } = await sorted()
  const first = await more(id, { update_id: 'u-1', status: 'CLOSED', updated_datetime: '2026-07-06T09:00:00Z' })
  assert.deepEqual(first.json, [{ update_id: 'u-1', service_request_id: id }])
  const both = await Promise.all([more(id, { update_id: 'u-1' }), more(id, { update_id: 'u-1' })])
  assert.deepEqual(
    both.map(({ status }) => status),
    [200, 200],
  )
  const told = await messagesOf(id)
  assert.equal(told.length, 1)
  assert.match(told[0]!.text, /sa xuống ổ gà\.\nHệ thống gửi ghi: đã xong \(closed\)\./)
  const inXml = await post('servicerequestupdates.xml', {
    ...{ api_key: partner.key, service_request_id: id, description: 'Thêm lần nữa.', update_id: 'u-2' },
  })
  assert.deepEqual(read(inXml), [{ update_id: 'u-2', service_request_id: id }])
})

test('the sender says more with code and secret of the receipt, without any key', async () => {
  const { id, code, secret } = await sorted()
  const own = await post('servicerequestupdates.json', {
    token: code,
    secret,
    description: 'Tôi thấy xe lại sa xuống.',
  })
  assert.equal(own.status, 200)
  assert.equal((await messagesOf(id)).at(-1)!.text, 'Tôi thấy xe lại sa xuống.')
  const wrongs: Record<string, string>[] = [
    { token: code, secret: 'AAAA-AAAA-AAAA-AAAA' },
    { token: code, secret, service_request_id: '1' },
  ]
  for (const wrong of wrongs)
    assert.equal((await post('servicerequestupdates.json', { ...wrong, description: 'Lạ' })).status, 404)
})

test('another system, no key, a number of nobody, nothing said: refused, and nothing is told', async () => {
  const { id } = await sorted()
  const other = await keyFor('Hệ thống lạ')
  for (const [fields, status] of [
    [{ api_key: other.key }, 404],
    [{ api_key: '' }, 403],
    [{ api_key: 'gr_nothing' }, 403],
    [{ service_request_id: 'abc' }, 404],
    [{ service_request_id: '99999999999' }, 404],
    [{ description: ' ' }, 400],
    [{ status: 'done' }, 400],
    [{ updated_datetime: 'hôm qua' }, 400],
  ] as const)
    assert.equal((await more(id, fields as Record<string, string>)).status, status, JSON.stringify(fields))
  // Refused is not told: the same number comes through once its words are right.
  assert.equal((await more(id, { update_id: 'x-1', description: '' })).status, 400)
  assert.equal((await more(id, { update_id: 'x-1' })).status, 200)
  assert.equal((await messagesOf(id)).length, 1)
})

test('a key has its own pace, and its last use is known', async () => {
  const slow = await keyFor('Hệ thống chậm')
  await sql`update open311_key set burst = 2, a_minute = 1 where id = ${slow.id}`.execute(app.db)
  const codes = []
  for (let i = 0; i < 3; i++) codes.push((await post('requests.json', { ...hole, api_key: slow.key })).status)
  assert.deepEqual(codes, [200, 200, 429])
  const used = await sql<{ at: Date | null }>`select last_used_at as at from open311_key where id = ${slow.id}`.execute(
    app.db,
  )
  assert.equal(used.rows[0]!.at?.toISOString(), app.clock().toISOString())
  assert.equal((await get('services.json')).status, 200)
})
