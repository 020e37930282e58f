// Reads an archive once, front to back, and believes nothing that its sums do not confirm.
import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { buffer } from 'node:stream/consumers'
import { createGunzip } from 'node:zlib'
import { extract } from 'tar-stream'
import { Refusal } from '../embedded/refusal.ts'
import { checksumsSchema, format, headerSchema, rowsIn, type Checksums, type Header } from './format.ts'

export interface Walker {
  /** Before any rows. */
  header(header: Header): Promise<void>
  /** A part of a table's rows; whole rows, tables one after the other. */
  rows(table: Header['tables'][0], part: Buffer): Promise<void>
  /** After the last part of a table. */
  tableEnd(table: Header['tables'][0]): Promise<void>
  /** A kept file whose bytes agree with its name; after all tables. */
  file(sha256: string, content: Buffer): Promise<void>
}

export interface Walked {
  header: Header
  checksums: Checksums
}

/** Header and part must be small enough to be read at once; ours are. */
const largest = 64 << 20

/** Throws a `Refusal` when the file is missing, not ours, newer than this program, cut or changed. */
export async function walkBackup(file: string, walker: Partial<Walker> = {}): Promise<Walked> {
  let header: Header | undefined
  let checksums: Checksums | undefined
  const files = new Map<string, number>()
  const sums = new Map<string, { hash: Hash; bytes: number; rows: number }>()
  let current: Header['tables'][0] | undefined
  const finish = async () => {
    if (current) await walker.tableEnd?.(current)
    current = undefined
  }
  for await (const { name, content } of entriesOf(file)) {
    if (!header) {
      header = readHeader(name, content)
      await walker.header?.(header)
      continue
    }
    if (checksums) throw changed
    if (name === 'checksums.json') {
      await finish()
      checksums = read(checksumsSchema, content)
      continue
    }
    if (name.startsWith('files/')) {
      await finish()
      const sha256 = name.slice('files/'.length)
      if (files.has(sha256) || createHash('sha256').update(content).digest('hex') !== sha256) throw changed
      files.set(sha256, content.length)
      await walker.file?.(sha256, content)
      continue
    }
    const table = header.tables.find((one) => name.startsWith(`tables/${one.name}/`))
    if (!table || files.size > 0 || (table !== current && sums.has(table.name))) throw changed
    if (table !== current) await finish()
    current = table
    const sum = sums.get(table.name) ?? { hash: createHash('sha256'), bytes: 0, rows: 0 }
    sums.set(table.name, sum)
    sum.hash.update(content)
    sum.bytes += content.length
    sum.rows += rowsIn(content)
    await walker.rows?.(table, content)
  }
  if (!header) throw notOurs
  if (!checksums) throw cut
  for (const { name } of header.tables) {
    const sum = sums.get(name) ?? { hash: createHash('sha256'), bytes: 0, rows: 0 }
    const told = checksums.tables[name]
    if (!told || told.bytes !== sum.bytes || told.rows !== sum.rows || told.sha256 !== sum.hash.digest('hex'))
      throw changed
  }
  const told = Object.entries(checksums.files)
  if (told.length !== files.size || told.some(([sha256, bytes]) => files.get(sha256) !== bytes)) throw changed
  return { header, checksums }
}

async function* entriesOf(file: string): AsyncGenerator<{ name: string; content: Buffer }> {
  const archive = extract()
  const bytes = createReadStream(file)
  const gunzip = createGunzip()
  bytes.on('error', (error) => gunzip.destroy(error))
  gunzip.on('error', (error) => archive.destroy(error))
  bytes.pipe(gunzip).pipe(archive as never)
  try {
    for await (const entry of archive) {
      if ((entry.header.size ?? 0) > largest) throw notOurs
      yield { name: entry.header.name, content: await buffer(entry as never) }
    }
  } catch (error) {
    throw sayWhy(error as NodeJS.ErrnoException, file)
  } finally {
    bytes.destroy()
  }
}

function sayWhy(error: NodeJS.ErrnoException, file: string): Error {
  if (error instanceof Refusal) return error
  if (error.code === 'ENOENT') return new Refusal(`Không có tệp ${file}.`)
  if (error.code === 'EACCES' || error.code === 'EISDIR') return new Refusal(`Không đọc được tệp ${file}.`)
  if (error.code === 'Z_DATA_ERROR') return notOurs
  if (error.code === 'Z_BUF_ERROR' || /unexpected end/i.test(error.message)) return cut
  return error.code ? error : notOurs
}

function readHeader(name: string, content: Buffer): Header {
  if (name !== 'header.json') throw notOurs
  const header = read(headerSchema, content)
  if (header.format > format) throw new Refusal(newer)
  return header
}

function read<T>(schema: { parse(value: unknown): T }, content: Buffer): T {
  try {
    return schema.parse(JSON.parse(content.toString('utf8')))
  } catch {
    throw notOurs
  }
}

export const newer = 'Bản sao lưu lập từ phiên bản Đồng Thuận mới hơn. Hãy cài phiên bản mới rồi phục hồi.'
const notOurs = new Refusal('Tệp này không phải bản sao lưu của Đồng Thuận, hoặc đã hỏng ngay từ đầu.')
const cut = new Refusal('Tệp sao lưu bị cắt ngang, thiếu phần cuối. Hãy lấy lại tệp đủ; chưa có gì được ghi.')
const changed = new Refusal(
  'Tệp sao lưu đã bị thay đổi: có bảng hoặc tệp không khớp số dòng hay mã kiểm. Chưa có gì được ghi.',
)
