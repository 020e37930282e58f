// The desk of citizens over a million submissions: the queue and its search at twenty officials, each beside the plainest
// correct SQL; the public list and figures; then photographs coming in, and a flood from one address.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openApp, type App } from '../core/app.ts'
import { queue } from '../core/cases/queue.operations.ts'
import { trialSealKeys } from '../core/commands/seal-keys.ts'
import { openEmbedded } from '../core/db/embedded.ts'
import { migrate } from '../core/db/migrate.ts'
import { end } from '../core/media/workshop.ts'
import type { Actor } from '../core/shared/actor.ts'
import { must } from '../core/shared/result.ts'
import { makeCases, officials, type BenchCases } from './cases.data.ts'
import { atFullSpeed, ms, oncePerSecond, printTable } from './measure.ts'
import { measurePublic } from './published.ts'
import { measureFlood, measureSending } from './sending.ts'

interface Run {
  seconds: number
  count: number
  /** How long submissions keep coming. */
  sendSeconds: number
}

export async function benchCases({ seconds, count, sendSeconds }: Run): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dt-b-'))
  const embedded = await openEmbedded(join(folder, 'data'))
  const seal = await trialSealKeys(folder)
  const started = performance.now()
  const app = openApp({
    ...{ databaseUrl: embedded.url, filesFolder: join(folder, 'files'), seal, poolSize: 10, secret: 'x'.repeat(32) },
    // Goes on as clocks do: what is kept for a minute is kept no longer here either.
    clock: () => new Date(Date.parse('2026-11-20T09:00:00+07:00') + performance.now() - started),
  })
  try {
    await migrate(embedded.url)
    const data = await makeCases(app, count)
    await measureLists(app, data, seconds)
    await measurePublic(app, data, seconds)
    await measureSending(app, data, {
      aSecond: 15,
      seconds: sendSeconds,
      picture: { width: 1600, height: 1200, least: 4e5 },
    })
    await measureSending(app, data, {
      aSecond: 5,
      seconds: sendSeconds,
      picture: { width: 4000, height: 3000, least: 3e6 },
    })
    await measureFlood(app, data, sendSeconds)
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
