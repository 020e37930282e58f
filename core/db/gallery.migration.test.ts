// Before and after migration 37: what is shown gets what it is found by, and the sums of every year are those of a slow count.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { openApp } from '../app.ts'
import { sumDifferences } from '../models/sums.check.store.ts'
import { openTestDatabase } from '../testing/open-test-db.ts'
import { migrate, migrationFiles } from './migrate.ts'

const filled = `
  insert into place default values;
  insert into body (organisation) select 'womensUnion' from generate_series(1, 2);
  insert into model (code, kind, field, year, name, search_key, owner_id, place_id, guide_id, stage, first_recognised_on,
    ended_on, origin_id, made_at)
  select 'M' || no, 'model', field, year, 'Bờ kênh ' || no, 'bo kenh ' || no, 1 + no % 2, 1, 1, stage, first::date, ended::date,
    origin, now()
  from (values (1, 'culture', 2021, 'recognised', '2021-11-01', null, null), (2, 'culture', 2022, 'ended', '2022-10-01', '2024-03-01', 1),
    (3, 'economy', 2024, 'registered', null, null, 1), (4, 'economy', 2024, 'draft', null, null, null),
    (5, 'economy', 2024, 'ended', '2024-02-01', '2024-09-01', null))
    m(no, field, year, stage, first, ended, origin);
  insert into model_recognition (model_id, level, body_id, decision, on_date, signer_post, at)
  select id, 'commune', 1, '1/QĐ', first_recognised_on, 'Chủ tịch', now() from model where first_recognised_on is not null;
  insert into model_recognition (model_id, level, body_id, decision, on_date, signer_post, at)
  values (1, 'province', 1, '9/QĐ', '2023-05-01', 'Chủ tịch', now());
  insert into model_review (model_id, year, class, body_id, at)
  select id, y, case y when 2023 then 'good' else 'average' end, 1, now() from model, generate_series(2022, 2024) y
  where first_recognised_on < make_date(y, 1, 1);
  insert into model_public (model_id, summary, shown_at, changed_at) values (1, 'Dân tự chăm đường hoa.', now(), now());`

test('shown models are found as before; the sums of each year, in each level, are right from the first day', async (t) => {
  const database = await openTestDatabase('blank', t)
  const names = migrationFiles()
  await migrate(database.url, { only: new Set(names.slice(0, names.indexOf('0037-gallery.sql'))) })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  database.beforeDrop(() => client.end())
  await client.query(filled)
  await migrate(database.url)
  const shown = await client.query(
    `select kind, field, year, place_id, levels, words @@ to_tsquery('simple', 'kenh') as found from model_public`,
  )
  assert.deepEqual(shown.rows, [
    { kind: 'model', field: 'culture', year: 2021, place_id: 1, levels: ['commune', 'province'], found: true },
  ])
  const app = openApp({ databaseUrl: database.url, poolSize: 2 })
  database.beforeDrop(app.close)
  const { compared, sums } = await sumDifferences(app.readDb)
  assert.deepEqual(sums, [])
  assert.ok(compared > 8, String(compared))
  const noted = await client.query(`select code from model where counted = '[]' order by 1`)
  assert.deepEqual(noted.rows, [{ code: 'M4' }])
  const recognised = await client.query(`select year, level, sum(recognised)::int as n from model_sum
    where field = 'culture' and owner_id = 2 group by 1, 2 having sum(recognised) <> 0 order by 1, 2`)
  assert.deepEqual(recognised.rows, [
    { year: 2021, level: 'commune', n: 1 },
    { year: 2023, level: 'commune', n: -1 },
    { year: 2023, level: 'province', n: 1 },
  ])
})
