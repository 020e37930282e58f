// What stands in the fields of criteria that are being scored, of a model or of a body. Pure.
import { isRefused } from '#web/form.ts'

interface Score {
  no: number
  points: number | null
  met: boolean
  proof: string
  note: string
}

/** What the form of a sheet shows: what was typed wins over what is stored; a form of another kind on the page types no scores. */
export function filledFrom(form: unknown, stored: readonly Partial<Score>[]) {
  const typesScores = (typed: object) => Object.keys(typed).some((name) => name.startsWith('scores.'))
  const refused = isRefused(form) && typesScores(form.typed) ? form : null
  const start = new Map(stored.map((one) => [one.no, one]))
  return {
    refused,
    pointsAt: (i: number, no: number) =>
      refused ? (refused.typed[`scores.${i}.points`] ?? '') : (start.get(no)?.points ?? ''),
    wordsAt: (i: number, no: number, what: 'proof' | 'note') =>
      refused ? (refused.typed[`scores.${i}.${what}`] ?? '') : (start.get(no)?.[what] ?? ''),
    metAt: (i: number, no: number) =>
      refused ? refused.typed[`scores.${i}.met`] === 'true' : (start.get(no)?.met ?? true),
    errorsOf: (...names: string[]) => names.flatMap((name) => refused?.refusal.fields[name] ?? []),
  }
}
export type Filled = ReturnType<typeof filledFrom>

/** Which criterion a sentence is about, by the name of its field: `score.3`, or `scores.2.points` of the third one. */
export function labelsOf(criteria: readonly { no: number }[], word: string): Record<string, string> {
  const names = (no: number, i: number) => [
    ...['score', 'proof', 'note'].map((each) => `${each}.${no}`),
    ...['points', 'proof', 'note', 'met'].map((each) => `scores.${i}.${each}`),
  ]
  return Object.fromEntries(criteria.flatMap(({ no }, i) => names(no, i).map((name) => [name, `${word} ${no}`])))
}
