// The desk of citizens over a million submissions: the queue and its search at twenty officials, each beside the plainest
// correct SQL; then photographs coming in by the REST door, counted again, sorted and made anew.
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openApp, type App } from '../core/app.ts'
import { queue } from '../core/cases/queue.operations.ts'
import { sort } from '../core/cases/sort.operations.ts'
import { tidyFiles } from '../core/cases/tidy.ts'
import { trialSealKeys } from '../core/commands/seal-keys.ts'
import { openEmbedded } from '../core/db/embedded.ts'
import { migrate } from '../core/db/migrate.ts'
import { answerApi } from '../core/http/api.ts'
import { end } from '../core/media/workshop.ts'
import { operator, type Actor } from '../core/shared/actor.ts'
import { must } from '../core/shared/result.ts'
import { makeCases, officials, type BenchCases } from './cases.data.ts'
import { atFullSpeed, ms, oncePerSecond, printTable, sleep, summarise, type Times } from './measure.ts'
import { photo } from './photo.ts'

export async function benchCases({ seconds, count }: { seconds: number; count: number }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dt-b-'))
  const embedded = await openEmbedded(join(folder, 'data'))
  const seal = await trialSealKeys(folder)
  const app = openApp({
    ...{ databaseUrl: embedded.url, filesFolder: join(folder, 'files'), seal, poolSize: 10, secret: 'x'.repeat(32) },
    clock: () => new Date('2026-11-20T09:00:00+07:00'),
  })
  try {
    await migrate(embedded.url)
    const data = await makeCases(app, count)
    await measureLists(app, data, seconds)
    await measureSending(app, data, seconds)
  } finally {
    end()
    await app.close()
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

interface Asked {
  name: string
  ask(user: number): Promise<unknown>
  /** The plainest correct SQL for the same lines; of the same user. */
  plain(user: number): Promise<unknown>
}

async function measureLists(app: App, data: BenchCases, seconds: number): Promise<void> {
  const { receivers, handlers, desks } = data
  const asked = async (actor: Actor, input: object) => must(await queue.ask(app, actor, input))
  const words = ['nap cong vo', 'rac xay dung', 'truong mam non hoa sen', 'thu hoi dat so 113']
  const plainly = (user: number, where: ReturnType<typeof sql>) => plainQueue(app, desks[user + 1]!, where)
  const all: Asked[] = [
    {
      name: 'cán bộ tiếp nhận: chờ phân loại',
      ask: (user) => asked(receivers[user]!, { box: 'toSort' }),
      plain: (user) => plainly(user, sql`s.stage = 'received'`),
    },
    {
      name: 'cán bộ giải quyết: chờ tôi làm',
      ask: (user) => asked(handlers[user]!, { box: 'toDo' }),
      plain: (user) => plainly(user, sql`s.stage in ('open', 'suspended')`),
    },
    {
      name: 'tìm trong việc đang mở',
      ask: (user) => asked(receivers[user]!, { box: 'all', q: words[user % words.length] }),
      plain: (user) => plainly(user, sql`s.stage not in ('closed', 'ended') and ${has(words[user % words.length]!)}`),
    },
    {
      name: 'tìm trong việc đã xong',
      ask: (user) => asked(receivers[user]!, { box: 'finished', q: words[user % words.length] }),
      plain: (user) => plainly(user, sql`s.stage in ('closed', 'ended') and ${has(words[user % words.length]!)}`),
    },
  ]
  const rows: string[][] = []
  for (const { name, ask, plain } of all) {
    const plainTimes = await atFullSpeed({ clients: 1, times: 40 }, (client) => plain(client))
    const alone = await atFullSpeed({ clients: 1, times: 40 }, (client) => ask(client))
    const paced = await oncePerSecond({ users: officials, seconds: Math.min(seconds, 15) }, ask)
    const full = await atFullSpeed({ clients: officials, times: 20 }, ask)
    const ratio = (alone.p50 / plainTimes.p50).toFixed(1).replace('.', ',')
    rows.push([name, ms(plainTimes.p50), ms(alone.p50), ratio, ms(paced.p50), ms(paced.p95), ms(full.p95)])
  }
  printTable(
    `Danh sách trên ${data.submissions} hồ sơ, ${desks.length} nơi nhận (mục tiêu 95 %: 60 ms, tìm 100 ms)`,
    [
      'việc',
      'SQL thẳng',
      'một người',
      'tỷ lệ',
      `${officials} người mỗi giây`,
      '95 %',
      `${officials} vòng không nghỉ, 95 %`,
    ],
    rows,
  )
}

const has = (words: string) => sql`w.search_key like ${`%${words}%`}`

/** What one would write first: the lines of one desk, and how many lie in each stage; accents and scopes left out. */
async function plainQueue({ db }: App, desk: number, where: ReturnType<typeof sql>): Promise<void> {
  await sql`select s.*, l.due, w.text from submission s left join submission_letter w on w.submission_id = s.id
    left join legal_deadline l on l.noun = 'submission' and l.noun_id = s.id and l.met_at is null
    where s.desk_id = ${desk} and ${where} order by l.due_at limit 51`.execute(db)
  await sql`select s.stage, count(*), count(*) filter (where l.due_at < now()) from submission s
    left join legal_deadline l on l.noun = 'submission' and l.noun_id = s.id and l.met_at is null
    where s.desk_id = ${desk} and s.stage not in ('closed', 'ended') group by s.stage`.execute(db)
}

const aSecond = 15

/** They come evenly, whether the ones before are done or not; every tenth is sent twice at once by a nervous thumb. */
async function measureSending(app: App, { desks }: BenchCases, seconds: number): Promise<void> {
  const bytes = await photo({ width: 1600, height: 1200, least: 4e5 })
  const files = [{ name: 'anh.jpg', content: bytes.toString('base64') }]
  const text = 'Nắp cống trước chợ vỡ, nước tràn ra đường. Đề nghị sửa sớm.'
  const times: number[] = []
  const codes = new Set<string>()
  const sendOnce = async (body: string): Promise<void> => {
    const started = performance.now()
    const request = new Request('http://127.0.0.1/api/submissions', { method: 'POST', body })
    const answer = await answerApi(app, request)
    const said = (await answer.json()) as { code: string }
    // Sent twice at the very same moment, the second is told to send again; then it gets the same receipt.
    if (answer.status === 409 && said.code === 'sent-at-once') return sleep(50).then(() => sendOnce(body))
    if (!answer.ok) throw new Error(JSON.stringify(said))
    times.push(performance.now() - started)
    codes.add(said.code.replace('-', ''))
  }
  const count = aSecond * seconds
  const before = await countOf(app)
  await Promise.all(
    Array.from({ length: count }, async (_, i) => {
      await sleep((i * 1000) / aSecond)
      const desk = desks[i % desks.length]
      const body = JSON.stringify({
        once: randomBytes(18).toString('base64url'),
        desk,
        door: 'fieldReport',
        text,
        files,
      })
      await Promise.all(i % 10 === 0 ? [sendOnce(body), sendOnce(body)] : [sendOnce(body)])
    }),
  )
  const kept = (await countOf(app)) - before
  const sent = summarise(times)
  const sorted = await sortAll(app, [...codes])
  const started = performance.now()
  const { tidied } = await tidyFiles(app)
  tell({ count, seconds, sent, kept, codes: codes.size, sorted, tidied, took: performance.now() - started, bytes })
}

const countOf = async ({ db }: App) =>
  Number((await sql<{ n: string }>`select count(*) as n from submission`.execute(db)).rows[0]!.n)

async function sortAll(app: App, codes: readonly string[]): Promise<Times> {
  const { rows } = await sql<{
    id: number
  }>`select id from submission where code = any(${codes as string[]}::text[])`.execute(app.db)
  const times: number[] = []
  for (const { id } of rows) {
    const started = performance.now()
    must(await sort.ask(app, operator, { id, expectedVersion: 1, kind: 'fieldReport' }))
    times.push(performance.now() - started)
  }
  return summarise(times)
}

interface Told {
  count: number
  seconds: number
  sent: Times
  kept: number
  codes: number
  sorted: Times
  tidied: number
  took: number
  bytes: Buffer
}

function tell({ count, seconds, sent, kept, codes, sorted, tidied, took, bytes }: Told): void {
  printTable(
    `Gửi ${aSecond} việc mỗi giây trong ${seconds} giây, mỗi việc một ảnh ${(bytes.length / 1e6).toFixed(1)} MB (mục tiêu 95 %: 400 ms)`,
    ['việc', 'kết quả'],
    [
      ['đến biên nhận: giữa · 95 % · lâu nhất', `${ms(sent.p50)} · ${ms(sent.p95)} · ${ms(sent.max)}`],
      ['gửi · biên nhận · trong sổ', `${count} · ${codes} · ${kept}`],
      ['mất · trùng', `${count - codes} · ${kept - codes}`],
      ['phân loại, mở ảnh vào hồ sơ: giữa · 95 %', `${ms(sorted.p50)} · ${ms(sorted.p95)}`],
      ['quét và vẽ lại ảnh (mục tiêu 3 phút)', `${tidied} tệp, ${(took / 1000).toFixed(1).replace('.', ',')} giây`],
    ],
  )
}
