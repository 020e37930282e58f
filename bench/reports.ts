// Reports of a province: reading 166 communes side by side, merging their passages, long files, workbooks, a nation's year-end.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openApp, type App } from '../core/app.ts'
import { acceptAnswer, submitAnswer } from '../core/calls/answers/answer.operations.ts'
import { createCall } from '../core/calls/call.create.operations.ts'
import { editCall, issueCall } from '../core/calls/call.operations.ts'
import { readSection } from '../core/calls/section.reads.ts'
import { openEmbedded } from '../core/db/embedded.ts'
import { migrate } from '../core/db/migrate.ts'
import { merge } from '../core/reports/merge.operations.ts'
import { writtenSections } from '../core/reports/outline.ts'
import { create } from '../core/reports/report.create.operations.ts'
import { preview, render } from '../core/reports/report.render.operations.ts'
import { writeText } from '../core/reports/report.write.operations.ts'
import { operator } from '../core/shared/actor.ts'
import { must } from '../core/shared/result.ts'
import { makeData, type BenchData } from './data.ts'
import { ms, oncePerSecond, printTable, step, summarise } from './measure.ts'
import { benchClock, openPages, secret } from './pages.ts'
import { readWorkbooks } from './workbooks.ts'

const organisation = 'womensUnion' // one body a commune answers
const sections = 12
const paragraph =
  'Tổ chức đã tuyên truyền đến bà con, vận động đóng góp ngày công làm đường, giữ gìn vệ sinh, giúp nhau lúc khó khăn.'

export async function benchReports({ seconds }: { seconds: number }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dong-thuan-bench-'))
  const embedded = await openEmbedded(folder, { throwaway: true })
  const app = openApp({ databaseUrl: embedded.url, poolSize: 12, clock: benchClock, secret })
  try {
    await migrate(embedded.url)
    const data = await makeData(app, 12)
    const { call, body, answered } = await askProvince(app, data)
    const rows = [
      await sideBySide(app, { call, body, url: embedded.url, seconds }),
      await mergeAll(app, { data, call }),
      ...(await longReport(app, data)),
      await readWorkbooks(app, { body, organisation }),
      await everyPlace(app, data),
    ]
    printTable(`Báo cáo, ${answered} xã trả lời ${sections} mục`, ['việc', 'kết quả', 'mục tiêu'], rows)
  } finally {
    await app.close()
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A body of the province asks every commune's for twelve sections; all of them answer and are accepted. */
async function askProvince(app: App, { province }: BenchData) {
  const { rows } = await sql<{ id: number }>`
    with made as (insert into body (organisation) values ('partyCommittee') returning id)
    insert into body_version (body_id, name, short_name, place_id, search_key)
    select id, 'Tỉnh ủy', 'TU', ${province}, 'tu' from made returning body_id as id`.execute(app.db)
  const body = rows[0]!.id
  const made = must(
    await createCall.ask(app, operator, { body, kind: 'final', year: 2035, dueOn: '2036-01-15', title: 'Đề cương đo' }),
  )
  const outline = Array.from({ length: sections }, (_, i) => ({ key: `muc${i + 1}`, heading: `Mục ${i + 1}` }))
  const edited = must(
    await editCall.ask(app, operator, {
      ...{ id: made.call, expectedVersion: made.version, title: 'Đề cương đo', dueOn: '2036-01-15' },
      ...{ sections: outline, organisations: [organisation] },
    }),
  )
  must(await issueCall.ask(app, operator, { id: made.call, expectedVersion: edited.version }))
  const asked = await sql<{
    id: number
  }>`select body_id as id from call_addressee where call_id = ${made.call}`.execute(app.db)
  await step(`${asked.rows.length} đơn vị trả lời ${sections} mục`, async () => {
    for (const { id } of asked.rows) {
      const texts = Object.fromEntries(outline.map(({ key }) => [key, `Đơn vị ${id}: bà con góp công làm đường.`]))
      const at = { call: made.call, body: id }
      const { version } = must(await submitAnswer.ask(app, operator, { ...at, expectedVersion: 0, texts }))
      must(await acceptAnswer.ask(app, operator, { ...at, expectedVersion: version }))
    }
  })
  return { call: made.call, body, answered: asked.rows.length }
}

async function sideBySide(app: App, at: { call: number; body: number; url: string; seconds: number }) {
  const server = await openPages(app, { url: at.url, bodies: [at.body] })
  try {
    const path = (turn: number) => `/de-cuong/${at.call}/doc?muc=muc${(turn % sections) + 1}`
    const size = await server.page(path(0))
    const load = { users: 10, seconds: at.seconds }
    const times = await step('đọc cạnh nhau', () => oncePerSecond(load, (user, turn) => server.page(path(user + turn))))
    return [
      'trang đọc cạnh nhau, 10 người mỗi giây hỏi một lần, p95',
      `${ms(times.p95)} (${Math.round(size / 1024)} kB)`,
      '200 ms',
    ]
  } finally {
    server.stop()
  }
}

/** All passages of the twelve sections into as many sections of the province's report. */
async function mergeAll(app: App, { data, call }: { data: BenchData; call: number }) {
  const made = must(await create.ask(app, operator, { programme: data.provincial, kind: 'final', period: '2026' }))
  const into = writtenSections('final')
  let [merged, took] = [0, 0]
  for (let no = 1; no <= sections; no++) {
    const at = { id: call, section: `muc${no}` }
    const { units } = must(await readSection.ask(app, operator, at))
    const items = units.flatMap(({ version, paragraphs }) => paragraphs.map(({ no }) => `${version}.${no}`))
    const section = into[(no - 1) % into.length]!.key
    const started = performance.now()
    // The report has fewer sections: what is asked later goes behind what was asked first.
    const result = await merge.ask(app, operator, {
      ...{ id: made.report, section, call, callSection: at.section, items, expectedVersion: no > into.length ? 1 : 0 },
    })
    took += performance.now() - started
    merged += must(result).merged
  }
  return [`ghép ${merged} đoạn giữ nguồn`, ms(took), '1.000 ms cho 2.000 đoạn']
}

/** A report of about a hundred pages: every section as long as the form takes, and the annex of the communes. */
async function longReport(app: App, data: BenchData) {
  const made = must(await create.ask(app, operator, { programme: data.provincial, kind: 'interim', period: '2026' }))
  const text = Array.from({ length: 166 }, () => paragraph).join('\n')
  for (const { key } of writtenSections('interim'))
    must(await writeText.ask(app, operator, { id: made.report, section: key, text, expectedVersion: 0 }))
  const rows: string[][] = []
  for (const [format, aim] of [
    ['docx', '3 s'],
    ['pdf', '5 s'],
  ] as const) {
    const times: number[] = []
    let bytes = Buffer.alloc(0)
    const before = process.memoryUsage().rss
    await step(`báo cáo dài, ${format}`, async () => {
      for (let turn = 0; turn < 5; turn++) {
        const started = performance.now()
        const { content } = must(await render.ask(app, operator, { id: made.report, format }))
        times.push(performance.now() - started)
        bytes = Buffer.from(content, 'base64')
      }
    })
    const grown = Math.round((process.memoryUsage().rss - before) / 2 ** 20)
    const pages =
      format === 'pdf' ? `, ${bytes.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? '?'} trang` : ''
    const size = `${Math.round(bytes.length / 1024)} kB${pages}, bộ nhớ thêm ${grown} MB sau 5 lần`
    rows.push([`báo cáo dài ${format}, chậm nhất trong 5 lần`, `${ms(summarise(times).max)} (${size})`, aim])
  }
  return rows
}

/** The year-end report of every province and every commune, one after the other, as Word files. */
async function everyPlace(app: App, data: BenchData) {
  await sql`
    insert into programme (body_id, place_id, year, number, title, calendar_id, stage)
    select 1, v.place_id, 2035, 'X' || v.place_id, 'Chương trình ' || v.place_id, p.calendar_id, 'issued'
    from place_version v, programme p
    where p.id = ${data.provincial} and v.valid_to is null and v.level in ('province', 'commune')
      and v.code is not null`.execute(app.db)
  await sql`insert into programme_form select p.id, f.form_id, f.position from programme p, programme_form f
    where p.number like 'X%' and f.programme_id = ${data.provincial}`.execute(app.db)
  await sql`insert into target (programme_id, no, indicator_version_id, name, comparator, threshold, confidence)
    select p.id, t.no, t.indicator_version_id, t.name, t.comparator, t.threshold, t.confidence
    from programme p, target t where p.number like 'X%' and t.programme_id = ${data.provincial}`.execute(app.db)
  await sql`analyze programme, programme_form, target`.execute(app.db)
  const { rows } = await sql<{ id: number }>`select id from programme where number like 'X%' order by id`.execute(
    app.db,
  )
  const started = performance.now()
  let size = 0
  await step(`${rows.length} báo cáo tổng kết`, async () => {
    for (const [i, { id }] of rows.entries()) {
      const asked = { programme: id, kind: 'final', period: '2026', format: 'docx' } as const
      size += must(await preview.ask(app, operator, asked)).content.length
      if ((i + 1) % 500 === 0) console.error(`… ${i + 1}/${rows.length} báo cáo`)
    }
  })
  const took = (performance.now() - started) / 1000
  const rate = `${(rows.length / took).toFixed(1).replace('.', ',')} báo cáo mỗi giây`
  return [
    `${rows.length} báo cáo Word của mọi tỉnh, xã`,
    `${took.toFixed(0)} s, ${rate}, ${Math.round((size * 0.75) / 2 ** 20)} MB`,
    'in ra tốc độ',
  ]
}
