// The gallery of the whole country: 34 provinces of 6,500 models; search, one family of two thousand, a year's figures; a thousand certificates.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openApp, type App } from '../core/app.ts'
import { openEmbedded } from '../core/db/embedded.ts'
import { migrate } from '../core/db/migrate.ts'
import { gallery, map } from '../core/models/gallery.operations.ts'
import { lineage } from '../core/models/lineage.operations.ts'
import { statistics } from '../core/models/statistics.operations.ts'
import { recountAll } from '../core/models/sums.store.ts'
import { front } from '../core/portal/front.operations.ts'
import { loadPlaces } from '../core/places/place.load.ts'
import { anonymous, operator, type Actor } from '../core/shared/actor.ts'
import { must } from '../core/shared/result.ts'
import { searchKey } from '../core/shared/text.ts'
import { benchCertificates } from './certificates.ts'
import { atFullSpeed, ms, oncePerSecond, printTable, step } from './measure.ts'

const provinces = 34
const each = 6500
const family = 2000
const visitors = 20

export async function benchModels({ seconds }: { seconds: number }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dt-b-'))
  const embedded = await openEmbedded(join(folder, 'data'))
  const app = openApp({ databaseUrl: embedded.url, poolSize: 10, clock: () => new Date('2026-11-20T09:00:00+07:00') })
  try {
    await migrate(embedded.url)
    await step('địa bàn', () => loadPlaces(app))
    const first = await step(`${provinces * each} mô hình, ${family} nơi làm theo`, () => makeModels(app))
    await measure(app, first, seconds)
    await benchCertificates()
  } finally {
    await app.close()
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const ask =
  (app: App, operation: { ask(app: App, actor: Actor, input: unknown): Promise<unknown> }, actor: Actor) =>
  async (input: object) =>
    must((await operation.ask(app, actor, input)) as never)

async function measure(app: App, first: number, seconds: number): Promise<void> {
  const shown = ask(app, gallery, anonymous)
  const kin = ask(app, lineage, operator)
  const figures = ask(app, statistics, operator)
  const { rows: provincesOf } = await sql<{ id: number }>`select distinct parent_id as id from place_version
    where level = 'commune' and valid_to is null and parent_id is not null order by 1 limit 1`.execute(app.db)
  const place = provincesOf[0]!.id
  const cases: [string, (input: object) => Promise<unknown>, object, ReturnType<typeof sql>, string][] = [
    ['trang đầu, cả nước', shown, {}, plainList(sql`true`), '80'],
    [
      'một tỉnh, một lĩnh vực',
      shown,
      { place, field: 'culture' },
      plainList(
        sql`m.field = 'culture' and m.place_id in (select place_id from place_version where parent_id = ${place})`,
      ),
      '80',
    ],
    [
      'tìm “no hoa ven kenh”',
      shown,
      { q: 'no hoa ven kenh' },
      plainList(sql`m.search_key like '%no hoa ven kenh%'`),
      '80',
    ],
    [
      'tìm “tu sach ven kenh”, không có',
      shown,
      { q: 'tu sach ven kenh' },
      plainList(sql`m.search_key like '%tu sach ven kenh%'`),
      '80',
    ],
    [
      'bản đồ cả nước',
      ask(app, map, anonymous),
      {},
      sql`select m.place_id, count(*) from model m join model_public p on p.model_id = m.id group by 1`,
      '150',
    ],
    [`dòng họ ${family} mô hình`, kin, { id: first }, sql`select * from model where origin_id = ${first}`, '150'],
    [
      'số liệu một năm, cả nước',
      figures,
      { year: 2026 },
      sql`select field, count(*) from model where year = 2026 group by 1`,
      '150',
    ],
  ]
  const rows: string[][] = []
  for (const [name, run, input, plainSql, aim] of cases) {
    const plain = await atFullSpeed({ clients: 1, times: 10 }, () => plainSql.execute(app.db))
    const alone = await atFullSpeed({ clients: 1, times: 20 }, () => run(input))
    const paced = await oncePerSecond({ users: visitors, seconds: Math.min(seconds, 10) }, () => run(input))
    const ratio = (alone.p50 / plain.p50).toFixed(2).replace('.', ',')
    rows.push([name, ms(plain.p50), ms(alone.p50), ratio, ms(paced.p50), ms(paced.p95), `${aim} ms`])
  }
  const counted = ask(app, front, anonymous)
  const [fresh, kept] = [
    await atFullSpeed({ clients: 1, times: 1 }, () => counted({})),
    await atFullSpeed({ clients: 1, times: 20 }, () => counted({})),
  ]
  rows.push([
    'trang đầu của cổng: người đầu trong phút, rồi những người sau',
    '',
    ms(fresh.p50),
    '',
    ms(kept.p50),
    '',
    '',
  ])
  printTable(
    `Mô hình, ${provinces * each} công khai`,
    ['việc', 'SQL thẳng', 'một người', 'tỷ lệ', `${visitors} người mỗi giây`, '95 %', 'mục tiêu 95 %'],
    rows,
  )
}

/** What one would write first. */
function plainList(where: ReturnType<typeof sql>) {
  return sql`select m.*, p.summary from model m join model_public p on p.model_id = m.id where ${where}
    order by p.shown_at desc limit 24`
}

const names = [
  'Bờ kênh nở hoa',
  'Ngõ sáng dân gần',
  'Tủ sách đầu ngõ',
  'Đổi rác lấy quà',
  'Tổ hoà giải ven kênh',
  'Nở hoa ven kênh',
]

async function makeModels({ db }: App): Promise<number> {
  const keys = names.map((name) => searchKey(name))
  await sql`insert into body (organisation) select 'womensUnion' from generate_series(1, 3321)`.execute(db)
  await sql`create table bench_owner as select b.id as body_id, p.place_id, row_number() over (order by p.place_id) - 1 as no
    from (select id, row_number() over (order by id) as no from body) b
    join (select place_id, row_number() over (order by place_id) as no from place_version
      where level = 'commune' and valid_to is null) p on p.no = b.no`.execute(db)
  await sql`insert into body_version (body_id, name, short_name, place_id, search_key)
    select body_id, 'Hội Phụ nữ ' || no, 'HPN', place_id, 'hoi' from bench_owner`.execute(db)
  const total = provinces * each
  await sql`insert into model (code, kind, field, year, name, search_key, owner_id, place_id, guide_id, stage, problem, content,
      first_recognised_on, made_at)
    select 'B' || n, 'model', (array['economy', 'culture', 'defence', 'politicalSystem'])[n % 4 + 1], 2018 + n % 9,
      (${names}::text[])[n % 6 + 1] || ' ' || n, (${keys}::text[])[n % 6 + 1] || ' ' || n, o.body_id, o.place_id, o.body_id,
      'recognised', repeat('Việc khó của dân. ', 6), repeat('Mỗi tổ nhận một đoạn. ', 10),
      make_date(2018 + n % 9, 10, 1), now()
    from generate_series(1, ${total}) n join bench_owner o on o.no = n % (select count(*) from bench_owner)`.execute(db)
  const { rows } = await sql<{ id: number }>`select min(id)::int as id from model`.execute(db)
  const first = rows[0]!.id
  // A family three deep: the first, forty that copied it, and the rest that copied one of those.
  await sql`update model set origin_id = case when id <= ${first + 40} then ${first}::int else ${first + 1}::int + id % 40 end
    where id > ${first} and id <= ${first + family}`.execute(db)
  await sql`insert into model_recognition (model_id, level, body_id, decision, on_date, signer_post, at)
    select id, case when id % 5 = 0 then 'province' else 'commune' end, owner_id, '1/QĐ', first_recognised_on, 'Chủ tịch', now()
    from model`.execute(db)
  await sql`insert into model_review (model_id, year, class, body_id, at)
    select id, 2026, (array['good', 'fair', 'average'])[id % 3 + 1], owner_id, now() from model where year < 2026`.execute(
    db,
  )
  await sql`insert into model_public (model_id, summary, shown_at, changed_at, kind, field, year, place_id, levels, words)
    select m.id, 'Ven kênh từng là nơi đổ rác; nay dân tự chăm đường hoa.', now() - m.id * interval '1 minute', now(), m.kind,
      m.field, m.year, m.place_id, array[r.level], m.words
    from model m join model_recognition r on r.model_id = m.id`.execute(db)
  await db.transaction().execute(recountAll)
  await sql`vacuum analyze`.execute(db)
  return first
}
