// What the classifier weighs in a text: its syllables and its pairs of neighbouring syllables, in one of two readings. Pure.
import { numberOfPair, type Syllable } from './syllables.ts'

export const readings = ['accented', 'plain'] as const
export type Reading = (typeof readings)[number]

/** How often, and where it stands first. */
export interface Word {
  count: number
  from: number
  to: number
}

export type Words = Map<number, Word>

export function wordsIn(syllables: readonly Syllable[], reading: Reading): Words {
  const words: Words = new Map()
  const add = (number: number, from: number, to: number) => {
    const word = words.get(number)
    if (word) word.count++
    else words.set(number, { count: 1, from, to })
  }
  for (const [i, syllable] of syllables.entries()) {
    add(syllable[reading], syllable.from, syllable.to)
    const before = syllables[i - 1]
    if (before && syllable.joined) add(numberOfPair(before[reading], syllable[reading]), before.from, syllable.to)
  }
  return words
}

/** The words a model knows, by their numbers in ascending order, and in how many of its texts each stands. */
export interface Vocabulary {
  numbers: Uint32Array
  texts: Uint16Array
  /** Of how many texts. */
  of: number
}

/** Where a word stands in the vocabulary; -1: not known. */
export function placeOf(numbers: Uint32Array, number: number): number {
  let [low, high] = [0, numbers.length - 1]
  while (low <= high) {
    const middle = (low + high) >> 1
    const there = numbers[middle]!
    if (there === number) return middle
    if (there < number) low = middle + 1
    else high = middle - 1
  }
  return -1
}

export function vocabularyOf(texts: readonly Words[], least: number): Vocabulary {
  const counts = new Map<number, number>()
  for (const words of texts) for (const number of words.keys()) counts.set(number, (counts.get(number) ?? 0) + 1)
  const kept = [...counts].filter(([, count]) => count >= least).sort(([a], [b]) => a - b)
  return {
    numbers: Uint32Array.from(kept, ([number]) => number),
    texts: Uint16Array.from(kept, ([, count]) => Math.min(count, 0xffff)),
    of: texts.length,
  }
}

/** A text as the learner sees it: places in the vocabulary with weights whose squares add up to 1. */
export interface Row {
  places: Int32Array
  weights: Float64Array
  /** Where each stands in the text. */
  words: Word[]
}

/** Rare words weigh more, repetition weighs little (tf-idf with logarithms of both). */
export function rowOf(words: Words, { numbers, texts, of }: Vocabulary): Row {
  const places: number[] = []
  const weights: number[] = []
  const known: Word[] = []
  for (const [number, word] of words) {
    const place = placeOf(numbers, number)
    if (place < 0) continue
    places.push(place)
    known.push(word)
    weights.push((1 + Math.log(word.count)) * (1 + Math.log((1 + of) / (1 + texts[place]!))))
  }
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0)) || 1
  return {
    places: Int32Array.from(places),
    weights: Float64Array.from(weights, (weight) => weight / length),
    words: known,
  }
}
