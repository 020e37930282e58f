// Stories: Lan looks for her commune, and for what it was called before; anybody may, without signing in.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { anonymous } from '../shared/actor.ts'
import { must, sentencesOf } from '../shared/result.ts'
import { openTestApp } from '../testing/open-test-db.ts'
import type { searchShown, placeShown, totalShown } from './place.outputs.ts'
import { placeOperations } from './place.operations.ts'
import type { z } from 'zod'

const app = await openTestApp('places', { now: '2026-11-21T09:00:00+07:00' })

async function ask(name: string, input: unknown) {
  return placeOperations.find((operation) => operation.name === `places.${name}`)!.ask(app, anonymous, input)
}
const show = async (input: unknown) => must(await ask('show', input)) as z.output<typeof placeShown>
const search = async (input: unknown) => must(await ask('search', input)) as z.output<typeof searchShown>
const total = async (input: unknown) => must(await ask('total', input)) as z.output<typeof totalShown>

async function refusal(name: string, input: unknown) {
  const result = await ask(name, input)
  assert.ok(!result.ok)
  return { kind: result.refusal.kind, code: result.refusal.code, said: sentencesOf(result.refusal).join(' ') }
}

test('Lan types “dong ha” and sees the ward of today first, then the town that was', async () => {
  const { hits } = await search({ q: 'dong ha' })
  assert.deepEqual([hits[0]!.fullName, hits[0]!.within, hits[0]!.current], ['Phường Đông Hà', ['Tỉnh Quảng Trị'], true])
  const town = hits.find((hit) => hit.fullName === 'Thành phố Đông Hà')!
  assert.deepEqual([town.validFrom, town.validTo, town.current], [null, '2025-06-30', false])
  assert.deepEqual((await search({ q: 'Đông Hà' })).hits[0], hits[0])
})

test('both ways of writing the tone find the same, and exact diacritics come before others', async () => {
  const [one, other] = [await search({ q: 'hoà bình' }), await search({ q: 'hòa bình' })]
  assert.deepEqual(one, other)
  assert.equal(one.hits[0]!.name, 'Hòa Bình')
  const former = (await search({ q: 'đồng hải', on: '2025-06-30' })).hits.map((hit) => hit.name)
  assert.deepEqual([former[0], former.includes('Đông Hải')], ['Đồng Hải', true])
})

test('on a day, only what was there that day; the pages do not overlap', async () => {
  const { hits, total } = await search({ q: 'trị an', on: '2023-06-30' })
  assert.deepEqual([total, hits[0]!.fullName, hits[0]!.within], [1, 'Xã Trị An', ['Huyện Vĩnh Cửu', 'Tỉnh Đồng Nai']])
  const first = await search({ q: 'tân', size: 20 })
  const second = await search({ q: 'tân', size: 20, page: 2 })
  const key = (hit: { placeId: number; fullName: string }) => `${hit.placeId} ${hit.fullName}`
  assert.equal(new Set([...first.hits, ...second.hits].map(key)).size, 40)
  assert.equal(first.total, second.total)
})

test('searching for signs only is refused in words', async () => {
  const { kind, said } = await refusal('search', { q: '?!' })
  assert.equal(kind, 'invalid')
  assert.match(said, /ít nhất một chữ cái/)
})

test('xã Trị An of July 2025: from three places, later a ward, with a boundary of that day', async () => {
  const place = await show({ code: '26170', on: '2025-07-01' })
  assert.equal(place.at!.fullName, 'Xã Trị An')
  assert.deepEqual(
    place.versions.map((version) => version.type),
    ['Xã', 'Phường'],
  )
  const from = place.predecessors.filter((line) => line.placeId !== place.id)
  assert.deepEqual(
    from.map((line) => line.fullName),
    ['Thị trấn Vĩnh An', 'Xã Trị An', 'Xã Mã Đà'],
  )
  assert.ok(from.every((line) => line.kind === 'merged' && line.act!.number === '1662/NQ-UBTVQH15'))
  assert.equal(place.boundary.caption, 'atDay')
  assert.deepEqual(
    place.ancestors.map((above) => above.fullName),
    ['Tỉnh Đồng Nai', 'Việt Nam'],
  )
  assert.equal(place.statistic!.reviewed, false)
  assert.equal((await show({ code: '26170' })).at!.fullName, 'Phường Trị An')
})

test('an old commune answers from the list of early 2025 and shows the boundary of what it became', async () => {
  const place = await show({ code: '26170', on: '2023-06-30' })
  assert.deepEqual([place.at!.fullName, place.at!.restsOnEarlyList], ['Thị trấn Vĩnh An', true])
  assert.equal(place.boundary.caption, 'successors')
  assert.equal(place.boundary.shapes[0]!.placeId, place.successors[0]!.placeId)
  const ended = await show({ id: place.id })
  assert.equal(ended.on, '2025-06-30')
})

test('a ward of Hoàng Mai was divided and nobody knows how large the parts are', async () => {
  const { successors } = await show({ code: '00301', on: '2025-06-30' })
  assert.ok(successors.length > 1)
  assert.ok(successors.every((line) => line.kind === 'split' && line.share === null))
})

test('a commune of Đồng Nai that may be one of the nine wards says so', async () => {
  const { pending } = await show({ code: '26173', on: '2026-05-01' })
  assert.equal(pending[0]!.howMany, 9)
})

test('a code without a bearer that day is refused, and the sentence says when it had one', async () => {
  const { kind, said } = await refusal('show', { code: '735', on: '2025-07-01' })
  assert.equal(kind, 'not-found')
  assert.match(said, /Huyện Vĩnh Cửu đến hết ngày 30\/06\/2025/)
  assert.equal((await refusal('show', {})).code, 'invalid-input')
  assert.equal((await refusal('show', { id: 999_999 })).code, 'no-such-place')
})

test('children stand in the order of official lists; without a place they are the provinces', async () => {
  const of = async (input: unknown) =>
    (must(await ask('children', input)) as { children: { fullName: string }[] }).children.map((child) => child.fullName)
  const vinhCuu = await of({ code: '735', on: '2023-06-30' })
  assert.deepEqual(vinhCuu.slice(0, 3), ['Thị trấn Vĩnh An', 'Xã Phú Lý', 'Xã Trị An'])
  assert.equal((await of({})).length, 34)
  assert.equal((await of({ code: '75', on: '2025-06-30', level: 'commune' })).length, 159)
  assert.equal((await refusal('children', { code: '735' })).kind, 'not-found')
})

test('the whole country over 1 July 2025: 471 of 10,035 communes cannot be compared', async () => {
  const { from, on, ...carried } = await total({ level: 'commune', from: '2025-06-30', on: '2025-07-01' })
  assert.deepEqual([from!.places, on.places], [10035, 3321])
  assert.deepEqual(carried, {
    level: 'commune',
    carriedWhole: 9564,
    carriedInParts: 0,
    notComparable: 471,
    lost: 0,
    keys: [],
  })
})

test('over two acts nothing is lost on the way, and districts are lost', async () => {
  const communes = await total({ level: 'commune', from: '2023-01-01', on: '2026-05-01' })
  assert.deepEqual([communes.from!.places, communes.carriedWhole, communes.notComparable], [10037, 9566, 471])
  assert.ok(communes.from!.restingOnEarlyList > 10_000)
  const districts = await total({ level: 'district', from: '2025-06-30', on: '2025-07-01' })
  assert.deepEqual([districts.on.places, districts.carriedWhole, districts.lost], [0, 5, 691])
})

test('one province: as it was, and as of a later day under what it became', async () => {
  const { from, on } = await total({ level: 'commune', code: '75', from: '2025-06-30', on: '2026-05-01' })
  assert.deepEqual([from!.places, on.places, on.under[0]!.fullName], [159, 95, 'Thành phố Đồng Nai'])
  const quangTri = await total({ level: 'commune', code: '45', from: '2025-06-30', on: '2025-07-01' })
  assert.deepEqual([quangTri.on.under[0]!.fullName, quangTri.on.places], ['Tỉnh Quảng Trị', 78])
  assert.match(
    (await refusal('total', { level: 'commune', from: '2025-07-01', on: '2025-06-30' })).said,
    /không muộn hơn/,
  )
})

test('the country on a day: provinces with their counts, and the nine wards still to be named', async () => {
  const ask = async (on?: string) =>
    must(await placeOperations.find(({ name }) => name === 'places.overview')!.ask(app, anonymous, { on })) as any
  const now = await ask()
  assert.deepEqual([now.provinces.length, now.districts, now.communes], [34, 0, 3321])
  assert.deepEqual([now.pending[0].fullName, now.pending[0].howMany], ['Thành phố Đồng Nai', 9])
  const before = await ask('2025-06-30')
  assert.deepEqual([before.provinces.length, before.districts, before.communes], [63, 696, 10035])
  assert.deepEqual(before.pending, [])
})

test('“viet nam” and “cả nước” find the country first; nothing says of a commune that it lies in it', async () => {
  for (const q of ['viet nam', 'Việt Nam', 'cả nước', 'ca nuoc', 'Vietnam']) {
    const [hit] = (await search({ q })).hits
    assert.deepEqual([hit!.fullName, hit!.level, hit!.within], ['Việt Nam', 'country', []], q)
  }
  assert.equal((await search({ q: 'viet nam', level: 'country', on: '1999-01-01' })).total, 1)
  assert.deepEqual((await search({ q: 'trị an' })).hits[0]!.within, ['Thành phố Đồng Nai'])
})

test('the country holds its provinces on any day: 63, then 34', async () => {
  const country = await show({ code: 'vn', on: '2025-07-01' })
  assert.deepEqual([country.at!.fullName, country.at!.code, country.ancestors], ['Việt Nam', 'VN', []])
  assert.deepEqual([country.children.length, country.children[0]!.fullName], [34, 'Thành phố Hà Nội'])
  assert.equal(country.statistic!.seat, 'Hà Nội')
  assert.equal((await show({ id: country.id, on: '1999-01-01' })).children.length, 63)
  assert.equal((await show({ code: '75' })).ancestors[0]!.placeId, country.id)
  const communes = await total({ level: 'commune', code: 'VN', from: '2025-06-30', on: '2025-07-01' })
  assert.deepEqual([communes.from!.places, communes.on.places, communes.notComparable], [10035, 3321, 471])
})

test('the days the list of provinces changed, with the acts', async () => {
  const overview = placeOperations.find(({ name }) => name === 'places.overview')!
  const { country, changes } = must(await overview.ask(app, anonymous, {})) as any
  assert.equal(country.code, 'VN')
  assert.deepEqual(
    changes.map((day: any) => [day.onDate, day.before, day.after]),
    [
      ['2025-01-01', 63, 63],
      ['2025-07-01', 63, 34],
      ['2026-04-30', 34, 34],
    ],
  )
  assert.deepEqual(changes[0].renamed, [{ from: 'Tỉnh Thừa Thiên Huế', to: 'Thành phố Huế' }])
  assert.equal(changes[1].acts[0].number, '202/2025/QH15')
  assert.deepEqual(changes[2].renamed, [{ from: 'Tỉnh Đồng Nai', to: 'Thành phố Đồng Nai' }])
})

test('the communes of huyện Vĩnh Cửu, and the wards of quận Hoàng Mai that nobody can follow', async () => {
  const became = async (code: string, from: string) => {
    const { id } = await show({ code, on: from })
    const found = placeOperations.find(({ name }) => name === 'places.became')!
    return (must(await found.ask(app, anonymous, { id, from })) as any).places as any[]
  }
  const vinhCuu = await became('735', '2025-06-30')
  const line = (name: string) => vinhCuu.find((place) => place.fullName === name)
  assert.deepEqual(
    [vinhCuu.length, line('Xã Mã Đà').fate, line('Xã Mã Đà').to[0].fullName],
    [10, 'whole', 'Phường Trị An'],
  )
  assert.equal(line('Xã Thiện Tân').to[0].fullName, 'Phường Trảng Dài')
  const hoangMai = await became('008', '2025-06-30')
  assert.ok(hoangMai.every((place) => place.fate === 'notComparable' && place.to.length > 1))
})

test('the communes of Quảng Trị have outlines, those of a province not drawn yet are named; before the reform none', async () => {
  const of = async (code: string, on: string) => {
    const { id } = await show({ code, on })
    return must(await ask('outlines', { id, on })) as { shapes: { geometry: { type: string } }[]; missing: object[] }
  }
  const drawn = await of('44', '2025-07-01')
  assert.deepEqual([drawn.shapes.length, drawn.missing.length], [78, 0])
  assert.match(drawn.shapes[0]!.geometry.type, /Polygon$/)
  const bare = await of('04', '2025-07-01')
  assert.deepEqual([bare.shapes.length, bare.missing.length > 0], [0, true])
  assert.equal((await of('45', '2025-06-30')).shapes.length, 0)
  assert.equal((await refusal('outlines', { id: 999_999 })).code, 'no-such-place')
})
