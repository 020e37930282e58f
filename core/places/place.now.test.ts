// Where every place of whatever day lies today: each in one province, none lost, a merged commune in what it went into.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openTestApp } from '../testing/open-test-db.ts'
import { areaOf, areasIn } from './place.now.ts'
import { placeAt } from './place.store.ts'

const app = await openTestApp('places')
const day = '2026-11-30'
const asked = { app, db: app.readDb, day }
const idOf = async (code: string, on: string) => (await placeAt(app.readDb, code, on))!.placeId

test('every commune and province of any day lies in exactly one province of today', async () => {
  const provinces = await areasIn(asked, null)
  assert.equal(provinces.length, 34)
  const province = await areaOf(
    asked,
    provinces.map(({ id }) => id),
  )
  const { rows } = await sql<{ id: number; level: string }>`select distinct place_id as id, level from place_version
    where level in ('commune', 'province')`.execute(app.readDb)
  const nowhere = rows.filter(({ id }) => !province.has(id as never))
  assert.deepEqual(nowhere, [])
  assert.ok(rows.length > 13_000)
})

test('the town of Vĩnh An of 2023 and its district lie in Đồng Nai; the town in the ward it went into, the district in none', async () => {
  const dongNai = await idOf('75', day)
  const [town, district] = [await idOf('26170', '2023-06-30'), await idOf('734', '2023-06-30')]
  const inProvince = await areaOf(asked, [dongNai])
  assert.deepEqual([inProvince.get(town), inProvince.get(district)], [dongNai, dongNai])
  const communes = await areasIn(asked, dongNai)
  const inCommune = await areaOf(
    asked,
    communes.map(({ id }) => id),
  )
  const ward = communes.find(({ id }) => id === inCommune.get(town))
  assert.match(ward!.name, /Trị An/)
  assert.equal(inCommune.has(district), false)
})

test('looked up once while places stay; a new place is seen at once', async () => {
  const dongNai = await idOf('75', day)
  const first = await areaOf(asked, [dongNai])
  assert.equal(await areaOf(asked, [dongNai]), first)
  const { rows } = await sql<{ id: number }>`insert into place default values returning id`.execute(app.db)
  await sql`insert into place_version (place_id, name, full_name, type, level, parent_id, valid_from, search_key, exact_key, source)
    select ${rows[0]!.id}, 'Mới', 'Xã Mới', type, level, parent_id, '2026-01-01', 'moi', 'mới', source from place_version
    where parent_id = ${dongNai} and valid_to is null limit 1`.execute(app.db)
  const second = await areaOf(asked, [dongNai])
  assert.equal(second.get(rows[0]!.id as never), dongNai)
})
