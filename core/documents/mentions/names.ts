// Vietnamese names in prose: a form of address and a capital letter, or three syllables that begin with a surname. Pure.
import { addresses, notNames, offices, placeWords, surnames } from './words.ts'

/** What names are told by; the text and the lists are both with accents, or both without. */
export interface NameLists {
  addresses: ReadonlySet<string>
  notNames: ReadonlySet<string>
  offices: ReadonlySet<string>
  placeWords: ReadonlySet<string>
  surnames: ReadonlySet<string>
}

export const withAccents: NameLists = { addresses, notNames, offices, placeWords, surnames }

export interface Span {
  from: number
  to: number
}

interface Word extends Span {
  text: string
  lower: string
  capital: boolean
  /** Only blanks stand between it and the word before. */
  joined: boolean
}

const longestName = 5

export function namesIn(text: string, lists = withAccents): Span[] {
  const words = wordsOf(text)
  const names: Span[] = []
  let at = 0
  while (at < words.length) {
    const length = nameAt(words, at, lists)
    if (length > 0) names.push({ from: words[at]!.from, to: words[at + length - 1]!.to })
    at += Math.max(1, length)
  }
  return names
}

function wordsOf(text: string): Word[] {
  const words: Word[] = []
  let end = 0
  for (const match of text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
    const [word] = match
    const between = text.slice(end, Math.min(match.index, end + 4))
    words.push({
      ...{ from: match.index, to: match.index + word.length, text: word, lower: word.toLowerCase() },
      capital: word[0] !== word[0]!.toLowerCase(),
      joined: words.length > 0 && match.index - end <= 3 && /^[ \u00a0\t]+$/.test(between),
    })
    end = match.index + word.length
  }
  return words
}

/** How many words from here make a name, its form of address included; 0: none. */
function nameAt(words: readonly Word[], at: number, lists: NameLists): number {
  const { notNames, offices, placeWords, surnames } = lists
  const isKnown = (length: number) => notNames.has(lowerOf(words, at, length))
  const address = addressAt(words, at, lists)
  if (address > 0) {
    const named = run(words, at + address, true)
    const first = words[at + address]
    if (named > 0 && !isKnown(address + 1) && !offices.has(first!.lower) && !placeWords.has(first!.lower))
      return address + named
  }
  const length = run(words, at, false)
  if (length < 3 || !surnames.has(words[at]!.lower) || isKnown(3) || isKnown(2)) return 0
  return follows(words, at, placeWords) || isShouted(words, at, length) ? 0 : length
}

/** “ông”, “đồng chí”: small or at the beginning of a sentence, never inside a name. */
function addressAt(words: readonly Word[], at: number, { addresses }: NameLists): number {
  const two = words[at + 1]?.joined ? `${words[at]!.lower} ${words[at + 1]!.lower}` : ''
  if (addresses.has(two)) return 2
  return addresses.has(words[at]!.lower) && !(at > 0 && words[at]!.capital && words[at]!.joined) ? 1 : 0
}

/** Capital words in a row from here. */
function run(words: readonly Word[], at: number, afterAddress: boolean): number {
  let length = 0
  while (length < longestName) {
    const word = words[at + length]
    if (!word?.capital || ((length > 0 || afterAddress) && !word.joined)) break
    if (inCapitals(word) && !inCapitals(words[at]!)) break // “Đoàn TNCS”: an organisation’s letters end a name
    length++
  }
  return length
}

function inCapitals({ text }: Word): boolean {
  return text.length > 1 && text === text.toUpperCase()
}

function lowerOf(words: readonly Word[], at: number, length: number): string {
  return words
    .slice(at, at + length)
    .map(({ lower }) => lower)
    .join(' ')
}

/** A word for a place, a school or an organisation stands right before. */
function follows(words: readonly Word[], at: number, set: ReadonlySet<string>): boolean {
  if (!words[at]!.joined) return false
  const [one, two] = [words[at - 1], words[at - 2]]
  return set.has(one!.lower) || (one!.joined && set.has(`${two?.lower} ${one!.lower}`))
}

/** A heading in capitals is no name, unless it is as short as one: “NGUYỄN VĂN A”. */
function isShouted(words: readonly Word[], at: number, length: number): boolean {
  const after = words[at + length]
  return length === longestName && inCapitals(words[at]!) && after !== undefined && inCapitals(after) && after.joined
}
