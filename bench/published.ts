// What everybody reads at once: the list of a ward with fifty thousand published cases, while its cases go on; and the figures.
import { sql } from 'kysely'
import type { App } from '../core/app.ts'
import { front } from '../core/portal/front.operations.ts'
import { reportFigures } from '../core/portal/figures.operations.ts'
import { listReports } from '../core/portal/report.operations.ts'
import { anonymous } from '../core/shared/actor.ts'
import { must, type Result } from '../core/shared/result.ts'
import type { BenchCases } from './cases.data.ts'
import { atFullSpeed, ms, oncePerSecond, printTable, step } from './measure.ts'

const published = 50_000
const visitors = 20

export async function measurePublic(app: App, { desks }: BenchCases, seconds: number): Promise<void> {
  const desk = desks[30]!
  await step(`${published} việc công khai ở một phường`, () => publish(app, desk))
  const list = async (input: object) => must(await listReports.ask(app, anonymous, input))
  const asked: [string, object, ReturnType<typeof sql>][] = [
    ['trang đầu của phường', { desk }, sql`true`],
    ['mọi nơi', {}, sql`true`],
    [
      'một lĩnh vực, đã trả lời',
      { desk, topic: 'tree', state: 'answered' },
      sql`s.topic = 'tree' and s.stage = 'answered'`,
    ],
    ['trang 500', { desk, page: 500 }, sql`true`],
  ]
  const rows: string[][] = []
  // A case of the ward changes every second meanwhile: what was counted is counted anew.
  const change = () => sql`update desk_shown set changes = changes + 1 where desk_id = ${desk}`.execute(app.db)
  const changing = setInterval(() => void change(), 1000)
  for (const [name, input, where] of asked) {
    const plain = await atFullSpeed({ clients: 1, times: 20 }, () => plainList(app, desk, where))
    const alone = await atFullSpeed({ clients: 1, times: 40 }, () => list(input))
    const paced = await oncePerSecond({ users: visitors, seconds: Math.min(seconds, 10) }, () => list(input))
    const full = await atFullSpeed({ clients: visitors, times: 20 }, () => list(input))
    const ratio = (alone.p50 / plain.p50).toFixed(2).replace('.', ',')
    rows.push([name, ms(plain.p50), ms(alone.p50), ratio, ms(paced.p50), ms(paced.p95), ms(full.p95)])
  }
  clearInterval(changing)
  rows.push(
    await keptRow('số liệu từng cơ quan (đếm lại mỗi phút)', () => reportFigures.ask(app, anonymous, {}), seconds),
  )
  rows.push(await keptRow('trang đầu của cổng (đếm lại mỗi phút)', () => front.ask(app, anonymous, {}), seconds))
  printTable(
    `Danh sách công khai, ${published} việc ở một phường, mỗi giây một việc đổi (mục tiêu 95 %: 60 ms)`,
    [
      'việc',
      'SQL thẳng',
      'một người',
      'tỷ lệ',
      `${visitors} người mỗi giây`,
      '95 %',
      `${visitors} vòng không nghỉ, 95 %`,
    ],
    rows,
  )
}

/** Counted once a minute for all: what the first of a minute waits for, and what the rest do. */
async function keptRow(name: string, ask: () => Promise<Result<unknown>>, seconds: number): Promise<string[]> {
  const figures = async () => must(await ask())
  const first = await atFullSpeed({ clients: 1, times: 1 }, figures)
  const alone = await atFullSpeed({ clients: 1, times: 20 }, figures)
  const paced = await oncePerSecond({ users: visitors, seconds: Math.min(seconds, 10) }, figures)
  const full = await atFullSpeed({ clients: visitors, times: 20 }, figures)
  return [name, ms(first.p50), ms(alone.p50), '', ms(paced.p50), ms(paced.p95), ms(full.p95)]
}

/** What one would write first: a page of the list, and how many there are. */
async function plainList({ db }: App, desk: number, where: ReturnType<typeof sql>): Promise<void> {
  const which = sql`from submission s join submission_public p on p.submission_id = s.id
    where s.desk_id = ${desk} and s.stage in ('open', 'answered', 'closed') and ${where}`
  await sql`select s.*, p.* ${which} order by s.received_at desc limit 20`.execute(db)
  await sql`select count(*) ${which}`.execute(db)
}

/** Of a hundred: twenty open, thirty answered, fifty closed; each sorted, the done ones answered in words of their own. */
async function publish({ db }: App, desk: number): Promise<void> {
  await sql`insert into submission (desk_id, code, secret_hash, once_hash, place_id, channel, door, received_at, stage, kind, topic,
      lead_id)
    select ${desk}, 'P' || lpad(upper(to_hex(n)), 7, '0'), 'x', 'public' || n, v.place_id, 'web', 'fieldReport',
      '2026-11-20 08:00+07'::timestamptz - n * interval '9 minutes',
      case when n % 100 < 20 then 'open' when n % 100 < 50 then 'answered' else 'closed' end, 'fieldReport', t.key, ${desk}
    from generate_series(1, ${published}) n join body_version v on v.body_id = ${desk}
    join (select key, row_number() over (order by position) - 1 as no, count(*) over () as all from topic) t on t.no = n % t.all`.execute(
    db,
  )
  const mine = sql`submission s where s.desk_id = ${desk} and s.once_hash like 'public%'`
  await sql`insert into submission_act (submission_id, no, move, at, body_id) select s.id, 1, 'sort', s.received_at, ${desk} from ${mine}`.execute(
    db,
  )
  await sql`insert into submission_answer (submission_id, no, text, body_id, at)
    select s.id, 1, 'Đã cử tổ công trình đến sửa, đã xong.', ${desk}, s.received_at + interval '2 days' from ${mine}
    and s.stage <> 'open'`.execute(db)
  await sql`insert into submission_act (submission_id, no, move, at, body_id)
    select s.id, 2, 'answer', s.received_at + interval '2 days', ${desk} from ${mine} and s.stage <> 'open'`.execute(db)
  await sql`insert into submission_public (submission_id, text, answer, answer_no, lat, lon, shown_at, changed_at, desk_id, place_id,
      received_at, topic, state)
    select s.id, 'Nắp cống vỡ trước cổng chợ, nước tràn ra đường khi mưa.',
      case when s.stage = 'open' then '' else 'Đã thay nắp cống.' end, case when s.stage <> 'open' then 1 end,
      10.9875, 106.8125, s.received_at, s.received_at, s.desk_id, s.place_id, s.received_at, s.topic,
      case s.stage when 'open' then 'open' else 'answered' end from ${mine}`.execute(db)
  await sql`insert into desk_shown (desk_id) values (${desk}) on conflict do nothing`.execute(db)
  await sql`vacuum analyze`.execute(db)
}
