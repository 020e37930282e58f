// How good a model is, found by itself: texts are set aside in turn, the rest is learnt, and those set aside are asked. Pure.
import { learnLines, type Lesson, type Minimums } from './lesson.ts'
import { rowOf } from './words.ts'

const parts = 4

export interface Checked {
  sharpness: number
  right: number
}

export function checked(lesson: Lesson, least: Minimums): Checked {
  const part = partsOf(lesson.of)
  const asked = Array.from({ length: parts }, (_, aside) => askedOf(lesson, part, aside, least)).flat()
  const right = asked.filter(({ values, of }) => values.indexOf(Math.max(...values)) === of).length / asked.length
  return { sharpness: sharpnessFor(asked), right }
}

/** Each topic is dealt out evenly, in the order of the texts. */
function partsOf(of: readonly number[]): number[] {
  const seen = new Map<number, number>()
  return of.map((topic) => {
    const count = seen.get(topic) ?? 0
    seen.set(topic, count + 1)
    return count % parts
  })
}

interface Asked {
  values: number[]
  of: number
}

function askedOf(lesson: Lesson, part: readonly number[], aside: number, least: Minimums): Asked[] {
  const rest = [...part.keys()].filter((i) => part[i] !== aside)
  const { vocabulary, lines } = learnLines(
    { words: rest.map((i) => lesson.words[i]!), of: rest.map((i) => lesson.of[i]!), topics: lesson.topics },
    least,
  )
  const size = vocabulary.numbers.length
  return [...part.keys()]
    .filter((i) => part[i] === aside)
    .map((i) => {
      const row = rowOf(lesson.words[i]!, vocabulary)
      const valueOn = (line: Float64Array) =>
        row.places.reduce((sum, place, k) => sum + line[place]! * row.weights[k]!, line[size]!)
      return { values: lines.map(valueOn), of: lesson.of[i]! }
    })
}

/** From nearly even shares to nearly all for the first, in steps of a quarter. */
const sharpnesses = Array.from({ length: 28 }, (_, i) => 0.25 * 1.25 ** i)

/** Under which the shares of the true topics were largest, so that “80 %” is right about eight times in ten. */
function sharpnessFor(asked: readonly Asked[]): number {
  const surprise = (sharpness: number) =>
    asked.reduce((sum, { values, of }) => sum - Math.log(Math.max(1e-9, sharesOf(values, sharpness)[of]!)), 0)
  return sharpnesses.reduce((best, each) => (surprise(each) < surprise(best) ? each : best))
}

export function sharesOf(values: readonly number[], sharpness: number): number[] {
  const highest = Math.max(...values)
  const powers = values.map((value) => Math.exp((value - highest) * sharpness))
  const sum = powers.reduce((total, power) => total + power, 0)
  return powers.map((power) => power / sum)
}
