// Texts whose topic is known, made ready and learnt: a line for each topic. The least that is worth learning from.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { learnLine } from './learn.ts'
import { rowOf, vocabularyOf, type Words } from './words.ts'

const minimumsFile = new URL('./data/minimums.json', import.meta.url)

export const minimums = z
  .object({
    /** A topic with fewer texts is not suggested. */
    textsOfTopic: z.number().int(),
    /** With fewer topics there is nothing to choose. */
    topics: z.number().int(),
    /** A text with fewer known words gets no suggestion. */
    knownWords: z.number().int(),
    /** A word in fewer texts is not learnt: it is chance, or somebody's name. */
    textsOfWord: z.number().int(),
    mostWords: z.number().int(),
  })
  .parse(JSON.parse(readFileSync(minimumsFile, 'utf8')))

export type Minimums = typeof minimums

/** Texts as words, and the number of the topic of each. */
export interface Lesson {
  words: readonly Words[]
  of: readonly number[]
  topics: number
}

export function learnLines({ words, of, topics }: Lesson, least: Minimums) {
  const vocabulary = vocabularyOf(words, least.textsOfWord)
  const rows = words.map((each) => rowOf(each, vocabulary))
  const size = vocabulary.numbers.length
  const sides = Array.from({ length: topics }, (_, topic) => Int8Array.from(of, (each) => (each === topic ? 1 : -1)))
  return { vocabulary, lines: sides.map((each) => learnLine(rows, each, size)) }
}
