// Which items say the same: shared words of their normalised text, after words that say little. Pure; it only proposes.
import { searchKey } from '../../shared/text.ts'

export interface Item {
  unit: number
  version: number
  paragraph: number
  text: string
}

export interface Proposal {
  label: string
  units: number
  items: { version: number; paragraph: number }[]
}

/** Without diacritics, so a word said with another tone mark still meets; each says little about the matter. */
const little = new Set(
  'va cua cac cho con la o tai trong ve voi duoc khong co mot so nhung nhieu den de do bi da nen khi theo tu xa huyen chua'.split(
    ' ',
  ),
)
/** Dice's coefficient over words: half of the words are shared. */
export const alike = 0.5
const mostItems = 2000

/** 0 to 1: how far two texts share their words. */
export function similarity(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size === 0 || other.size === 0) return 0
  let shared = 0
  for (const word of one) if (other.has(word)) shared++
  return (2 * shared) / (one.size + other.size)
}

export function wordsOf(text: string): Set<string> {
  return new Set(
    searchKey(text)
      .split(' ')
      .filter((word) => word !== '' && !little.has(word)),
  )
}

/** Groups of at least two units; each item goes to the first group whose first item it resembles. */
export function proposeGroups(items: readonly Item[]): Proposal[] {
  const groups: { words: Set<string>; items: Item[] }[] = []
  for (const item of items.slice(0, mostItems)) {
    const words = wordsOf(item.text)
    const group = groups.find((one) => similarity(one.words, words) >= alike)
    if (group) group.items.push(item)
    else groups.push({ words, items: [item] })
  }
  return groups
    .map(({ items: some }) => ({
      label: some.reduce((shortest, { text }) => (text.length < shortest.length ? text : shortest), some[0]!.text),
      units: new Set(some.map(({ unit }) => unit)).size,
      items: some.map(({ version, paragraph }) => ({ version, paragraph })),
    }))
    .filter(({ units }) => units > 1)
    .sort((a, b) => b.units - a.units)
}
