// One line between a topic and all others: a linear support vector machine with squared loss, learnt in its dual by
// coordinate descent (Hsieh et al., ICML 2008). Pure, and the same at every run.
import type { Row } from './words.ts'

/** How dear an error is; 1 is the usual middle and was not tuned. */
const cost = 1
const rounds = 12
const still = 1e-3

/** The weights of `size` words, and last the constant. `sides` is 1 for texts of the topic, -1 for others. */
export function learnLine(rows: readonly Row[], sides: Int8Array, size: number): Float64Array {
  const line = new Float64Array(size + 1)
  const pulls = new Float64Array(rows.length)
  const softness = 0.5 / cost
  const order = rows.map((_, i) => i)
  const random = randomFrom(20231)
  for (let round = 0; round < rounds; round++) {
    shuffle(order, random)
    let largest = 0
    for (const i of order) {
      const row = rows[i]!
      const side = sides[i]!
      const slope = side * valueAt(line, row) - 1 + pulls[i]! * softness
      const pull = Math.max(0, pulls[i]! - slope / (squares(row) + 1 + softness))
      const step = (pull - pulls[i]!) * side
      if (step === 0) continue
      pulls[i] = pull
      largest = Math.max(largest, Math.abs(step))
      move(line, row, step)
    }
    if (largest < still) break
  }
  return line
}

/** Rows have length 1 or, when nothing in them is known, 0. */
function squares({ places }: Row): number {
  return places.length > 0 ? 1 : 0
}

function valueAt(line: Float64Array, { places, weights }: Row): number {
  let value = line[line.length - 1]!
  for (let k = 0; k < places.length; k++) value += line[places[k]!]! * weights[k]!
  return value
}

function move(line: Float64Array, { places, weights }: Row, step: number): void {
  for (let k = 0; k < places.length; k++) line[places[k]!]! += step * weights[k]!
  line[line.length - 1]! += step
}

function shuffle(order: number[], random: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[order[i], order[j]] = [order[j]!, order[i]!]
  }
}

/** mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
