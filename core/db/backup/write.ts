// Writes the archive while the platform is at work: every table as it stood at one moment.
import { createHash } from 'node:crypto'
import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { pack as tarPack, type Pack } from 'tar-stream'
import type { Files } from '../../files/files.ts'
import { fileName, format, leftOut, partName, rowsIn, type Checksums, type Header } from './format.ts'
import { tablesWithColumns } from './tables.ts'

/** Bytes of a part, at least; it goes on to the end of its row. */
const partSize = 4 << 20

export interface Written {
  rows: number
  /** Of the rows as text, before packing. */
  bytes: number
  tables: number
  files: number
  fileBytes: number
  /** Kept files that are not there any more. */
  missing: string[]
}

/** Writes to `file`, under another name until it is whole. Throws node's error when the disk is full or the folder missing. */
export async function writeBackup(
  databaseUrl: string,
  file: string,
  { now, say, files = null }: { now: Date; say: (detail: string) => void; files?: Files | null },
): Promise<Written> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  const unfinished = `${file}.part`
  const pack = tarPack()
  const written = pipeline(pack, createGzip({ level: 4 }), createWriteStream(unfinished, { mode: 0o600, flush: true }))
  written.catch(() => {}) // told below, when somebody waits for it
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    const counted = await Promise.race([writeAll({ client, pack, now, say, files }), written.then(neverFirst)])
    await written
    await client.query('commit')
    renameSync(unfinished, file)
    return counted
  } catch (error) {
    pack.destroy()
    await written.catch(() => {})
    rmSync(unfinished, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

/** The file ends after the last table; before that it ends only by an error. */
const neverFirst = () => new Promise<never>(() => {})

interface Writing {
  client: pg.Client
  pack: Pack
  now: Date
  say: (detail: string) => void
  files: Files | null
}

async function writeAll(writing: Writing): Promise<Written> {
  const { client, pack, now, say } = writing
  const header = await headerOf(client, now)
  await addEntry(pack, 'header.json', Buffer.from(JSON.stringify(header, null, 1)))
  const checksums: Checksums = { tables: {}, files: {}, missing: [] }
  for (const table of header.tables) {
    say(table.name)
    checksums.tables[table.name] = await writeTable({ client, pack }, table)
  }
  await writeFiles(writing, checksums)
  await addEntry(pack, 'checksums.json', Buffer.from(JSON.stringify(checksums, null, 1)))
  pack.finalize()
  const sums = Object.values(checksums.tables)
  const total = (of: 'rows' | 'bytes') => sums.reduce((sum, one) => sum + one[of], 0)
  const { files, missing } = checksums
  const fileBytes = Object.values(files).reduce((sum, bytes) => sum + bytes, 0)
  return {
    ...{ rows: total('rows'), bytes: total('bytes'), tables: sums.length },
    ...{ files: Object.keys(files).length, fileBytes, missing },
  }
}

/** What the snapshot says must be there; a file that is gone or damaged is told and stops nothing. */
async function writeFiles({ client, pack, say, files }: Writing, checksums: Checksums): Promise<void> {
  const { rows: there } = await client.query(`select to_regclass('public.kept_file') as name`)
  if (there[0].name === null) return
  const { rows } = await client.query<{ sha256: string }>('select sha256 from kept_file order by sha256')
  for (const [no, { sha256 }] of rows.entries()) {
    say(`tệp ${no + 1}/${rows.length}`)
    const content = await files?.read(sha256).catch(() => null)
    const whole = content && createHash('sha256').update(content).digest('hex') === sha256
    if (!whole) checksums.missing.push(sha256)
    else {
      await addEntry(pack, fileName(sha256), content)
      checksums.files[sha256] = content.length
    }
  }
}

async function headerOf(client: pg.Client, now: Date): Promise<Header> {
  const { rows: migrations } = await client.query<{ name: string }>('select name from migration order by name')
  const { rows: server } = await client.query<{ server_version: string }>('show server_version')
  const tables = (await tablesWithColumns(client)).filter(({ name }) => !leftOut.has(name))
  return {
    ...{ format, madeAt: now.toISOString(), server: server[0]!.server_version, tables },
    migrations: migrations.map(({ name }) => name),
  }
}

async function writeTable({ client, pack }: Pick<Writing, 'client' | 'pack'>, table: Header['tables'][0]) {
  const hash = createHash('sha256')
  const columns = table.columns.map((name) => client.escapeIdentifier(name)).join(', ')
  const rows = client.query(copyTo(`copy (select ${columns} from ${client.escapeIdentifier(table.name)}) to stdout`))
  let [waiting, size, bytes, no]: [Buffer[], number, number, number] = [[], 0, 0, 0]
  // Counted here: how many the server says it sent is told after the last of them, and may come too late to be read.
  let counted = 0
  const writePart = async (part: Buffer) => {
    hash.update(part)
    bytes += part.length
    counted += rowsIn(part)
    await addEntry(pack, partName(table.name, ++no), part)
  }
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    waiting.push(chunk)
    size += chunk.length
    if (size < partSize) continue
    const all = Buffer.concat(waiting)
    const end = all.lastIndexOf(10) + 1
    if (end > 0) await writePart(all.subarray(0, end))
    waiting = [all.subarray(end)]
    size = all.length - end
  }
  if (size > 0) await writePart(Buffer.concat(waiting))
  return { rows: counted, bytes, sha256: hash.digest('hex') }
}

/** Waits for the disk when it is slower than the database. */
async function addEntry(pack: Pack, name: string, content: Buffer): Promise<void> {
  await new Promise<void>((done, fail) =>
    pack.entry({ name, mode: 0o600 }, content, (error) => (error ? fail(error) : done())),
  )
}
