// A program written for another city asks this one, by the schemas of the standard: services, a report sent, published, mended.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { default as Ajv4 } from 'ajv-draft-04'
import { default as addFormats } from 'ajv-formats'
import { sql } from 'kysely'
import { app, as, done, onDesk, photo, tanAn, ward, works } from '../cases/case.cast.ts'
import { anonymous } from '../shared/actor.ts'
import { fromXml, get, keyFor, post, type Answered } from './geo-report.cast.ts'
import { issueKey, listKeys, revokeKey } from './key.operations.ts'

const schemas = ['services', 'service', 'service-definition', 'requests', 'request'].map((name) => ({
  name,
  schema: JSON.parse(readFileSync(new URL(`./data/georeport-v2/${name}.json`, import.meta.url), 'utf8')) as object,
}))
const ajv = new Ajv4.default({ strict: false, allErrors: true })
addFormats.default(ajv)
for (const { name, schema } of schemas) ajv.addSchema(schema, `${name}.json`)

function fits(name: string, value: unknown): void {
  const validate = ajv.getSchema(`${name}.json`)!
  assert.ok(validate(value), JSON.stringify(validate.errors))
}
const lists = ['services', 'service_requests', 'attributes', 'values', 'photos', 'errors', 'service_request_updates']
const typed = {
  metadata: 'boolean',
  variable: 'boolean',
  required: 'boolean',
  order: 'number',
  lat: 'number',
  long: 'number',
} as const
const read = ({ text, type }: Answered) => {
  assert.equal(type, 'text/xml; charset=utf-8')
  return fromXml(text, lists, typed)
}

const partner = await keyFor('Ứng dụng của thành phố bên cạnh')
const other = await keyFor('Một hệ thống khác')
const hole = {
  api_key: partner.key,
  service_code: 'road',
  ...{ lat: '10.987654', long: '106.812345', description: 'Ổ gà <sâu> trước cổng chợ & rất nguy hiểm' },
}
const noticed = (notice: string) => {
  const [, code, secret] = /Mã tra cứu: (\S+); khoá: (\S+)\./.exec(notice)!
  return { code: code!, secret: secret! }
}
async function sent(more: Record<string, string> = {}) {
  const { status, json } = await post('requests.json', { ...hole, ...more })
  assert.equal(status, 200)
  return { id: json[0].service_request_id as string, ...noticed(json[0].service_notice) }
}
async function published(more: Record<string, string> = {}, text = 'Ổ gà <sâu> trước cổng chợ & nguy hiểm.') {
  const made = await sent(more)
  const at = await onDesk(made.code)
  await done('tam', 'sort', { ...at, kind: 'fieldReport', topic: more.service_code ?? 'road', lead: works })
  await done('tam', 'publish', { id: at.id, expectedVersion: 0, text })
  return { ...made, number: at.id }
}

test('discovery, services and definitions, in XML and JSON, by the schemas', async () => {
  for (const path of ['discovery.xml', '../discovery.xml'])
    assert.match((await get(path)).text, /<url>[^<]*\/open311\/v2<\/url>/)
  assert.equal((await get('discovery.json')).json.endpoints[0].specification, 'http://wiki.open311.org/GeoReport_v2')
  const { json } = await get('services.json')
  fits('services', json)
  assert.ok(json.length > 5)
  assert.deepEqual(read(await get('services.xml')), json)
  for (const { service_code } of json) {
    const definition = (await get(`services/${service_code}.json`)).json
    fits('service-definition', definition)
    const inXml = read(await get(`services/${service_code}.xml`))
    assert.deepEqual(
      JSON.stringify(inXml).replaceAll('null', '[]'),
      JSON.stringify(definition).replaceAll('null', '[]'),
    )
  }
  assert.equal((await get('services/nothing.xml')).status, 404)
})

test('the format is that of the suffix; without one what the program takes, XML when it does not say', async () => {
  assert.match((await get('services')).type!, /^text\/xml/)
  assert.match((await get('services', { accept: 'application/json' })).type!, /^application\/json/)
  assert.match((await get('services.xml', { accept: 'application/json' })).type!, /^text\/xml/)
})

test('a report with everything the standard has: a case at the desk, sealed, with a receipt its sender can use', async () => {
  const answer = await post('requests.xml', {
    ...hole,
    ...{ address_string: 'Trước cổng chợ', address_id: 'A-17', email: 'lan@example.vn', device_id: 'tt222111' },
    ...{
      account_id: '123456',
      first_name: 'Gửi Giả Định',
      last_name: 'Người',
      phone: '0900 000 009',
      jurisdiction_id: '',
    },
    ...{ media_url: 'http://127.0.0.1:9/never-fetched.jpg', 'attribute[detail]': 'Sâu 20 cm', 'attribute[LA]': 'x' },
  })
  const [made] = read(answer)
  assert.deepEqual(Object.keys(made), ['service_request_id', 'service_notice', 'account_id'])
  const keys = noticed(made.service_notice)
  assert.equal((await done('lan', 'track', keys)).stage, 'received')
  const { id } = await onDesk(keys.code)
  assert.equal(String(id), made.service_request_id)
  const stored = await sql<{ all: string }>`select row_to_json(s)::text as all from submission s where id = ${id}
    union all select row_to_json(r)::text from open311_request r where submission_id = ${id}
    union all select changes::text from event where noun = 'submission' and noun_id = ${id}`.execute(app.db)
  for (const { all } of stored.rows) assert.doesNotMatch(all, /Ổ gà|0900|lan@|Người|chợ|tt222111|123456/)
  const { letters } = await done('tam', 'look', { id })
  const [{ text, sender, placeWords, lat, topic }] = letters
  assert.match(
    text,
    /^Ổ gà <sâu> trước cổng chợ & rất nguy hiểm\n.*: Sâu 20 cm\nLA: x\nMã địa chỉ: A-17\n.*never-fetched\.jpg$/,
  )
  assert.deepEqual(
    [sender.name, sender.email, placeWords, lat, topic],
    ['Người Gửi Giả Định', 'lan@example.vn', 'Trước cổng chợ', 10.987654, 'road'],
  )
  assert.doesNotMatch(JSON.stringify(letters), /tt222111|123456/)
})

test('without a description, with parameters in the address, with a point or with words for the place', async () => {
  const { description: _, lat: __, long: ___, ...bare } = hole
  const params = new URLSearchParams({ ...bare, address_string: 'Ngã ba chợ' })
  const { json } = await post(`requests.json?${params}`, {})
  const { id } = await onDesk(noticed(json[0].service_notice).code)
  assert.equal((await done('tam', 'look', { id })).letters[0].text, 'Đường, vỉa hè hư hỏng.')
  const empty = await post('requests.json', {
    ...hole,
    email: '',
    media_url: '',
    account_id: '',
    address_id: '',
    jurisdiction_id: '',
  })
  assert.equal(empty.status, 200)
})

const wrong: [string, Record<string, string>, number, RegExp][] = [
  ['no key', { api_key: '' }, 403, /api_key/],
  ['a wrong key', { api_key: 'gr_nothing' }, 403, /api_key/],
  ['no service', { service_code: '' }, 400, /service_code/],
  ['an unknown service', { service_code: 'nothing' }, 404, /service_code/],
  ['no place', { lat: '', long: '' }, 400, /lat và long/],
  ['half a place', { long: '' }, 400, /Phải có cả lat và long/],
  ['a place that is none', { lat: 'bắc' }, 400, /lat/],
  ['a place off the earth', { lat: '123' }, 400, /lat/],
  ['a foreign jurisdiction', { jurisdiction_id: 'sfgov.org' }, 404, /jurisdiction_id/],
  ['a description without end', { description: 'x'.repeat(4001) }, 400, /4000/],
]
for (const [what, more, status, said] of wrong)
  test(`${what}: ${status}, in both formats, and nothing is saved`, async () => {
    const count = async () =>
      (await sql<{ n: number }>`select count(*)::int as n from submission`.execute(app.db)).rows[0]!.n
    const before = await count()
    const json = await post('requests.json', { ...hole, ...more })
    assert.equal(json.status, status)
    assert.equal(json.json[0].code, status)
    assert.match(json.json[0].description, said)
    const xml = await post('requests.xml', { ...hole, ...more })
    assert.deepEqual(
      read(xml),
      json.json.map((one: { code: number }) => ({ ...one, code: String(one.code) })),
    )
    assert.equal(await count(), before)
  })

test('what is not published is nobody’s: its own system reads that it is open, without its words; others read nothing', async () => {
  const { id } = await sent()
  const own = await get(`requests/${id}.json?api_key=${partner.key}`)
  fits('requests', own.json)
  const [{ status, description, service_code, lat }] = own.json
  assert.deepEqual([status, description, service_code, lat], ['open', null, 'road', null])
  assert.deepEqual(read(await get(`requests/${id}.xml?api_key=${partner.key}`)), own.json)
  for (const key of ['', `?api_key=${other.key}`, '?api_key=gr_nothing'])
    assert.equal((await get(`requests/${id}.json${key}`)).status, 404, key)
  assert.deepEqual((await get(`requests.json?service_request_id=${id}`)).json, [])
  assert.equal((await get(`requests.json?service_request_id=${id}&api_key=${partner.key}`)).json.length, 1)
  assert.ok(!(await get(`requests.json?api_key=${partner.key}`)).text.includes(`"${id}"`)) // in no list
})

test('published, mended, answered: one and the same in both formats, by the schemas, with times that have a zone', async () => {
  const { id, number, code, secret } = await published()
  const [open] = (await get(`requests/${id}.json`)).json
  fits('request', open)
  assert.deepEqual(
    [open.status, open.description, open.lat, open.long],
    ['open', 'Ổ gà <sâu> trước cổng chợ & nguy hiểm.', 10.9875, 106.8125],
  )
  assert.equal(open.requested_datetime, '2026-07-06T09:00:00+07:00')
  assert.match(open.expected_datetime, /\+07:00$/)
  const { version } = await done('hai', 'show', { id: number })
  const said = 'Tổ công trình đã vá xong ổ gà bằng bê tông nhựa trong sáng nay.'
  await done('hai', 'answer', { id: number, expectedVersion: version, text: said, files: [photo] })
  const before = await done('tam', 'publishDraft', { id: number })
  assert.equal((await get(`requests/${id}.json`)).json[0].status_notes, 'Đã trả lời.') // the answer is not published yet
  await done('tam', 'publish', { id: number, expectedVersion: before.version, text: before.shown.text, answer: said })
  const closed = await get(`requests/${id}.json?extensions=true`)
  fits('requests', closed.json)
  assert.deepEqual([closed.json[0].status, closed.json[0].status_notes], ['closed', said])
  assert.equal(closed.json[0].extended_attributes.state, 'answered')
  assert.deepEqual(read(await get(`requests/${id}.xml?extensions=true`)), closed.json)
  for (const theirs of [code, code.replace('-', ''), secret]) assert.ok(!closed.text.includes(theirs))
  const { json: steps } = await get('servicerequestupdates.json')
  const mine = steps.filter((step: { service_request_id: string }) => step.service_request_id === id)
  assert.deepEqual(
    mine.map(({ status }: { status: string }) => status),
    ['open', 'closed'],
  )
  assert.deepEqual([mine[1].update_id.startsWith(`${id}-`), mine[1].description], [true, said])
  assert.deepEqual(read(await get('servicerequestupdates.xml')), steps)
  assert.deepEqual(
    (await get('servicerequestupdates.json?start_date=2026-07-07T00:00:00Z&end_date=2026-07-08T00:00:00Z')).json,
    [],
  )
})

const idsOf = async (query: string) =>
  (await get(`requests.json?${query}`)).json.map(
    ({ service_request_id }: { service_request_id: string }) => service_request_id,
  )

test('asked by service, status, ids, time and page; at most 90 days', async () => {
  app.setNow('2026-03-01T09:00:00+07:00')
  const old = (await published({ service_code: 'tree' })).id
  app.setNow('2026-07-06T09:00:00+07:00')
  const one = (await published({ service_code: 'tree' })).id
  const two = (await published({ service_code: 'noise' })).id
  assert.deepEqual(await idsOf('service_code=tree'), [one])
  assert.deepEqual(await idsOf('service_code=tree,noise'), [two, one])
  assert.deepEqual(await idsOf('service_code=tree&status=closed'), [])
  assert.deepEqual(await idsOf('service_code=tree&status=open,closed'), [one])
  assert.deepEqual(await idsOf(`service_request_id=${old},%20${two},abc,999999&status=closed`), [two, old]) // ids override
  assert.deepEqual(await idsOf('service_code=tree&start_date=2026-02-01T00:00:00Z&end_date=2026-04-01T00:00:00Z'), [
    old,
  ])
  assert.deepEqual(await idsOf('service_code=tree&start_date=2026-02-01T00:00:00Z'), [old]) // 90 days from there
  assert.deepEqual(await idsOf('service_code=tree&end_date=2026-03-02T00:00:00+07:00'), [old])
  assert.deepEqual(await idsOf('service_code=tree&start_date=2026-01-01T00:00:00Z&end_date=2026-07-07T00:00:00Z'), [
    one,
  ])
  assert.deepEqual(await idsOf('service_code=tree,noise&page=2&page_size=1'), [one])
  assert.deepEqual(await idsOf('service_code=tree&updated_after=2026-07-06T00:00:00+07:00'), [one])
  for (const bad of [
    'status=done',
    'start_date=yesterday',
    'start_date=2026-02-30T00:00:00Z',
    'page=0',
    'page_size=1001',
    'start_date=2026-07-02T00:00:00Z&end_date=2026-07-01T00:00:00Z',
  ])
    assert.equal((await get(`requests.json?${bad}`)).status, 400, bad)
  assert.equal((await get('requests.json?jurisdiction_id=26188&service_code=tree')).json.length, 1)
  assert.equal((await get('requests.json?jurisdiction_id=26179&service_code=tree')).json.length, 0)
  assert.equal((await get('requests.json?jurisdiction_id=nowhere')).status, 404)
})

test('the desk is that of the commune whose boundary holds the point, else that of the jurisdiction, else that of the key', async () => {
  const square = {
    type: 'Polygon',
    coordinates: [
      [
        [107, 11],
        [107.2, 11],
        [107.2, 11.2],
        [107, 11.2],
        [107, 11],
      ],
    ],
  }
  await sql`insert into place_boundary (place_id, valid_from, geometry, source)
    select place_id, '2025-07-01', ${JSON.stringify(square)}::jsonb, 'hình giả định' from body_version where body_id = ${tanAn}`.execute(
    app.db,
  )
  const deskOf = async (more: Record<string, string>) => {
    const { id } = await sent(more)
    return (await sql<{ desk: number }>`select desk_id as desk from submission where id = ${id}`.execute(app.db))
      .rows[0]!.desk
  }
  assert.equal(await deskOf({ lat: '11.1', long: '107.1' }), tanAn)
  assert.equal(await deskOf({ lat: '11.3', long: '107.1' }), ward) // in none: the desk of the key
  assert.equal(await deskOf({ lat: '11.3', long: '107.1', jurisdiction_id: '26179' }), tanAn)
  assert.equal(await deskOf({ lat: '', long: '', address_string: 'Chợ', jurisdiction_id: '127.0.0.1' }), ward)
})

test('a token is the code of the receipt', async () => {
  const { id, code } = await sent()
  assert.deepEqual((await get(`tokens/${code}.json`)).json, [{ service_request_id: id, token: code }])
  assert.deepEqual(read(await get(`tokens/${code}.xml`)), [{ service_request_id: id, token: code }])
  assert.equal((await get('tokens/AAAA-AAAA.xml')).status, 404)
})

test('what is no form, too large, or no address: said in the format, never a fault of the platform', async () => {
  const json = { 'content-type': 'application/json' }
  assert.equal((await post('requests.json', hole, json)).status, 415)
  assert.equal((await post('requests.xml', { ...hole, description: 'x'.repeat(300_000) })).status, 413)
  for (const path of [
    'nothing.json',
    'services/%ff.json',
    'requests/%E0%A4%A.json',
    'requests/0.json',
    'requests/99999999999.json',
    '../v3/services.json',
  ])
    assert.equal((await get(path)).status, 404, path)
  const none = await post('services.xml', {})
  assert.deepEqual([none.status, none.headers.get('allow')], [405, 'GET'])
  assert.match(none.text, /^<\?xml[^>]*>\s*<errors><error><code>405<\/code><description>/)
})

test('keys: given by an administrator who reaches the desk, shown once, kept as a hash, revoked for good', async () => {
  const quan = await as('quan')
  for (const who of [anonymous, await as('tam')])
    assert.equal((await issueKey.ask(app, who, { desk: ward, name: 'x' })).ok, false)
  const made = await issueKey.ask(app, quan, { desk: tanAn, name: 'Hệ thống thử' })
  assert.ok(made.ok)
  const kept = await sql<{ all: string }>`select row_to_json(k)::text as all from open311_key k`.execute(app.db)
  assert.ok(!JSON.stringify(kept.rows).includes(made.value.key))
  const bad = await issueKey.ask(app, quan, { desk: works, name: '' })
  assert.ok(!bad.ok && bad.refusal.kind === 'invalid' && bad.refusal.problems.length === 2)
  assert.equal((await post('requests.json', { ...hole, api_key: made.value.key })).status, 200)
  assert.ok((await revokeKey.ask(app, quan, { id: made.value.id })).ok)
  assert.equal((await post('requests.json', { ...hole, api_key: made.value.key })).status, 403)
  const again = await revokeKey.ask(app, quan, { id: made.value.id })
  assert.equal(again.ok || again.refusal.code, 'revoked-already')
  const listed = await listKeys.ask(app, quan, {})
  const line = listed.ok && listed.value.keys.find(({ id }) => id === made.value.id)
  assert.ok(line && line.sent === 1 && line.revokedAt !== null)
})

test('a program that sends without end is slowed down; others are not', async () => {
  const loop = await keyFor('Vòng lặp hỏng')
  const codes = []
  for (let i = 0; i < 123; i++)
    codes.push((await post('requests.json', { ...hole, api_key: loop.key, service_code: '' })).status)
  assert.equal(codes.at(-1), 429)
  await sent()
})
