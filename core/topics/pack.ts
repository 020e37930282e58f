// A model as bytes, to be kept beside the cases it was learnt from, and back. Words are in it as numbers only.
import type { Model, Side } from './model.ts'

const version = 1

interface Head {
  version: number
  topics: Model['topics']
  accented: SideHead | null
  plain: SideHead
}

type SideHead = Omit<Side, 'vocabulary' | 'steps'> & { of: number; words: number }

/** Length of the head, head as JSON, then for each reading numbers, counts and steps; the longest numbers first. */
export function pack(model: Model): Uint8Array<ArrayBuffer> {
  const { topics, accented, plain } = model
  const head: Head = { version, topics, accented: accented && headOf(accented), plain: headOf(plain) }
  const written = Buffer.from(JSON.stringify(head))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(written.length)
  return new Uint8Array(Buffer.concat([length, written, ...(accented ? bytesOf(accented) : []), ...bytesOf(plain)]))
}

function headOf({ vocabulary, steps: _, ...rest }: Side): SideHead {
  return { ...rest, of: vocabulary.of, words: vocabulary.numbers.length }
}

function bytesOf({ vocabulary, steps }: Side): Buffer[] {
  const numbers = Buffer.alloc(vocabulary.numbers.length * 4)
  vocabulary.numbers.forEach((number, i) => numbers.writeUInt32LE(number, i * 4))
  const texts = Buffer.alloc(vocabulary.texts.length * 2)
  vocabulary.texts.forEach((count, i) => texts.writeUInt16LE(count, i * 2))
  return [numbers, texts, Buffer.from(steps.buffer, steps.byteOffset, steps.length)]
}

/** null: written by another version; learn again. */
export function unpack(bytes: Uint8Array): Model | null {
  const packed = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const end = 4 + packed.readUInt32LE(0)
  const head = JSON.parse(packed.toString('utf8', 4, end)) as Head
  if (head.version !== version) return null
  const { topics } = head
  const accented = head.accented && sideOf(head.accented, packed, end)
  const plain = sideOf(head.plain, packed, accented ? accented.end : end)
  return { topics, accented: accented && accented.side, plain: plain.side }
}

function sideOf({ of, words, ...rest }: SideHead, packed: Buffer, from: number) {
  const [texts, steps] = [from + words * 4, from + words * 6]
  const end = steps + words * rest.largest.length
  const vocabulary = {
    numbers: Uint32Array.from({ length: words }, (_, i) => packed.readUInt32LE(from + i * 4)),
    texts: Uint16Array.from({ length: words }, (_, i) => packed.readUInt16LE(texts + i * 2)),
    of,
  }
  return { end, side: { ...rest, vocabulary, steps: new Int8Array(packed.subarray(steps, end)) } satisfies Side }
}
