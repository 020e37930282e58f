// What is learnt from texts whose topic is known: a line for each topic in each reading, and how often that was right.
import { checked } from './check.ts'
import { learnLines, minimums, type Lesson, type Minimums } from './lesson.ts'
import { isAccented, syllablesOf } from './syllables.ts'
import { wordsIn, type Reading, type Vocabulary } from './words.ts'

export interface Known {
  text: string
  /** Any name: a topic, a kind of service, a body. */
  topic: string
}

export interface Side {
  vocabulary: Vocabulary
  /** Weights of all topics word by word, in 255 steps that are finer near 0 (see `weightOf`). */
  steps: Int8Array
  /** Of each topic: its largest weight, and its constant. */
  largest: number[]
  constants: number[]
  /** Shares are the softmax of the values times this. */
  sharpness: number
  /** Of the texts set aside while learning, how many were put under their own topic: from 0 to 1. */
  right: number
}

export interface Model {
  topics: { topic: string; texts: number }[]
  /** null: too few of the texts have accents. */
  accented: Side | null
  plain: Side
}

/** null: not enough to learn from. The same texts in the same order give the same model, byte for byte. */
export function train(texts: readonly Known[], least: Minimums = minimums): Model | null {
  const topics = topicsOf(texts, least)
  if (topics.length < least.topics) return null
  const read = texts.flatMap(({ text, topic }) => {
    const of = topics.findIndex((one) => one.topic === topic)
    return of < 0 ? [] : [{ of, syllables: syllablesOf(text) }]
  })
  const sideOf = (reading: Reading, from: typeof read) => {
    const words = from.map(({ syllables }) => wordsIn(syllables, reading))
    return learnSide({ words, of: from.map(({ of }) => of), topics: topics.length }, least)
  }
  const marked = read.filter(({ syllables }) => isAccented(syllables))
  const enough = topics.every((_, t) => marked.filter(({ of }) => of === t).length >= least.textsOfTopic)
  return { topics, accented: enough ? sideOf('accented', marked) : null, plain: sideOf('plain', read) }
}

function topicsOf(texts: readonly Known[], least: Minimums) {
  const counts = new Map<string, number>()
  for (const { topic } of texts) counts.set(topic, (counts.get(topic) ?? 0) + 1)
  return [...counts]
    .filter(([, count]) => count >= least.textsOfTopic)
    .map(([topic, count]) => ({ topic, texts: count }))
    .sort((a, b) => (a.topic < b.topic ? -1 : 1))
}

function learnSide(lesson: Lesson, least: Minimums): Side {
  const { vocabulary, lines } = learnLines(lesson, least)
  const { sharpness, right } = checked(lesson, least)
  return { ...kept(vocabulary, lines, least.mostWords), sharpness, right }
}

/** The words that weigh most, their weights in steps of a byte. */
function kept(vocabulary: Vocabulary, lines: readonly Float64Array[], most: number) {
  const size = vocabulary.numbers.length
  const largest = lines.map((line) =>
    line.subarray(0, size).reduce((high, weight) => Math.max(high, Math.abs(weight)), 0),
  )
  const strength = (place: number) => lines.reduce((high, line) => Math.max(high, Math.abs(line[place]!)), 0)
  const strengths = Float64Array.from({ length: size }, (_, place) => strength(place))
  const threshold = size > most ? strengths.toSorted()[size - most]! : 0
  const places = [...strengths.keys()].filter((place) => strengths[place]! > 0 && strengths[place]! >= threshold)
  const steps = places.flatMap((place) => lines.map((line, topic) => stepOf(line[place]!, largest[topic]!)))
  return {
    vocabulary: {
      numbers: Uint32Array.from(places, (place) => vocabulary.numbers[place]!),
      texts: Uint16Array.from(places, (place) => vocabulary.texts[place]!),
      of: vocabulary.of,
    },
    steps: Int8Array.from(steps),
    largest,
    constants: lines.map((line) => line[size]!),
  }
}

const stepOf = (weight: number, largest: number) =>
  largest === 0 ? 0 : Math.sign(weight) * Math.round(127 * Math.sqrt(Math.abs(weight) / largest))

/** Coarse far from 0, where it does not matter, and fine near it. */
export const weightOf = (step: number, largest: number) => ((step * Math.abs(step)) / 16129) * largest
