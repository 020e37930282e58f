// Before and after migration 26: whose word an opinion of the own line is, where that is known; otherwise it stands for nobody.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { openTestDatabase } from '../testing/open-test-db.ts'
import { migrate, migrationFiles } from './migrate.ts'

// Bodies: 1 asks, 2 receives, 3 its union above the district's (4), 5 another line; 6 to 9 send. Persons: 1 of body 3, 2 of body 5.
const filled = `
  insert into place default values;
  insert into body (organisation) select 'farmersUnion' from generate_series(1, 9);
  insert into body_version (body_id, name, short_name, search_key, place_id, parent_id, valid_from)
  select id, 'Hội ' || id, 'Hội', 'hoi', 1, case when id = 4 then 3 end, '2000-01-01' from body order by id;
  insert into person (name, username, search_key) values ('Chủ tịch', 'mot', 'mot'), ('Phó', 'hai', 'hai');
  insert into role_held (person_id, role, body_id, valid_from) values (1, 'head', 3, '2020-01-01'), (2, 'officer', 5, '2020-01-01');
  insert into reporting_calendar (key, name, entry_kind, confidence) values ('nam', 'Lịch', 'year', 'assumed');
  insert into period (calendar_id, key, name, kind, starts_on, ends_on, due_on, cut_off_on)
  values (1, '2023', 'năm 2023', 'year', '2023-01-01', '2023-12-14', '2023-12-15', '2023-12-14');
  insert into form (body_id, calendar_id, key, name, kind) values (1, 1, 'F1', 'Biểu', 'figures'), (1, 1, 'F2', 'Biểu', 'figures');
  insert into duty (form_id, body_id, to_body_id, line_body_id)
  values (1, 6, 2, 4), (2, 7, 2, 4), (2, 8, 2, 4), (2, 9, 2, null);
  begin;
  insert into entry (duty_id, form_id, body_id, to_body_id, place_id, period_id, stage, working_id, line_version, line_counted_id)
  select id, form_id, body_id, 2, 1, 1, 'submitted', id, 2, id from duty order by id;
  insert into entry_version (entry_id, no, saved_at, submitted_at) select id, 1, '2023-12-01', '2023-12-01' from entry order by id;
  commit;
  insert into line_opinion (entry_id, version_id, opinion, given_by, given_at)
  values (1, 1, 'accepted', 2, '2023-12-02'), (2, 2, 'accepted', 1, '2023-12-02'),
         (3, 3, 'accepted', 2, '2023-12-02'), (4, 4, 'accepted', 1, '2023-12-02');
  insert into event (at, actor_kind, noun, noun_id, move)
  values ('2023-11-01', 'operator', 'form', 1, 'setLine'), ('2023-12-05', 'operator', 'form', 2, 'setLine');`

test('an opinion gets the body that gave it; where that is not known it no longer stands', async (t) => {
  const database = await openTestDatabase('blank', t)
  const names = migrationFiles()
  await migrate(database.url, { only: new Set(names.slice(0, names.indexOf('0026-mends.sql'))) })
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  database.beforeDrop(() => client.end())
  await client.query(filled)
  await migrate(database.url)
  const { rows } =
    await client.query(`select o.line_body_id as line, e.line_counted_id as counted, e.line_version as version
    from line_opinion o join entry e on e.id = o.entry_id order by o.id`)
  assert.deepEqual(rows, [
    { line: 4, counted: 1, version: 2 }, // nobody has said since who receives the form
    { line: 4, counted: 2, version: 2 }, // said since, but by the head of the union above
    { line: null, counted: null, version: 3 }, // said since, by an officer of another body
    { line: null, counted: null, version: 3 }, // no line any more
  ])
})
