// Reads single parts out of a Word file, for checking it; nothing larger than a report can be is unpacked.
import { inflateRawSync } from 'node:zlib'

const largest = 64 * 1024 * 1024
const endSignature = 0x06054b50
const entrySignature = 0x02014b50

/** The text of a part, or null: not in the file, not to be unpacked, or not a Word file at all. */
export function partOfZip(file: Buffer, name: string): string | null {
  try {
    return find(file, name)
  } catch (error) {
    // A list that points beside the file, and packed bytes that are none.
    if (error instanceof RangeError || (error as NodeJS.ErrnoException).code?.startsWith('Z_')) return null
    throw error
  }
}

function find(file: Buffer, name: string): string | null {
  const end = file.lastIndexOf(Buffer.from('504b0506', 'hex'))
  if (end < 0 || file.length < end + 22 || file.readUInt32LE(end) !== endSignature) return null
  let at = file.readUInt32LE(end + 16)
  while (at + 46 <= file.length && file.readUInt32LE(at) === entrySignature) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => file.readUInt16LE(at + offset)) as [
      number,
      number,
      number,
    ]
    if (file.toString('utf8', at + 46, at + 46 + nameLength) === name) return unpack(file, at)
    at += 46 + nameLength + extraLength + commentLength
  }
  return null
}

function unpack(file: Buffer, entry: number): string | null {
  const method = file.readUInt16LE(entry + 10)
  const packed = file.readUInt32LE(entry + 20)
  const header = file.readUInt32LE(entry + 42)
  const start = header + 30 + file.readUInt16LE(header + 26) + file.readUInt16LE(header + 28)
  const bytes = file.subarray(start, start + packed)
  if (method === 0) return bytes.toString('utf8')
  return method === 8 ? inflateRawSync(bytes, { maxOutputLength: largest }).toString('utf8') : null
}
