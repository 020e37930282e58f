// A ZIP as XLSX uses it: parts listed and weighed before anything is unpacked; changed parts are packed anew, the others
// are carried over byte by byte.
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { brokenFile, FileFault } from './fault.ts'

/** What a workbook may weigh; a bomb is refused by what its own list of parts says, and by what comes out of it. */
export const limits = {
  packed: 10_000_000,
  parts: 1000,
  part: 80_000_000,
  unpacked: 200_000_000,
}

interface Part {
  name: string
  /** 0: stored, 8: deflated. */
  method: number
  flags: number
  time: number
  crc: number
  packed: Buffer
  size: number
}

export type Zip = ReadonlyMap<string, Part>

const endSignature = Buffer.from('504b0506', 'hex')
const listSignature = 0x02014b50
const partSignature = 0x04034b50
const encrypted = 1
const utf8 = 0x800

export function readZip(file: Buffer): Zip {
  if (file.length > limits.packed) throw tooLarge
  const end = file.lastIndexOf(endSignature)
  if (end < 0 || end + 22 > file.length) throw brokenFile('không có mục lục')
  const count = file.readUInt16LE(end + 10)
  if (count > limits.parts) throw bomb
  const parts = new Map<string, Part>()
  let at = file.readUInt32LE(end + 16)
  let [packed, unpacked] = [0, 0]
  for (let no = 0; no < count; no++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== listSignature) throw brokenFile('mục lục sai')
    const { part, next } = readPart(file, at)
    if (parts.has(part.name)) throw brokenFile('một phần ghi hai lần')
    packed += part.packed.length
    unpacked += part.size
    // Parts that lie over one another weigh more together than the file.
    if (part.size > limits.part || unpacked > limits.unpacked || packed > file.length) throw bomb
    parts.set(part.name, part)
    at = next
  }
  return parts
}

function readPart(file: Buffer, at: number): { part: Part; next: number } {
  const short = (offset: number) => file.readUInt16LE(at + offset)
  const long = (offset: number) => file.readUInt32LE(at + offset)
  const [flags, method] = [short(8), short(10)]
  if (flags & encrypted) throw locked
  if (method !== 0 && method !== 8) throw brokenFile('cách nén lạ')
  const name = file.toString('utf8', at + 46, at + 46 + short(28))
  const header = long(42)
  if (header + 30 > file.length || file.readUInt32LE(header) !== partSignature) throw brokenFile(name)
  const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28)
  const length = long(20)
  if (start + length > file.length) throw brokenFile(name)
  const packed = file.subarray(start, start + length)
  const part = { name, method, flags, time: long(12), crc: long(16), packed, size: long(24) }
  return { part, next: at + 46 + short(28) + short(30) + short(32) }
}

/** The bytes of a part, or null when there is none of that name. */
export function partOf(zip: Zip, name: string): Buffer | null {
  const part = zip.get(name)
  if (!part) return null
  if (part.method === 0) return part.packed
  try {
    const bytes = inflateRawSync(part.packed, { maxOutputLength: Math.max(part.size, 1) })
    if (bytes.length !== part.size || crc32(bytes) !== part.crc) throw brokenFile(name)
    return bytes
  } catch (error) {
    if (error instanceof FileFault) throw error
    throw (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE' ? bomb : brokenFile(name)
  }
}

/** The same file with some parts replaced. */
export function withParts(zip: Zip, changed: ReadonlyMap<string, Buffer>): Buffer {
  const time = [...zip.values()][0]?.time ?? 0x21_0000
  return writeZip(
    [...zip.values()].map((part) => (changed.has(part.name) ? pack(part.name, changed.get(part.name)!, time) : part)),
  )
}

/** A file of several files, by their names. */
export function zipOf(files: readonly { name: string; bytes: Buffer }[]): Buffer {
  return writeZip(files.map(({ name, bytes }) => pack(name, bytes, 0x21_0000)))
}

function pack(name: string, bytes: Buffer, time: number): Part {
  const packed = deflateRawSync(bytes)
  return { name, method: 8, flags: utf8, time, crc: crc32(bytes), packed, size: bytes.length }
}

function writeZip(parts: readonly Part[]): Buffer {
  const pieces: Buffer[] = []
  const list: Buffer[] = []
  let at = 0
  for (const part of parts) {
    const name = Buffer.from(part.name)
    const facts = factsOf(part, name.length)
    const local = Buffer.alloc(4)
    local.writeUInt32LE(partSignature)
    const entry = Buffer.alloc(6)
    entry.writeUInt32LE(listSignature)
    entry.writeUInt16LE(20, 4)
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(at, 10)
    list.push(entry, facts, rest, name)
    pieces.push(local, facts, name, part.packed)
    at += 4 + facts.length + name.length + part.packed.length
  }
  const listed = Buffer.concat(list)
  const end = Buffer.alloc(22)
  endSignature.copy(end)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...pieces, listed, end])
}

/** What the head of a part and its line in the list both say. Sizes stand here, so none follow the part. */
function factsOf(part: Part, nameLength: number): Buffer {
  const facts = Buffer.alloc(26)
  facts.writeUInt16LE(20, 0)
  facts.writeUInt16LE(part.flags & ~8, 2)
  facts.writeUInt16LE(part.method, 4)
  facts.writeUInt32LE(part.time, 6)
  facts.writeUInt32LE(part.crc, 10)
  facts.writeUInt32LE(part.packed.length, 14)
  facts.writeUInt32LE(part.size, 18)
  facts.writeUInt16LE(nameLength, 22)
  return facts
}

const tooLarge = new FileFault(
  'file-too-large',
  'Tệp lớn hơn 10 MB. Hãy xoá ảnh và trang tính không cần trong tệp, lưu lại rồi tải lên.',
  'The file is larger than 10 MB. Remove pictures and sheets that are not needed and send it again.',
)
const bomb = new FileFault(
  'file-unpacks-too-large',
  'Tệp này giải nén ra quá lớn nên không được mở. Hãy xin lại tệp gốc, hoặc chép phần cần thiết sang tệp mới.',
  'This file unpacks to far too much and was not opened. Ask for the original, or copy what is needed to a new file.',
)
const locked = new FileFault(
  'file-locked',
  'Tệp có mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi tải lên.',
  'The file has a password. Open it, remove the password, save it and send it again.',
)
