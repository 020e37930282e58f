// The shape in which a score sheet is opened, and the panels of its page. Pure.
import type { open } from '@dong-thuan/core/assessments/scoresheet.reads.ts'
import type { Answer } from '#web/ask.ts'
import { isRefused } from '#web/form.ts'

export type Sheet = Answer<typeof open>

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

/** Moves that need no more than a look, or a word why. */
export const panels = ['takeBack', 'object', 'giveBack', 'reopen', 'excuse', 'include'] as const
export const asksWhy: ReadonlySet<string> = new Set(['object', 'giveBack', 'reopen', 'excuse', 'include'])
