// What a citizen sent, packed into parts that are sealed one by one: the letter itself, then each original.
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { SealKeys } from '../app.ts'
import { problem, type Problem } from '../shared/result.ts'

export interface Letter {
  /** Whatever is known of the sender, by the names of the slice: name, address, phone … */
  sender: Record<string, string>
  text: string
  originals: Original[]
}

export interface Original {
  name: string
  mediaType: string
  bytes: Uint8Array
}

const head = z.object({
  /** So that bytes moved to another item do not open there. */
  handle: z.string(),
  sender: z.record(z.string(), z.string()),
  text: z.string(),
  originals: z.array(z.object({ name: z.string(), mediaType: z.string(), bytes: z.number(), sha256: z.string() })),
})
/** Part 0, opened. */
export type Head = z.output<typeof head>

const limitsFile = new URL('./data/limits.json', import.meta.url)
const limits = z
  .object({ largestMegabytes: z.number(), mostOriginals: z.number(), largestText: z.number() })
  .parse(JSON.parse(readFileSync(limitsFile, 'utf8')))

export function faultsOf({ sender, text, originals }: Letter): Problem[] {
  const faults: Problem[] = []
  const facts = Object.entries(sender).reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  if (facts + text.length > limits.largestText) faults.push(problem('text', 'too-long', ...tooLong))
  if (originals.length > limits.mostOriginals) faults.push(problem('originals', 'too-many', ...tooMany))
  for (const [i, { bytes, mediaType }] of originals.entries()) {
    if (bytes.length > limits.largestMegabytes * 1_000_000)
      faults.push(problem(`originals.${i}`, 'too-large', ...tooLarge))
    if (!/^[a-z]+\/[a-z0-9.+-]+$/.test(mediaType)) throw new Error(`no media type: ${mediaType}`)
  }
  return faults
}

const tooLong = ['Nội dung dài quá mức nhận được.', 'The text is too long.'] as const
const tooMany = [
  `Một đơn thư kèm tối đa ${limits.mostOriginals} tệp.`,
  `At most ${limits.mostOriginals} files with one letter.`,
] as const
const tooLarge = [
  `Mỗi tệp tối đa ${limits.largestMegabytes} MB.`,
  `A file may have at most ${limits.largestMegabytes} MB.`,
] as const

export async function sealLetter(keys: SealKeys, handle: string, letter: Letter): Promise<Uint8Array[]> {
  const { sender, text, originals } = letter
  const listed = originals.map(({ name, mediaType, bytes }) => ({
    ...{ name, mediaType, bytes: bytes.length, sha256: sumOf(bytes) },
  }))
  const packed = padded(JSON.stringify({ handle, sender, text, originals: listed } satisfies Head))
  return Promise.all([packed, ...originals.map(({ bytes }) => bytes)].map((plain) => keys.seal(plain)))
}

/** Blanks, so that the length tells little of a name; JSON stays JSON for whoever opens it with age alone. */
function padded(text: string): Uint8Array {
  const bytes = Buffer.from(text)
  const step = 1024
  return Buffer.concat([bytes, Buffer.alloc((step - (bytes.length % step)) % step, ' ')])
}

type Open = NonNullable<SealKeys['open']>

/** null: sealed to another key, changed, or of another item. Never an error with a piece of the text in it. */
export async function openHead(open: Open, handle: string, sealed: Uint8Array): Promise<Head | null> {
  try {
    const read = head.safeParse(JSON.parse(Buffer.from(await open(sealed)).toString()))
    return read.success && read.data.handle === handle ? read.data : null
  } catch {
    return null
  }
}

/** null as above; `no` counts from 1. */
export async function openOriginal(open: Open, listed: Head, no: number, sealed: Uint8Array): Promise<Original | null> {
  const one = listed.originals[no - 1]
  if (!one) return null
  const bytes = await open(sealed).catch(() => null)
  if (bytes === null || sumOf(bytes) !== one.sha256) return null
  return { name: one.name, mediaType: one.mediaType, bytes }
}

/** The whole letter from its parts in their order. */
export async function openLetter(open: Open, handle: string, parts: readonly Uint8Array[]): Promise<Letter | null> {
  const read = parts[0] ? await openHead(open, handle, parts[0]) : null
  if (!read || parts.length !== read.originals.length + 1) return null
  const originals = await Promise.all(parts.slice(1).map((part, i) => openOriginal(open, read, i + 1, part)))
  if (originals.includes(null)) return null
  return { sender: read.sender, text: read.text, originals: originals as Original[] }
}

function sumOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
