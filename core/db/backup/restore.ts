// Fills an empty database from an archive: all of it or nothing.
import { once } from 'node:events'
import pg from 'pg'
import { from as copyFrom, type CopyStreamQuery } from 'pg-copy-streams'
import type { Files } from '../../files/files.ts'
import { Refusal } from '../embedded/refusal.ts'
import { migrate, migrationFiles } from '../migrate.ts'
import type { Header } from './format.ts'
import { constraintStatements, continueSequences, tablesWithColumns } from './tables.ts'
import { newer, walkBackup, type Walked } from './walk.ts'

/** Throws a `Refusal` when the archive is faulty or the database holds something already; then nothing was written. */
export async function restoreBackup(
  databaseUrl: string,
  file: string,
  say: (detail: string) => void,
  files: Files | null = null,
): Promise<Walked> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const walked = await fill({ client, databaseUrl, file, say, files })
    say('nâng lên phiên bản hiện tại')
    await migrate(databaseUrl)
    await client.query('analyze')
    return walked
  } finally {
    await client.end()
  }
}

interface Filling {
  client: pg.Client
  databaseUrl: string
  file: string
  say: (detail: string) => void
  files: Files | null
}

async function fill({ client, databaseUrl, file, say, files }: Filling): Promise<Walked> {
  let putBack: string[] = []
  let open: Copying | undefined
  try {
    const walked = await walkBackup(file, {
      async header(header) {
        await prepareTables({ client, databaseUrl }, header)
        await client.query('begin')
        const statements = await constraintStatements(client)
        for (const statement of statements.drop) await client.query(statement)
        await client.query(`truncate ${(await tablesWithColumns(client)).filter(isData).map(quoted).join(', ')}`)
        putBack = statements.add
      },
      async rows(table, part) {
        if (!open) say(table.name)
        open ??= copyInto(client, table)
        if (!open.stream.write(part)) await Promise.race([once(open.stream, 'drain'), open.failure])
      },
      async tableEnd() {
        const { stream, failure } = open!
        open = undefined
        stream.end()
        await Promise.race([once(stream, 'finish'), failure])
      },
      async file(_sha256, content) {
        if (!files) throw noFolder
        await files.keep([content])
      },
    })
    for (const [i, statement] of putBack.entries()) {
      say(`ràng buộc và chỉ mục ${i + 1}/${putBack.length}`)
      await client.query(statement)
    }
    await continueSequences(client)
    await client.query('commit')
    return walked
  } catch (error) {
    open?.stream.destroy()
    await client.query('rollback').catch(() => {})
    throw error
  }
}

interface Copying {
  stream: CopyStreamQuery
  /** Rejects when the server refuses a row. */
  failure: Promise<never>
}

function copyInto(client: pg.Client, table: Header['tables'][0]): Copying {
  const stream = client.query(copyFrom(`copy ${quoted(table)} (${table.columns.map(escaped).join(', ')}) from stdin`))
  const failure = new Promise<never>((_, reject) => stream.on('error', reject))
  failure.catch(() => {}) // it may come after the last one who waits, when the file turns out to be cut
  return { stream, failure }
}

const escaped = pg.escapeIdentifier
const quoted = ({ name }: { name: string }) => escaped(name)
const isData = ({ name }: { name: string }) => name !== 'migration'

/** The tables as the archive knew them. A database with people or events in it is left alone. */
async function prepareTables({ client, databaseUrl }: Pick<Filling, 'client' | 'databaseUrl'>, header: Header) {
  const known = new Set(migrationFiles())
  if (header.migrations.some((name) => !known.has(name))) throw new Refusal(newer)
  const present = (await tablesWithColumns(client)).map(({ name }) => name)
  for (const name of ['person', 'event', 'place'].filter((table) => present.includes(table))) {
    const { rowCount } = await client.query(`select from ${escaped(name)} limit 1`)
    if (rowCount) throw occupied
  }
  const { rows } = present.includes('migration')
    ? await client.query<{ name: string }>('select name from migration')
    : { rows: [] }
  if (rows.some(({ name }) => !header.migrations.includes(name))) throw occupied
  await migrate(databaseUrl, { only: new Set(header.migrations) })
}

const noFolder = new Refusal(
  'Bản sao lưu có tệp kèm theo nhưng chưa có nơi đặt. Hãy đặt FILES (thư mục giữ tệp) rồi phục hồi; chưa có gì được ghi.',
)

const occupied = new Refusal(
  'Cơ sở dữ liệu này đã có dữ liệu; phục hồi chỉ làm vào nơi còn trống, để không ghi đè. ' +
    'Hãy nêu một thư mục mới bằng --data, hoặc một cơ sở dữ liệu mới bằng DATABASE_URL.',
)
