// The rules of a form, as data: evaluated the same at the cell while typing and on the server when sending. Pure.
import { z } from 'zod'

/** One part of a sum: a row of the form, now or in the previous period, times a factor. */
const termSchema = z.object({
  row: z.number().int().positive(),
  when: z.enum(['now', 'before']).default('now'),
  times: z.number().int().default(1),
})
export type Term = z.output<typeof termSchema>

export const ruleSchema = z.discriminatedUnion('kind', [
  /** left ≤ right and the like; skipped while a needed cell is empty. */
  z.object({
    kind: z.literal('compare'),
    left: z.array(termSchema).min(1),
    comparator: z.enum(['<=', '>=', '=']),
    right: z.union([z.array(termSchema), z.number().int()]),
  }),
  /** Moved by more than so many percent since the previous period. */
  z.object({ kind: z.literal('jump'), row: z.number().int().positive(), percent: z.number().positive() }),
  /** Every one of these rows is the same as in the previous period: perhaps not updated. */
  z.object({ kind: z.literal('unchanged'), rows: z.array(z.number().int().positive()).min(1) }),
  /** n1 + 2·n2 + 3·n3 + 4·n4 ≤ memberships of the place ≤ n1 + 2·n2 + 3·n3 + K·n4. */
  z.object({ kind: z.literal('overlap'), rows: z.array(z.number().int().positive()).length(4) }),
])
export type Rule = z.output<typeof ruleSchema>

export interface Check {
  no: number
  rule: Rule
  /** never: the figures must be mended; reason: they may stand when the officer says why. */
  unless: 'never' | 'reason'
  /** With {left}, {right}, {difference}, {before} and {now} filled in. */
  sentence: string
}

export interface Figures {
  now: ReadonlyMap<number, number>
  before: ReadonlyMap<number, number>
  /** Memberships of all organisations of the place and how many organisations, where known; for overlap. */
  memberships: { sum: number; organisations: number } | null
}

/** A check that does not hold. `row`: where to show it, and where a reason is written. */
export interface Finding {
  no: number
  row: number
  unless: 'never' | 'reason'
  sentence: string
}

/** Every check that does not hold. A check whose cells are empty is not judged: missing is not zero. */
export function findingsOf(checks: readonly Check[], figures: Figures): Finding[] {
  return checks.flatMap((check) => {
    const found = judge(check.rule, figures)
    return found ? [{ no: check.no, row: found.row, unless: check.unless, sentence: fill(check.sentence, found) }] : []
  })
}

interface Found {
  row: number
  left: number
  right: number
}

function judge(rule: Rule, figures: Figures): Found | null {
  switch (rule.kind) {
    case 'compare': {
      const left = sum(rule.left, figures)
      const right = typeof rule.right === 'number' ? rule.right : sum(rule.right, figures)
      if (left === null || right === null) return null
      const fine = rule.comparator === '=' ? left === right : rule.comparator === '<=' ? left <= right : left >= right
      return fine ? null : { row: rule.left[0]!.row, left, right }
    }
    case 'jump': {
      const left = figures.now.get(rule.row)
      const right = figures.before.get(rule.row)
      if (left === undefined || right === undefined || right === 0) return null
      return Math.abs(left - right) * 100 > right * rule.percent ? { row: rule.row, left, right } : null
    }
    case 'unchanged': {
      const same = rule.rows.every((row) => figures.now.has(row) && figures.now.get(row) === figures.before.get(row))
      const first = rule.rows[0]!
      return same ? { row: first, left: figures.now.get(first)!, right: figures.before.get(first)! } : null
    }
    case 'overlap':
      return judgeOverlap(rule.rows, figures)
  }
}

function judgeOverlap(rows: number[], { now, memberships }: Figures): Found | null {
  const [one, two, three, more] = rows.map((row) => now.get(row))
  if (one === undefined || two === undefined || three === undefined || more === undefined || !memberships) return null
  const low = one + 2 * two + 3 * three + 4 * more
  const high = one + 2 * two + 3 * three + Math.max(4, memberships.organisations) * more
  if (low <= memberships.sum && memberships.sum <= high) return null
  return { row: rows[0]!, left: memberships.sum < low ? low : high, right: memberships.sum }
}

function sum(terms: readonly Term[], figures: Figures): number | null {
  let total = 0
  for (const term of terms) {
    const value = (term.when === 'now' ? figures.now : figures.before).get(term.row)
    if (value === undefined) return null
    total += value * term.times
  }
  return total
}

function fill(sentence: string, found: Found): string {
  const numbers: Record<string, number> = {
    left: found.left,
    right: found.right,
    now: found.left,
    before: found.right,
    difference: Math.abs(found.left - found.right),
  }
  return sentence.replace(/\{(\w+)\}/g, (_all, name: string) => groupThousands(numbers[name] ?? 0))
}

/** 4120 → "4.120", as Vietnamese readers expect. */
export function groupThousands(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '.')
}
