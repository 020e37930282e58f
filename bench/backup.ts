// Backup and restore of the nation's figures, beside the time the database itself needs to put the rows out and in.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { pipeline } from 'node:stream/promises'
import { Writable } from 'node:stream'
import { openApp } from '../core/app.ts'
import { restoreBackup } from '../core/db/backup/restore.ts'
import { tablesWithColumns } from '../core/db/backup/tables.ts'
import { walkBackup } from '../core/db/backup/walk.ts'
import { writeBackup } from '../core/db/backup/write.ts'
import { openEmbedded } from '../core/db/embedded.ts'
import { migrate } from '../core/db/migrate.ts'
import { makeData } from './data.ts'
import { benchClock } from './pages.ts'
import { printTable, step } from './measure.ts'

export async function benchBackup({ months }: { months: number }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'dong-thuan-bench-'))
  const from = await openEmbedded(join(folder, 'from'), { throwaway: true })
  const into = await openEmbedded(join(folder, 'into'), { throwaway: true })
  const file = join(folder, 'all.tar.gz')
  try {
    await migrate(from.url)
    const app = openApp({ databaseUrl: from.url, poolSize: 4, clock: benchClock })
    const data = await makeData(app, months).finally(app.close)
    const rawOut = await seconds('COPY ra, không giữ lại', () => putOut(from.url))
    const backup = await seconds('backup', () => writeBackup(from.url, file, { now: benchClock(), say: () => {} }))
    const verify = await seconds('verify backup', () => walkBackup(file))
    const rawIn = await seconds('COPY vào bảng trần', () => putIn(from.url))
    const restore = await seconds('restore', () => restoreBackup(into.url, file, () => {}))
    const row = (name: string, took: number, raw: number | null) => [
      ...[name, `${took.toFixed(1)} s`, raw === null ? '' : (took / raw).toFixed(1)],
    ]
    printTable(
      `Sao lưu và phục hồi ${data.values.toLocaleString('vi')} số, tệp ${Math.round(statSync(file).size / 2 ** 20)} MB`,
      ['việc', 'thời gian', 'so với COPY'],
      [
        row('COPY ra', rawOut, null),
        row('backup', backup, rawOut),
        row('verify backup', verify, null),
        row('COPY vào', rawIn, null),
        row('restore', restore, rawIn),
      ],
    )
  } finally {
    await from.stop()
    await into.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function seconds(title: string, work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await step(title, work)
  return (performance.now() - started) / 1000
}

async function putOut(url: string): Promise<void> {
  await asking(url, async (client) => {
    for (const { name } of await tablesWithColumns(client))
      await pipeline(
        client.query(copyTo(`copy "${name}" to stdout`)),
        new Writable({ write: (_chunk, _encoding, done) => done() }),
      )
  })
}

/** The largest table alone, without key or index, from one connection into the next. */
async function putIn(url: string): Promise<void> {
  await asking(url, (reader) =>
    asking(url, async (writer) => {
      await writer.query('create temporary table raw (like entry_value)')
      await pipeline(reader.query(copyTo('copy entry_value to stdout')), writer.query(copyFrom('copy raw from stdin')))
    }),
  )
}

async function asking<T>(url: string, ask: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return ask(client).finally(() => client.end())
}
