// The changes entered by hand: what the lists had forgotten, what came after them, and what is still to be named.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openTestApp } from '../testing/open-test-db.ts'
import { pendingAt, predecessorsOf, successorsOf } from './place.history.store.ts'
import { ancestorsOf, childrenOf, placeAt, placeUnder, versionsOf } from './place.read.ts'

const app = await openTestApp('places')

test('Vĩnh Cửu had 12 communes in 2023 and 10 in early 2025', async () => {
  const district = await placeAt(app.db, '735', '2023-06-30')
  const names = async (day: string) => (await childrenOf(app.db, district!.placeId, day)).map((place) => place.fullName)
  const in2023 = await names('2023-06-30')
  assert.equal(in2023.length, 12)
  assert.deepEqual(
    [in2023[0], in2023.includes('Xã Hiếu Liêm'), in2023.includes('Xã Bình Hòa')],
    ['Thị trấn Vĩnh An', true, true],
  )
  assert.equal((await names('2024-10-31')).length, 12)
  assert.equal((await names('2024-11-01')).length, 10)
  assert.equal((await placeUnder(app.db, district!.placeId, '2025-06-30')).length, 11)
})

test('Trị An of 2023 and of early 2025 are two places; Bình Hòa into Tân Bình is marked as assumed', async () => {
  const [in2023, in2025] = [await placeAt(app.db, '26176', '2023-06-30'), await placeAt(app.db, '26176', '2025-01-01')]
  assert.notEqual(in2023!.placeId, in2025!.placeId)
  const [hieuLiem] = (await predecessorsOf(app.db, in2025!.placeId)).filter((from) => from.code === '26203')
  assert.deepEqual([hieuLiem!.kind, hieuLiem!.onDate, hieuLiem!.confidence], ['merged', '2024-11-01', 'read'])
  assert.equal(hieuLiem!.act!.number, '1194/NQ-UBTVQH15')
  const binhHoa = await placeAt(app.db, '26197', '2023-06-30')
  const [to] = await successorsOf(app.db, binhHoa!.placeId)
  assert.deepEqual([to!.fullName, to!.confidence], ['Xã Tân Bình', 'assumed'])
})

test('code 26170 is thị trấn Vĩnh An, then xã Trị An, then phường Trị An', async () => {
  const bearer = async (day: string) => (await placeAt(app.db, '26170', day))!
  assert.equal((await bearer('2025-06-30')).fullName, 'Thị trấn Vĩnh An')
  assert.equal((await bearer('2025-07-01')).fullName, 'Xã Trị An')
  assert.equal((await bearer('2026-05-01')).fullName, 'Phường Trị An')
  assert.notEqual((await bearer('2025-06-30')).placeId, (await bearer('2025-07-01')).placeId)
  assert.equal((await bearer('2025-07-01')).placeId, (await bearer('2026-05-01')).placeId)
  const above = await ancestorsOf(app.db, (await bearer('2026-05-01')).placeId, '2026-05-01')
  assert.deepEqual(
    above.map((place) => place.fullName),
    ['Thành phố Đồng Nai', 'Việt Nam'],
  )
})

test('Huế was tỉnh Thừa Thiên Huế in 2023 and is the same place as thành phố Huế', async () => {
  const [before, after] = [await placeAt(app.db, '46', '2024-12-31'), await placeAt(app.db, '46', '2025-01-01')]
  assert.deepEqual([before!.fullName, after!.fullName], ['Tỉnh Thừa Thiên Huế', 'Thành phố Huế'])
  assert.equal(before!.placeId, after!.placeId)
  const kinds = (await successorsOf(app.db, after!.placeId)).map((line) => [line.kind, line.confidence])
  assert.deepEqual(kinds, [
    ['renamed', 'assumed'],
    ['retyped', 'assumed'],
  ])
})

test('nine wards of Đồng Nai are known to exist and wait to be named', async () => {
  const dongNai = await placeAt(app.db, '75', '2026-05-01')
  const pending = await pendingAt(app.db, [dongNai!.placeId], '2026-05-01')
  assert.deepEqual(
    pending.map((change) => [change.howMany, change.act]),
    [[9, '237/NQ-UBTVQH16']],
  )
  assert.deepEqual(await pendingAt(app.db, [dongNai!.placeId], '2026-04-29'), [])
})

test('the unnamed town of 2021 is there, marked, without a code', async () => {
  const { id, no_code_reason } = await app.db
    .selectFrom('place')
    .selectAll()
    .where('no_code_reason', 'is not', null)
    .executeTakeFirstOrThrow()
  assert.match(no_code_reason!, /không nêu tên/)
  const [version] = await versionsOf(app.db, id)
  assert.deepEqual([version!.type, version!.code, version!.source], ['Thị xã', null, 'page'])
})
