// Reading boards over the nation's figures: SQL alone at full speed, and whole pages for ten users, beside plain SQL.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openApp, type App } from '../core/app.ts'
import { openEmbedded } from '../core/db/embedded.ts'
import { migrate } from '../core/db/migrate.ts'
import { gatherBoard } from '../core/programmes/boards/board.reads.ts'
import { placeRef } from '../core/programmes/boards/board.store.ts'
import { periodsOf } from '../core/programmes/forms/form.store.ts'
import { readProgramme } from '../core/programmes/programme.store.ts'
import { preview } from '../core/reports/report.render.operations.ts'
import { operator } from '../core/shared/actor.ts'
import { must } from '../core/shared/result.ts'
import { makeData, type BenchData } from './data.ts'
import { benchClock, openPages, secret, today } from './pages.ts'
import { atFullSpeed, ms, oncePerSecond, printTable, step, summarise, type Times } from './measure.ts'

export async function benchRollup({ months, seconds }: { months: number; seconds: number }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dong-thuan-bench-'))
  const embedded = await openEmbedded(folder, { throwaway: true })
  const app = openApp({ databaseUrl: embedded.url, poolSize: 12, clock: benchClock, secret })
  try {
    await migrate(embedded.url)
    const data = await makeData(app, months)
    await readAlone(app, data)
    await readPages(app, { data, url: embedded.url, seconds })
    await writeReports(app, data)
  } finally {
    await app.close()
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The queries of a board, ten clients at full speed, and the plainest correct SQL over the raw entries. */
async function readAlone(app: App, data: BenchData): Promise<void> {
  const board = async (programmeId: number, placeId: number) => {
    const { readDb: db } = app
    const programme = (await readProgramme(db, programmeId as never))!
    const periods = await periodsOf(db, programme.calendarId!)
    const period = periods.find((one) => one.key === String(data.year))!
    return async () => {
      const place = (await placeRef(db, placeId as never, period.endsOn))!
      await gatherBoard(db, { programme, place, period, today })
    }
  }
  const plain = (placeId: number) => () =>
    sql`with recursive tree as (
          select ${placeId}::int as child, ${placeId}::int as id
          union all
          select case when tree.child = ${placeId} then v.place_id else tree.child end, v.place_id
          from tree join place_version v on v.parent_id = tree.id and v.valid_to is null)
        select tree.child, x.cell_id, sum(x.value) from tree
        join entry e on e.place_id = tree.id and e.stage = 'accepted' and e.period_id = ${data.lastPeriod}
                join lateral (select id from entry_version w where w.entry_id = e.id and w.accepted_at is not null
                      order by no desc limit 1) w on true
        join entry_value x on x.version_id = w.id group by 1, 2`.execute(app.readDb)
  const measures: [string, Times, Times][] = []
  const load = { clients: 10, times: 12 }
  for (const [name, programme, place] of [
    ['tỉnh, cả năm', data.provincial, data.province],
    ['cả nước, cả năm', data.national, data.country],
  ] as const) {
    const ask = await board(programme, place)
    await atFullSpeed({ clients: load.clients, times: 2 }, ask) // connections opened, plans and pages in memory
    const ours = await step(`SQL ${name}`, () => atFullSpeed(load, ask))
    const theirs = await step(`SQL thẳng ${name}`, () => atFullSpeed({ clients: 10, times: 2 }, plain(place)))
    measures.push([name, ours, theirs])
  }
  printTable(
    `SQL của bảng, 10 máy hỏi liên tục, ${data.values.toLocaleString('vi')} số`,
    ['bảng', 'p50', 'p95', 'SQL thẳng p95', 'tỷ lệ'],
    measures.map(([name, ours, theirs]) => [
      ...[name, ms(ours.p50), ms(ours.p95), ms(theirs.p95), (ours.p95 / theirs.p95).toFixed(2)],
    ]),
  )
}

/** Whole pages over HTTP from a server process of its own: ten users, each asking once a second. */
async function readPages(app: App, at: { data: BenchData; url: string; seconds: number }): Promise<void> {
  const server = await openPages(app, { url: at.url, bodies: [1] })
  const { data, seconds } = at
  const { rows } = await sql<{ path: string }>`
    select '/nhap-so-lieu/' || body_id || '/' || form_id || '/' || ${data.lastPeriod}::int as path
    from duty order by id limit 200`.execute(app.readDb)
  const pages: [string, (turn: number) => string][] = [
    ['bảng của tỉnh, cả năm', () => `/chuong-trinh/${data.provincial}/bang?ky=${data.year}`],
    [
      'bảng của tỉnh, mở rộng từng xã',
      () => `/chuong-trinh/${data.provincial}/bang?dia-ban=${data.province}&ky=${data.year}&muc=1`,
    ],
    ['bảng cả nước, cả năm', () => `/chuong-trinh/${data.national}/bang?ky=${data.year}`],
    ['biểu của một tổ chức xã', (turn) => rows[turn % rows.length]!.path],
  ]
  const measured: [string, Times, number][] = []
  try {
    for (const [name, path] of pages) {
      const size = await server.page(path(0))
      const load = { users: 10, seconds }
      measured.push([
        name,
        await step(name, () => oncePerSecond(load, (user, turn) => server.page(path(user * 20 + turn)))),
        size,
      ])
    }
  } finally {
    server.stop()
  }
  printTable(
    `Cả trang qua HTTP, 10 người mỗi giây hỏi một lần, ${seconds} giây`,
    ['trang', 'p50', 'p95', 'chậm nhất', 'cỡ trang'],
    measured.map(([name, times, size]) => [
      name,
      ms(times.p50),
      ms(times.p95),
      ms(times.max),
      `${Math.round(size / 1024)} kB`,
    ]),
  )
}

/** The final report of the province, with an annex of every commune, one after the other. */
async function writeReports(app: App, data: BenchData): Promise<void> {
  const rows: string[][] = []
  for (const format of ['docx', 'pdf', 'html', 'json'] as const) {
    const times: number[] = []
    let size = 0
    await step(`báo cáo của tỉnh, ${format}`, async () => {
      for (let turn = 0; turn < 5; turn++) {
        const started = performance.now()
        const asked = { programme: data.provincial, kind: 'final', period: String(data.year), format } as const
        const { content, encoding } = must(await preview.ask(app, operator, asked))
        times.push(performance.now() - started)
        size = Buffer.from(content, encoding).length
      }
    })
    const { p50, max } = summarise(times)
    rows.push([format, ms(p50), ms(max), `${Math.round(size / 1024)} kB`])
  }
  printTable('Báo cáo tổng kết của tỉnh, phụ lục từng xã', ['dạng', 'p50', 'chậm nhất', 'cỡ tệp'], rows)
}
