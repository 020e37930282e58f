// A program written for another city asks this one: services, requests published, mended and answered; nothing that is not.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { app, done, photo } from '../cases/case.cast.ts'
import { fits, get, keyFor, partner, published, read, sent } from './geo-report.cast.ts'

const other = await keyFor('Một hệ thống khác')

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

test('found by discovery, with the slashes programs put in: the list, its definition, a report sent and read back by its numbers', async () => {
  const { endpoints } = (await get('discovery.json')).json
  const [{ url, formats }] = endpoints
  assert.ok(url.endsWith('/open311/v2') && formats.includes('application/json') && formats.includes('text/xml'))
  const { status, json } = await get('/services.json')
  assert.deepEqual([status, json.length > 5], [200, true])
  assert.equal((await get('/services/drain.xml/')).type, 'text/xml; charset=utf-8')
  assert.equal((await get('services/drain/', { accept: 'application/json' })).json.service_code, 'drain')
  const [one, two] = [await published(), await published()]
  const both = (await get(`/requests.json?service_request_id=${one.id},${two.id}`)).json
  assert.deepEqual(
    both.map(({ service_request_id }: { service_request_id: string }) => service_request_id).sort(),
    [one.id, two.id].sort(),
  )
})

test('the format is that of the suffix; without one what the program takes, XML when it does not say', async () => {
  assert.match((await get('services')).type!, /^text\/xml/)
  assert.match((await get('services', { accept: 'application/json' })).type!, /^application\/json/)
  assert.match((await get('services.xml', { accept: 'application/json' })).type!, /^text\/xml/)
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

test('a token is the code of the receipt', async () => {
  const { id, code } = await sent()
  assert.deepEqual((await get(`tokens/${code}.json`)).json, [{ service_request_id: id, token: code }])
  assert.deepEqual(read(await get(`tokens/${code}.xml`)), [{ service_request_id: id, token: code }])
  assert.equal((await get('tokens/AAAA-AAAA.xml')).status, 404)
})
