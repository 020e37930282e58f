// What an operation answers: a value, or a refusal of a closed list. A thrown error is a bug or an outage.

/** A sentence for people, in both languages of the platform. It names the thing, what is wrong and what to do. */
export interface Sentence {
  vi: string
  en: string
}

/** One fault of an input. `field` is the path in the input, parts joined by a dot; empty when the whole is meant. */
export interface Problem {
  field: string
  code: string
  sentence: Sentence
}

export type Refusal =
  | { kind: 'invalid'; code: string; problems: Problem[] }
  | { kind: 'forbidden'; code: string; sentence: Sentence }
  | { kind: 'conflict'; code: string; sentence: Sentence }
  | { kind: 'not-found'; code: string; sentence: Sentence }

export type Result<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

function refuse(refusal: Refusal): { ok: false; refusal: Refusal } {
  return { ok: false, refusal }
}

/** All faults at once, never only the first. */
export function invalid(problems: Problem[], code = 'invalid-input') {
  return refuse({ kind: 'invalid', code, problems })
}

export function problem(field: string, code: string, vi: string, en: string): Problem {
  return { field, code, sentence: { vi, en } }
}

export function forbidden(code: string, vi: string, en: string) {
  return refuse({ kind: 'forbidden', code, sentence: { vi, en } })
}

export function conflict(code: string, vi: string, en: string) {
  return refuse({ kind: 'conflict', code, sentence: { vi, en } })
}

export function notFound(code: string, vi: string, en: string) {
  return refuse({ kind: 'not-found', code, sentence: { vi, en } })
}

/** The value, or a thrown error with every sentence: for seeds and tests, where a refusal is a bug. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(sentencesOf(result.refusal).join(' · '))
}

/** Every sentence of a refusal, in one language, in order. */
export function sentencesOf(refusal: Refusal, language: 'vi' | 'en' = 'vi'): string[] {
  if (refusal.kind !== 'invalid') return [refusal.sentence[language]]
  return refusal.problems.map((p) => (p.field ? `${p.field}: ` : '') + p.sentence[language])
}
