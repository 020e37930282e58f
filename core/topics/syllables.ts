// Syllables of a text as the classifier reads them: with their accents, and without, since many people type none. Pure.

export interface Syllable {
  from: number
  to: number
  /** Nothing but blanks stand between it and the one before. */
  joined: boolean
  marked: boolean
  /** A number for the syllable; “hoà” and “hòa” have the same. */
  accented: number
  plain: number
}

/** Offsets are into the text in NFC. */
export function syllablesOf(text: string): Syllable[] {
  const lower = lowered(text.normalize('NFC'))
  const syllables: Syllable[] = []
  let end = 0
  for (const { 0: word, index: from } of lower.matchAll(/\p{L}+/gu)) {
    const joined = syllables.length > 0 && isBlank(lower, end, from)
    end = from + word.length
    syllables.push({ from, to: end, joined, ...formsOf(word) })
  }
  return syllables
}

function isBlank(text: string, from: number, to: number): boolean {
  if (to - from === 1) return text[from] === ' '
  return to - from <= 3 && /^[ \t\u00a0]+$/.test(text.slice(from, to))
}

/** Letters whose small form is longer would move everything behind them. */
function lowered(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text
}

/** Vietnamese with accents marks more than half of its syllables; a few marks among many plain ones are slips. */
const leastMarked = 0.2

export function isAccented(syllables: readonly Syllable[]): boolean {
  return syllables.filter(({ marked }) => marked).length > syllables.length * leastMarked
}

type Forms = Pick<Syllable, 'marked' | 'accented' | 'plain'>

const known = new Map<string, Forms>()

function formsOf(word: string): Forms {
  const before = known.get(word)
  if (before) return before
  const { accented, plain } = spelled(word)
  const forms = { marked: plain !== word, accented: numberOf(accented), plain: numberOf(plain) }
  if (known.size < 50_000) known.set(word, forms)
  return forms
}

/** Grave, acute, hook, tilde and dot: the tone, which two schools of spelling write over different vowels. */
const tone = /[\u0300\u0301\u0309\u0303\u0323]/g
const mark = /[\u0300-\u036f]/g

function spelled(word: string) {
  const parts = word.normalize('NFD')
  const tones = parts.match(tone)?.join('') ?? ''
  return { accented: parts.replaceAll(tone, '') + tones, plain: parts.replaceAll(mark, '').replaceAll('đ', 'd') }
}

/** FNV-1a, 32 bits. */
export function numberOf(text: string): number {
  let number = 0x811c9dc5
  for (let i = 0; i < text.length; i++) number = Math.imul(number ^ text.charCodeAt(i), 0x01000193)
  return number >>> 0
}

/** The number of two numbers in this order. */
export function numberOfPair(first: number, second: number): number {
  const mixed = Math.imul(first ^ (first >>> 15), 0x85ebca6b) + Math.imul(second ^ (second >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
