// Words in prose that point to a person: names, telephones, papers, plates, addresses, faith or people of somebody. Pure.
// It warns before saving and decides nothing: a person confirms, and only the fact that he did is recorded.
import { namesIn, type Span } from './names.ts'
import { faiths, oneMeant } from './words.ts'

export const mentionKinds = ['name', 'phone', 'citizenId', 'plate', 'email', 'faith'] as const
export type MentionKind = (typeof mentionKinds)[number]

/** As people are told, in Vietnamese and English. */
export const kindWords: Record<MentionKind, readonly [string, string]> = {
  name: ['tên người', 'a name'],
  phone: ['số điện thoại', 'a telephone number'],
  citizenId: ['số giấy tờ', 'a paper of identity'],
  plate: ['biển số xe', 'a number plate'],
  email: ['thư điện tử', 'an e-mail address'],
  faith: ['tôn giáo, dân tộc của một người', 'somebody’s faith or people'],
}

export interface Mention {
  kind: MentionKind
  /** As written. */
  words: string
}

/** Every repetition has an end, so that a text of any size is read once. */
const patterns: readonly [MentionKind, RegExp][] = [
  ['email', /[\w.+-]{1,64}@[a-z\d-]{1,63}(?:\.[a-z\d-]{2,63}){1,4}/giu],
  [
    'citizenId',
    /(?:cccd|cmnd|cmtnd|căn cước(?: công dân)?|chứng minh(?: nhân dân)?)(?:\s{0,3}(?:số|:))?\s{0,3}\d{9,12}/giu,
  ],
  ['citizenId', /(?<![\d.,/-])0\d{11}(?![\d.,/-]\d|\d)/gu],
  ['phone', /(?<![\d.,/-])(?:\+?84|0)(?:[ .-]?\d){8,10}(?![\d/]|[.,-]\d)/gu],
  ['plate', /(?<![\p{L}\d])\d{2}[A-ZĐ]{1,2}\d?[- .]?\d{3}\.?\d{2}(?![\p{L}\d])/gu],
]

/** The words found, each once, in the order of the text. `most` of them are enough to know what is meant. */
export function mentionsIn(text: string, most = 50): Mention[] {
  const plain = text.normalize('NFC')
  const seen = new Set<string>()
  const mentions: Mention[] = []
  for (const { kind, from, to } of foundIn(plain)) {
    const words = plain.slice(from, to).trim()
    if (seen.has(`${kind} ${words}`)) continue
    seen.add(`${kind} ${words}`)
    mentions.push({ kind, words })
    if (mentions.length === most) break
  }
  return mentions
}

/** Those that were not in the text as it was saved before: what was confirmed once is not asked again. */
export function newMentions(text: string, before = ''): Mention[] {
  const known = new Set(mentionsIn(before, 10_000).map(({ kind, words }) => `${kind} ${words}`))
  return mentionsIn(text).filter(({ kind, words }) => !known.has(`${kind} ${words}`))
}

export interface Found extends Span {
  kind: MentionKind
}

/** Every place of a text in NFC, in its order. */
export function foundIn(text: string): Found[] {
  const found = [...shapedIn(text), ...namesIn(text).map((span) => ({ ...span, kind: 'name' as const }))]
  return [...found, ...faithsBeside(text, found)].sort((a, b) => a.from - b.from || a.to - b.to)
}

function shapedIn(text: string): Found[] {
  const found: Found[] = []
  for (const [kind, pattern] of patterns)
    for (const match of text.matchAll(pattern)) {
      const span = { kind, from: match.index, to: match.index + match[0].length }
      if (!found.some(({ from, to }) => span.from < to && from < span.to)) found.push(span)
      if (found.length > 500) return found
    }
  return found
}

/** A word of faith or people counts only in a sentence that also points to somebody. */
function faithsBeside(text: string, found: readonly Found[]): Found[] {
  const ends = [...text.matchAll(/[.!?;\n](?=\s|$)/g)].map((match) => match.index)
  const beside: Found[] = []
  let [from, next] = [0, 0]
  const sorted = [...found].sort((a, b) => a.from - b.from)
  for (const to of [...ends, text.length]) {
    while (next < sorted.length && sorted[next]!.to <= from) next++
    const named = next < sorted.length && sorted[next]!.from < to
    const sentence = text.slice(from, to)
    if (named || wordsOf(oneMeant, sentence).length > 0)
      for (const word of wordsOf(faiths, sentence))
        beside.push({ kind: 'faith', from: from + word.from, to: from + word.to })
    from = to + 1
  }
  return beside
}

const searches = new WeakMap<ReadonlySet<string>, RegExp>()

function wordsOf(words: ReadonlySet<string>, text: string): Span[] {
  const pattern = searches.get(words) ?? new RegExp(`(?<!\\p{L})(?:${[...words].join('|')})(?!\\p{L})`, 'giu')
  searches.set(words, pattern)
  return [...text.matchAll(pattern)].map(({ index, 0: word }) => ({ from: index, to: index + word.length }))
}
