// Before and after migration 22: who was told of a correction comes from the messages, and a replacement gets a notice of its own.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { openTestDatabase } from '../testing/open-test-db.ts'
import { migrate, migrationFiles } from './migrate.ts'

const filled = `
  insert into body (organisation) select 'partyCommittee' from generate_series(1, 2);
  insert into number_series (body_id, family, basis, document_kind, symbol, valid_from, valid_to)
  values (1, 'party', 'term', 'BC', 'BC/HU', '2020-08-01', '2025-06-30');
  insert into register_line (series_id, number, full_number, dated, summary, taken_at)
  select 1, no, no || '-BC/HU', '2024-01-02', 'Báo cáo', '2024-01-02' from generate_series(1, 3) no;
  insert into register_line (series_id, number, full_number, dated, summary, taken_at, replaces_id)
  values (1, 4, '4-BC/HU', '2024-01-03', 'Báo cáo thay', '2024-01-03', 1);
  insert into register_line (series_id, number, full_number, dated, summary, taken_at, replaces_id, cancelled_at, cancel_reason)
  values (1, 5, '5-BC/HU', '2024-01-03', 'Báo cáo thay, đã huỷ số', '2024-01-03', 2, '2024-01-04', 'nhầm');
  insert into document_notice (register_line_id, kind, by_line_id, reason, made_at) values (2, 'correction', 3, '', '2024-01-03');
  insert into outbox_message (created_at, topic, body_id, payload)
  select '2024-01-03', 'document.correct', body, '{"line": 2, "number": "3-BC/HU"}' from unnest(array[1, 2, 2]) body;`

test('what was told stays told, once for each body; a cancelled number replaces nothing', async (t) => {
  const database = await openTestDatabase('blank', t)
  const names = migrationFiles()
  await migrate(database.url, { only: new Set(names.slice(0, names.indexOf('0022-word-forms.sql'))) })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  database.beforeDrop(() => client.end())
  await client.query(filled)
  await migrate(database.url)
  const notices = await client.query(
    'select register_line_id as line, kind, by_line_id as by from document_notice order by id',
  )
  assert.deepEqual(notices.rows, [
    { line: 2, kind: 'correction', by: 3 },
    { line: 1, kind: 'replacement', by: 4 },
  ])
  const told = await client.query('select notice_id as notice, body_id as body from document_notice_told order by 1, 2')
  assert.deepEqual(told.rows, [
    { notice: 1, body: 1 },
    { notice: 1, body: 2 },
  ])
})
