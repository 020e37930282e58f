// 100,000 limits that run are computed again after a new day off, beside one plain UPDATE of as many rows.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openApp, type App } from '../core/app.ts'
import { openEmbedded } from '../core/db/embedded.ts'
import { migrate } from '../core/db/migrate.ts'
import { confirm, show } from '../core/law/calendar.operations.ts'
import { loadLaws } from '../core/law/law.load.ts'
import { recomputeLimits } from '../core/law/running.watch.ts'
import { operator } from '../core/shared/actor.ts'
import { must } from '../core/shared/result.ts'
import { ms, printTable, step } from './measure.ts'

const limits = 100_000

export async function benchLaw(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dong-thuan-bench-'))
  const embedded = await openEmbedded(folder)
  const app = openApp({ databaseUrl: embedded.url, poolSize: 4, clock: () => new Date('2026-11-20T09:00:00+07:00') })
  try {
    await migrate(embedded.url)
    await loadLaws(app)
    await step(`${limits} thời hạn đang chạy`, () => prepare(app))
    const first = await timed(() => recomputeLimits(app))
    const { days } = must(await show.ask(app, operator, { year: 2026 }))
    const more = { day: '2026-12-01', kind: 'holiday' as const, name: 'nghỉ bão' }
    must(
      await confirm.ask(app, operator, { year: 2026, expectedVersion: 1, basis: 'Công điện', days: [...days, more] }),
    )
    const again = await timed(() => recomputeLimits(app))
    const plain = await timed(async () => {
      await sql`update legal_deadline set due_at = due_at + interval '1 day', version = version + 1`.execute(app.db)
      return { computed: limits, moved: limits }
    })
    const row = (name: string, { took, moved }: typeof first) => [
      ...[name, `${moved} dời hạn`, ms(took), (took / plain.took).toFixed(1).replace('.', ',')],
    ]
    printTable(
      `Tính lại ${limits} thời hạn khi lịch nghỉ đổi (mục tiêu 20 s)`,
      ['việc', 'kết quả', 'thời gian', 'tỷ lệ'],
      [row('UPDATE thẳng mọi dòng', plain), row('tính lần đầu', first), row('thêm một ngày nghỉ, tính lại', again)],
    )
  } finally {
    await app.close()
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function timed(work: () => Promise<{ computed: number; moved: number }>) {
  const started = performance.now()
  const done = await work()
  return { ...done, took: performance.now() - started }
}

/** Half by working days, half by calendar days; every tenth was suspended once. Their ends are not computed yet. */
async function prepare(app: App): Promise<void> {
  const { days } = must(await show.ask(app, operator, { year: 2026 }))
  must(await confirm.ask(app, operator, { year: 2026, expectedVersion: 0, basis: 'Thông báo', days }))
  await sql`insert into legal_deadline (noun, noun_id, limit_name, rule_version_id, started_on, original_due, due, due_at,
      calendar_mark)
    select 'bench', n, 'solve', v.id, '2026-11-20'::date - n % 40, '2026-12-31', '2026-12-31', '2027-01-01', 0
    from generate_series(1, ${limits}) n
    join law_rule_version v on v.rule_key = case n % 2 when 0 then 'complaint.accept' else 'complaint.solve.first' end
      and v.valid_from = (select max(valid_from) from law_rule_version w where w.rule_key = v.rule_key)`.execute(app.db)
  await sql`insert into legal_pause (deadline_id, no, from_on, to_on, reason)
    select id, 1, started_on + 2, started_on + 6, 'đo' from legal_deadline where id % 10 = 0`.execute(app.db)
  await sql`analyze legal_deadline, legal_pause`.execute(app.db)
}
