// The nation's figures for a bench: every commune, five organisations, eight counts, month after month.
import { sql, type Kysely } from 'kysely'
import type { App } from '../core/app.ts'
import type { Tables } from '../core/db/schema.ts'
import { countryCode } from '../core/places/place.ts'
import { loadPlaces } from '../core/places/place.load.ts'
import { placeAt } from '../core/places/place.read.ts'
import { loadCatalogue } from '../core/programmes/forms/catalogue.load.ts'
import { refreshPeriod } from '../core/programmes/boards/rollup.store.ts'
import { step } from './measure.ts'

export const organisations = ['youthUnion', 'womensUnion', 'farmersUnion', 'veterans', 'tradeUnion']
const counts = ['eligible', 'members', 'joined', 'left', 'workingAway', 'regular', 'core', 'gathered']
const firstYear = 2026

export interface BenchData {
  national: number
  provincial: number
  country: number
  province: number
  lastPeriod: number
  year: number
  values: number
}

/** Places, bodies, forms and duties, then the values; `months` of them. */
export async function makeData(app: App, months: number): Promise<BenchData> {
  const { db } = app
  await step('địa bàn và danh mục', async () => {
    await loadPlaces(app)
    await loadCatalogue(app, [])
  })
  const country = (await placeAt(db, countryCode, `${firstYear}-01-01`))!.placeId
  await step('tổ chức, biểu, đơn vị gửi', () => makeBodies(db, country))
  const { national, provincial, province } = await makeProgrammes(db, country)
  await makePeriods(db, months)
  const values = await step(`${months} tháng số liệu`, () => makeValues(db))
  await step('chỉ mục, thống kê', async () => {
    await indexValues(db)
    await sql`vacuum analyze`.execute(db)
  })
  const periods = await sql<{ id: number; day: string }>`
    select id, ends_on as day from period where kind = 'month' order by ends_on`.execute(db)
  await step('bảng cộng sẵn của mọi kỳ', async () => {
    for (const [i, { id, day }] of periods.rows.entries()) {
      await db.transaction().execute((tx) => refreshPeriod(tx, { periodId: id as never, day }))
      if ((i + 1) % 12 === 0) console.error(`… ${i + 1}/${periods.rows.length} tháng`)
    }
  })
  await sql`vacuum analyze rollup_cached, standing_cached`.execute(db)
  const year = firstYear + Math.floor((months - 1) / 12)
  return { national, provincial, country, province, lastPeriod: periods.rows.at(-1)!.id, year, values }
}

async function makeBodies(db: Kysely<Tables>, country: number): Promise<void> {
  await sql`insert into body (organisation) values ('partyCommittee'), ('massMobilisationBoard')`.execute(db)
  await sql`insert into body_version (body_id, name, short_name, place_id, search_key)
    select id, 'Trung ương ' || id, 'TW', ${country}, 'tw' from body`.execute(db)
  await sql`with o as (select unnest(${organisations}::text[]) as organisation),
    c as (select place_id from place_version where level = 'commune' and valid_to is null and code is not null),
    pairs as (select row_number() over (order by place_id, organisation) + 2 as id, place_id, organisation from c, o),
    made as (insert into body (id, organisation) overriding system value select id, organisation from pairs)
    insert into body_version (body_id, name, short_name, place_id, search_key)
    select id, organisation || ' ' || place_id, organisation, place_id, organisation from pairs`.execute(db)
  await sql`select setval(pg_get_serial_sequence('body', 'id'), max(id)) from body`.execute(db)
  await sql`insert into reporting_calendar (key, name, entry_kind, confidence)
    values ('bench', 'Bench', 'month', 'assumed')`.execute(db)
  await sql`insert into cell (count_id, organisation)
    select c.id, o from count_kind c, unnest(${organisations}::text[]) o where c.key = any(${counts}::text[])`.execute(
    db,
  )
  await sql`insert into form (body_id, calendar_id, key, name, kind)
    select 1, c.id, o, o, 'figures' from reporting_calendar c, unnest(${organisations}::text[]) o where c.key = 'bench'`.execute(
    db,
  )
  await sql`insert into form_row (form_id, no, cell_id, label)
    select f.id, row_number() over (partition by f.id order by k.position), cell.id, k.name
    from form f join cell on cell.organisation = f.key join count_kind k on k.id = cell.count_id`.execute(db)
  await sql`insert into duty (form_id, body_id, to_body_id)
    select f.id, b.id, 2 from body b join form f on f.key = b.organisation where b.id > 2`.execute(db)
}

async function makeProgrammes(db: Kysely<Tables>, country: number) {
  const province = await sql<{ id: number }>`
    select place_id as id from place_version where level = 'province' and code = '38' and valid_to is null`.execute(db)
  const place = province.rows[0]!.id
  const make = async (placeId: number, number: string) => {
    const made = await sql<{ id: number }>`
      insert into programme (body_id, place_id, year, number, title, calendar_id, stage)
      select 1, ${placeId}, 2035, ${number}, 'Chương trình ' || ${number}, id, 'issued' from reporting_calendar
      where key = 'bench' returning id`.execute(db)
    const id = made.rows[0]!.id
    await sql`insert into programme_form select ${id}, id, id from form where key = any(${organisations}::text[])`.execute(
      db,
    )
    await sql`insert into target (programme_id, no, indicator_version_id, name, comparator, threshold, confidence)
      select ${id}, row_number() over (order by i.id), v.id, i.name, '>', 80, 'assumed'
      from indicator i join indicator_version v on v.indicator_id = i.id
      where i.key in ('gatheringRate', 'regularActivityRate', 'coreMemberRate')`.execute(db)
    await sql`insert into target_exception (target_id, no, name, organisation, comparator, threshold)
      select id, 1, 'riêng Đoàn', 'youthUnion', '>=', 45 from target where programme_id = ${id} and no = 1`.execute(db)
    return id
  }
  return { national: await make(country, 'CN'), provincial: await make(place, 'TH'), province: place }
}

async function makePeriods(db: Kysely<Tables>, months: number): Promise<void> {
  await sql`insert into period (calendar_id, key, kind, name, starts_on, ends_on, cut_off_on, due_on)
    select c.id, to_char(m, 'YYYY-MM'), 'month', to_char(m, 'MM/YYYY'), m::date, (m + interval '1 month - 1 day')::date,
           (m + interval '1 month - 1 day')::date, (m + interval '1 month 4 days')::date
    from reporting_calendar c, generate_series(0, ${months - 1}::int) n,
      lateral (select make_date(${firstYear}::int, 1, 1) + make_interval(months => n) as m) at where c.key = 'bench'`.execute(
    db,
  )
  await sql`insert into period (calendar_id, key, kind, name, starts_on, ends_on, cut_off_on, due_on)
    select c.id, y::text, 'year', 'Năm ' || y, make_date(y, 1, 1), make_date(y, 12, 31), make_date(y, 12, 31), make_date(y + 1, 1, 5)
    from reporting_calendar c, generate_series(${firstYear}::int, ${firstYear + Math.floor((months - 1) / 12)}::int) y where c.key = 'bench'`.execute(
    db,
  )
}

/** Straight into the tables, in the shape the operations leave: one accepted version of every entry. */
async function makeValues(db: Kysely<Tables>): Promise<number> {
  await sql`drop index entry_value_counted`.execute(db)
  await sql`alter table entry_value drop constraint entry_value_pkey`.execute(db)
  const { rows } = await sql<{ id: number }>`select id from period where kind = 'month' order by ends_on`.execute(db)
  for (const [i, { id }] of rows.entries()) {
    await sql`with e as (
        insert into entry (duty_id, form_id, body_id, to_body_id, place_id, period_id, stage, working_id, counted_id)
        select d.id, d.form_id, d.body_id, d.to_body_id, b.place_id, ${id}, 'accepted', w, w
        from duty d join body_version b on b.body_id = d.body_id,
          lateral (select nextval(pg_get_serial_sequence('entry_version', 'id')) + 0 * d.id as w) s
        returning id, working_id, form_id, place_id),
      v as (
        insert into entry_version (id, entry_id, no, saved_at, submitted_at, accepted_at) overriding system value
        select working_id, id, 1, now(), now(), now() from e)
      insert into entry_value (version_id, cell_id, place_id, period_id, counted, value)
      select e.working_id, r.cell_id, e.place_id, ${id}, true,
             1 + (hashint8(e.working_id::bigint * 31 + r.cell_id) & 1023)
      from e join form_row r on r.form_id = e.form_id`.execute(db)
    if ((i + 1) % 12 === 0) console.error(`… ${i + 1}/${rows.length} tháng`)
  }
  const counted = await sql<{ n: number }>`select count(*)::bigint as n from entry_value`.execute(db)
  return counted.rows[0]!.n
}

async function indexValues(db: Kysely<Tables>): Promise<void> {
  await sql`alter table entry_value add primary key (version_id, cell_id)`.execute(db)
  await sql`create index entry_value_counted on entry_value (period_id, place_id, cell_id) include (value)
    where counted`.execute(db)
}
