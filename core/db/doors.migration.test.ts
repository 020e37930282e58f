// Before and after migration 33: what is shown gets its desk, place, time, topic and state; what may not be seen any more gets none.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { openTestDatabase } from '../testing/open-test-db.ts'
import { migrate, migrationFiles } from './migrate.ts'

const filled = `
  insert into place default values;
  insert into body (organisation) select 'peoplesCommittee' from generate_series(1, 2);
  insert into submission (desk_id, code, secret_hash, once_hash, place_id, channel, door, received_at, stage, outcome, kind, topic, lead_id)
  select 1 + no % 2, 'AAAA000' || no, 'x', 'x' || no, 1, 'web', 'fieldReport', ('2026-07-0' || no)::timestamptz, stage, outcome, kind, 'road',
    case when stage in ('open', 'closed') then 1 end
  from (values (1, 'open', null, 'fieldReport'), (2, 'closed', null, 'petition'), (3, 'ended', 'rejected', 'fieldReport'),
    (4, 'ended', 'withdrawn', 'fieldReport'), (5, 'open', null, 'complaint')) s(no, stage, outcome, kind);
  insert into submission_public (submission_id, text, shown_at, changed_at)
  select id, 'Nắp cống vỡ.', '2026-07-09', '2026-07-09' from submission;
  insert into open311_key (desk_id, name, prefix, hash, created_at) values (1, 'Tổng đài', 'gr_', 'x', '2026-07-01');`

test('each shown case keeps what it was shown with; a key keeps the pace keys had', async (t) => {
  const database = await openTestDatabase('blank', t)
  const names = migrationFiles()
  await migrate(database.url, { only: new Set(names.slice(0, names.indexOf('0033-doors.sql'))) })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  database.beforeDrop(() => client.end())
  await client.query(filled)
  await migrate(database.url)
  const shown = await client.query(`select desk_id as desk, place_id as place, topic, state,
    (received_at at time zone 'Asia/Ho_Chi_Minh')::date::text as day from submission_public order by submission_id`)
  assert.deepEqual(
    shown.rows.map(({ desk, place, topic, state }) => [desk, place, topic, state]),
    [
      [2, 1, 'road', 'open'],
      [1, 1, 'road', 'answered'],
      [2, 1, 'road', 'rejected'],
      [1, 1, 'road', null],
      [2, 1, 'road', null],
    ],
  )
  assert.equal(shown.rows[1].day, '2026-07-02')
  const stamps = await client.query('select desk_id as desk, changes from desk_shown order by 1')
  assert.deepEqual(stamps.rows, [
    { desk: 1, changes: '1' },
    { desk: 2, changes: '1' },
  ])
  const [key] = (await client.query('select burst, a_minute, last_used_at from open311_key')).rows
  assert.deepEqual(key, { burst: 120, a_minute: 60, last_used_at: null })
})
