// The shipped lists as loaded: the counts of the country, no gaps, no overlaps.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { openTestApp } from '../testing/open-test-db.ts'
import { loadPlaces, type LoadStep } from './place.load.ts'
import { childrenOf, placeAt, placesOfLevel, versionAt } from './place.read.ts'

const app = await openTestApp('places')

async function counts(day: string) {
  const of = async (level: 'province' | 'district' | 'commune') => (await placesOfLevel(app.db, level, { day })).length
  return [await of('province'), await of('district'), await of('commune')]
}

test('63 / 696 / 10,035 until 30 June 2025, then 34 / 0 / 3,321', async () => {
  assert.deepEqual(await counts('2025-06-30'), [63, 696, 10035])
  assert.deepEqual(await counts('2025-07-01'), [34, 0, 3321])
  assert.deepEqual(await counts('2026-05-01'), [34, 0, 3321])
  assert.deepEqual(await counts('2023-06-30'), [63, 696, 10037])
})

test('on every day, everything but the country has a parent that is in force', async () => {
  for (const day of ['2023-06-30', '2024-11-01', '2025-06-30', '2025-07-01', '2026-05-01']) {
    const { rows } = await sql`select v.full_name from place_version v join place p on p.id = v.place_id
      where v.level <> 'country' and p.no_code_reason is null
        and daterange(v.valid_from, v.valid_to, '[]') @> ${day}::date
        and not exists (select from place_version u where u.place_id = v.parent_id and u.level <> 'commune'
          and daterange(u.valid_from, u.valid_to, '[]') @> ${day}::date)`.execute(app.db)
    assert.deepEqual(rows, [], day)
  }
})

test('every place that ended says what became of it, and every place that began where it came from', async () => {
  const { rows: silent } = await sql`select place_id from place_version v group by place_id
    having max(coalesce(valid_to, 'infinity')) < 'infinity'
      and not exists (select from place_succession s where s.from_id = v.place_id)`.execute(app.db)
  const { rows: sudden } = await sql`select place_id from place_version v group by place_id
    having min(coalesce(valid_from, '-infinity')) > '-infinity'
      and not exists (select from place_succession s where s.to_id = v.place_id)`.execute(app.db)
  assert.deepEqual([silent, sudden], [[], []])
})

test('two versions of one place, or two bearers of one code, cannot overlap', async () => {
  const { place_id, code } = await app.db
    .selectFrom('place_version')
    .select(['place_id', 'code'])
    .where('valid_to', '=', '2025-06-30')
    .where('level', '=', 'commune')
    .executeTakeFirstOrThrow()
  const insert = (place: number, otherCode: string | null) => sql`insert into place_version
    (place_id, valid_from, valid_to, name, full_name, type, level, code, search_key, exact_key, source)
    values (${place}, '2025-06-30', '2025-06-30', 'A', 'Xã A', 'Xã', 'commune', ${otherCode}, 'xa a', 'xa a', 'entered')`
  await assert.rejects(insert(place_id, '99999').execute(app.db), /exclusion constraint/)
  const other = await app.db.insertInto('place').defaultValues().returning('id').executeTakeFirstOrThrow()
  await assert.rejects(insert(other.id, code).execute(app.db), /exclusion constraint/)
})

test('an unchanged commune and an island district stay the same place; a merged one does not', async () => {
  const thoChau = await placeAt(app.db, '31105', '2025-06-30')
  assert.equal((await versionAt(app.db, thoChau!.placeId, '2025-07-01'))!.fullName, 'Đặc khu Thổ Châu')
  const lySon = await placeAt(app.db, '536', '2025-06-30')
  const now = (await versionAt(app.db, lySon!.placeId, '2025-07-01'))!
  assert.deepEqual([now.fullName, now.level, now.code], ['Đặc khu Lý Sơn', 'commune', '21548'])
  const { n } = await sql<{ n: number }>`select count(*)::int as n from (select place_id from place_version
    where level <> 'district' group by place_id having count(*) filter (where valid_to = '2025-06-30') = 1
      and count(*) filter (where valid_from = '2025-07-01') = 1) same`
    .execute(app.db)
    .then(({ rows }) => rows[0]!)
  assert.equal(n, 127 + 5 + 11)
})

test('loading again does nothing, and from nothing takes seconds', async (t) => {
  assert.deepEqual(await loadPlaces(app), { loaded: false, country: null, places: 0, versions: 0 })
  const empty = await openTestApp('empty', { t })
  const steps: LoadStep[] = []
  const started = performance.now()
  const loaded = await loadPlaces(empty, (step) => steps.push(step))
  const seconds = (performance.now() - started) / 1000
  assert.deepEqual([loaded.loaded, steps.at(-1)?.done], [true, 6])
  assert.ok(seconds < 20, `${seconds.toFixed(1)} s`)
})

test('a database from before the country was a place gets it once, above every province, and keeps its ids', async (t) => {
  const old = await openTestApp('places', { t })
  const country = (await placeAt(old.db, 'VN', '2023-06-30'))!
  await sql`update place_version set parent_id = null where parent_id = ${country.placeId}`.execute(old.db)
  await sql`delete from place_version where place_id = ${country.placeId}`.execute(old.db)
  await sql`delete from place_statistic where place_id = ${country.placeId}`.execute(old.db)
  await sql`delete from act where number = 'Hiến pháp năm 2013'`.execute(old.db)
  const added = await loadPlaces(old)
  assert.deepEqual([added.loaded, added.places, added.versions], [true, 1, 1])
  assert.deepEqual(await loadPlaces(old), { loaded: false, country: null, places: 0, versions: 0 })
  for (const [day, provinces] of [
    ['2023-06-30', 63],
    ['2025-07-01', 34],
  ] as const) {
    const { placeId, act } = (await placeAt(old.db, 'VN', day))!
    assert.deepEqual([placeId, act], [added.country, 'Hiến pháp năm 2013'])
    assert.equal((await childrenOf(old.db, placeId, day)).length, provinces)
  }
  const dongNai = async (app: typeof old) => (await placeAt(app.db, '75', '2023-06-30'))!.placeId
  assert.equal(await dongNai(old), await dongNai(app))
})

test('there is one country', async () => {
  const { id } = await app.db.insertInto('place').defaultValues().returning('id').executeTakeFirstOrThrow()
  const second = sql`insert into place_version (place_id, name, full_name, type, level, search_key, exact_key, source)
    values (${id}, 'A', 'A', 'Quốc gia', 'country', 'a', 'a', 'entered')`
  await assert.rejects(second.execute(app.db), /exclusion constraint/)
})
