// Entering 1,000 forms of 40 values through the operation, beside raw multi-row INSERTs of the same rows.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openApp, type App } from '../core/app.ts'
import { openEmbedded } from '../core/db/embedded.ts'
import { migrate } from '../core/db/migrate.ts'
import { loadPlaces } from '../core/places/place.load.ts'
import { saveEntry } from '../core/programmes/entries/entry.operations.ts'
import { operator } from '../core/shared/actor.ts'
import { must } from '../core/shared/result.ts'
import { ms, printTable, step } from './measure.ts'

const forms = 1000
const rows = 40

export async function benchEntry(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dong-thuan-bench-'))
  const embedded = await openEmbedded(folder) // durable as in service: the disk is part of what is measured
  const app = openApp({ databaseUrl: embedded.url, poolSize: 4 })
  try {
    await migrate(embedded.url)
    await step('địa bàn, đơn vị, biểu', () => prepare(app))
    const plain = await step('INSERT thẳng', () => insertPlain(app))
    const ours = await step('qua thao tác', () => saveAll(app))
    printTable(
      `${forms} biểu, mỗi biểu ${rows} số, một người nhập lần lượt, ghi bền xuống đĩa`,
      ['cách', 'mỗi biểu', 'tỷ lệ'],
      [
        ['INSERT nhiều dòng, một giao dịch', ms(plain), '1,0'],
        ['thao tác entries.save', ms(ours), (ours / plain).toFixed(1).replace('.', ',')],
      ],
    )
  } finally {
    await app.close()
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function prepare(app: App): Promise<void> {
  const { db } = app
  await loadPlaces(app)
  await sql`insert into body (organisation) select 'womensUnion' from generate_series(0, ${forms})`.execute(db)
  await sql`insert into body_version (body_id, name, short_name, place_id, search_key)
    select b.id, 'Đơn vị ' || b.id, 'ĐV', p.place_id, 'dv'
    from (select id, row_number() over (order by id) as no from body) b
    join (select place_id, row_number() over (order by place_id) as no from place_version
          where level = 'commune' and valid_to is null) p using (no)`.execute(db)
  await sql`insert into reporting_calendar (key, name, entry_kind, confidence) values ('bench', 'Bench', 'year', 'assumed')`.execute(
    db,
  )
  await sql`insert into period (calendar_id, key, kind, name, starts_on, ends_on, cut_off_on, due_on)
    values (1, '2026', 'year', 'Năm 2026', '2026-01-01', '2026-12-31', '2026-12-31', '2027-01-05')`.execute(db)
  await sql`insert into count_kind (key, name, unit, over_places, over_time, definition, confidence, position)
    select 'count' || n, 'Số đếm ' || n, 'person', 'sum', 'last', 'đo', 'assumed', n from generate_series(1, ${rows}) n`.execute(
    db,
  )
  await sql`insert into cell (count_id, organisation) select id, 'womensUnion' from count_kind`.execute(db)
  await sql`insert into form (body_id, calendar_id, key, name, kind) values (1, 1, 'B', 'Bench', 'figures')`.execute(db)
  await sql`insert into form_row (form_id, no, cell_id, label) select 1, id, id, 'dòng ' || id from cell`.execute(db)
  await sql`insert into duty (form_id, body_id, to_body_id) select 1, id, 1 from body where id > 1`.execute(db)
  await sql`analyze`.execute(db)
  await sql`insert into period (calendar_id, key, kind, name, starts_on, ends_on, cut_off_on, due_on)
    values (1, '2025', 'year', 'Năm 2025', '2025-07-01', '2025-12-31', '2025-12-31', '2026-01-05')`.execute(db)
  await sql`with e as (
      insert into entry (duty_id, form_id, body_id, to_body_id, place_id, period_id, stage, working_id)
      select d.id, 1, d.body_id, 1, d.body_id, 2, 'draft', d.id from duty d order by d.id returning id, working_id)
    insert into entry_version (entry_id, no, saved_at) select id, 1, now() from e order by working_id`.execute(db)
}

/** Milliseconds a form: the same rows into the same table, one statement and one commit each; nothing is checked. */
async function insertPlain(app: App): Promise<number> {
  const started = performance.now()
  for (let form = 1; form <= forms; form++) {
    const values = Array.from({ length: rows }, (_, i) => sql`(${form}, ${i + 1}, ${form + 1}, 2, ${form + i})`)
    await app.db.transaction().execute(async (tx) => {
      await sql`insert into entry_value (version_id, cell_id, place_id, period_id, value) values ${sql.join(values)}`.execute(
        tx,
      )
    })
  }
  return (performance.now() - started) / forms
}

async function saveAll(app: App): Promise<number> {
  const started = performance.now()
  for (let form = 1; form <= forms; form++) {
    const values = Array.from({ length: rows }, (_, i) => ({ no: i + 1, value: form + i }))
    const input = { body: form + 1, form: 1, period: 1, expectedVersion: 0, rows: values }
    must(await saveEntry.ask(app, operator, input))
  }
  return (performance.now() - started) / forms
}
