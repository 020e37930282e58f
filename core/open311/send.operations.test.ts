// A program written for another city sends a report: with everything the standard has, with the least, and with faults.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { app, as, done, onDesk, tanAn, ward, works } from '../cases/case.cast.ts'
import { anonymous } from '../shared/actor.ts'
import { get, hole, keyFor, noticed, post, read, sent } from './geo-report.cast.ts'
import { issueKey, listKeys, revokeKey } from './key.operations.ts'

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
  assert.ok(listed.ok && listed.value.desks.some(({ id }) => id === tanAn))
  assert.ok(listed.ok && !listed.value.desks.some(({ id }) => id === works))
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
