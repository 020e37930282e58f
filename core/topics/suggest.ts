// What a text may be about, with the share of each topic and the words that spoke for it. A person decides.
import { sharesOf } from './check.ts'
import { minimums } from './lesson.ts'
import { weightOf, type Model, type Side } from './model.ts'
import { isAccented, syllablesOf } from './syllables.ts'
import { rowOf, wordsIn, type Row, type Word } from './words.ts'

export interface Suggestion {
  topic: string
  /** From 0 to 1; of all topics together 1. */
  share: number
  /** As they stand in the text, the strongest first. */
  grounds: string[]
}

const mostSuggested = 3
const mostGrounds = 5
/** A word in more of the texts than this says nothing to a reader. */
const commonest = 0.3

/** The likeliest topics; null: too little is known, of the topics or of the words of this text. */
export function suggest(model: Model | null, text: string): Suggestion[] | null {
  if (!model) return null
  const syllables = syllablesOf(text)
  const reading = model.accented && isAccented(syllables) ? 'accented' : 'plain'
  const side = model[reading]!
  const row = rowOf(wordsIn(syllables, reading), side.vocabulary)
  if (row.places.length < minimums.knownWords) return null
  const composed = text.normalize('NFC')
  return sharesOf(valuesOf(side, row), side.sharpness)
    .map((share, topic) => ({ share, topic }))
    .sort((a, b) => b.share - a.share || a.topic - b.topic)
    .slice(0, mostSuggested)
    .map(({ share, topic }) => ({
      topic: model.topics[topic]!.topic,
      share,
      grounds: named(spokeFor(topic, side, row), composed),
    }))
}

function valuesOf({ steps, largest, constants }: Side, { places, weights }: Row): number[] {
  const values = [...constants]
  for (let k = 0; k < places.length; k++) {
    const from = places[k]! * values.length
    for (let topic = 0; topic < values.length; topic++)
      values[topic]! += weightOf(steps[from + topic]!, largest[topic]!) * weights[k]!
  }
  return values
}

/** The words for this topic, the strongest first. */
function spokeFor(topic: number, { steps, largest, vocabulary }: Side, { places, weights, words }: Row): Word[] {
  const most = vocabulary.of * commonest
  return words
    .map((word, k) => ({ word, place: places[k]!, weight: weights[k]! }))
    .filter(({ place }) => steps[place * largest.length + topic]! > 0 && vocabulary.texts[place]! <= most)
    .map(({ word, place, weight }) => ({ word, weight: weight * steps[place * largest.length + topic]! ** 2 }))
    .sort((a, b) => b.weight - a.weight || a.word.from - b.word.from)
    .map(({ word }) => word)
}

/** A pair takes its syllables along: “thoát nước” is said, not “thoát nước”, “nước”. */
function named(spoke: readonly Word[], text: string): string[] {
  const said: string[] = []
  for (const { from, to } of spoke) {
    const word = text.slice(from, to).toLowerCase()
    const within = said.findIndex((one) => word.split(' ').includes(one))
    if (within >= 0) said[within] = word
    else if (!said.some((one) => one.split(' ').some((part) => word.split(' ').includes(part)))) said.push(word)
    if (said.length === mostGrounds) break
  }
  return said
}
