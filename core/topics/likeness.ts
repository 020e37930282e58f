// How alike two texts are, for letters that may be about the same thing. Pure and cheap: one reading of each text.
import { numberOfPair, syllablesOf } from './syllables.ts'

/** The pairs of neighbouring syllables of a text, without accents; kept beside it, many can be compared with one. */
export type Shingles = ReadonlySet<number>

export function shinglesOf(text: string): Shingles {
  const plain = syllablesOf(text).map((syllable) => syllable.plain)
  if (plain.length === 1) return new Set(plain)
  return new Set(plain.slice(1).map((number, i) => numberOfPair(plain[i]!, number)))
}

/** From 0 (nothing in common) to 1 (the same but for accents, capitals and punctuation): common pairs among all pairs. */
export function likenessOf(a: Shingles, b: Shingles): number {
  if (a.size === 0 || b.size === 0) return 0
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let common = 0
  for (const shingle of few) if (many.has(shingle)) common++
  return common / (a.size + b.size - common)
}

export const likeness = (a: string, b: string) => likenessOf(shinglesOf(a), shinglesOf(b))
