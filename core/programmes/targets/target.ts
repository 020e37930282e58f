// A target: an indicator with a threshold, its exceptions and companion conditions, and how it is judged. Pure.
import type { Id } from '../../shared/id.ts'
import { compareCount, comparePercent, holds, percentText, type Comparator, type Fraction } from './fraction.ts'
import {
  cellsOfPart,
  fractionOf,
  addUp,
  inTerm,
  type Cell,
  type Part,
  type Scope,
  type Sums,
  type Term,
} from './scope.ts'

export type Verdict = 'reached' | 'notReached' | 'noData'

export interface Threshold {
  comparator: Comparator
  /** A decimal as written in the programme: "80", "45.5". */
  threshold: string
}

export interface TargetException extends Scope, Threshold {
  no: number
  name: string
  sourceText: string | null
  note: string | null
}

export interface Companion extends Threshold {
  no: number
  name: string
  countId: Id<'count_kind'>
  sourceText: string | null
}

export interface Target extends Threshold {
  id: Id<'target'>
  no: number
  name: string
  deadline: string | null
  weight: string
  reading: string | null
  sourceText: string | null
  confidence: 'read' | 'secondHand' | 'assumed'
  /** States its basis beside the figure: memberships of each organisation, persons only where they were counted. */
  overlapFactor: boolean
  indicator: {
    key: string
    name: string
    versionId: Id<'indicator_version'>
    versionNo: number
    unit: '%' | 'count'
    wording: string
    basis: string | null
    confidence: 'read' | 'secondHand' | 'assumed'
    terms: Term[]
  }
  bindings: Scope[]
  exceptions: TargetException[]
  companions: Companion[]
}

export interface Judged extends Fraction {
  /** A decimal string in the target's unit; null: no data. */
  value: string | null
  verdict: Verdict
}

export function thresholdOf(target: Target, part: Part): Threshold {
  if (typeof part !== 'number') return target
  const exception = target.exceptions.find((candidate) => candidate.no === part)
  if (!exception) throw new Error(`target ${target.id} has no exception ${part}`)
  return exception
}

/** Judges one part of a target on the sums of one place. A count is a fraction over 1. */
export function judgePart(target: Target, part: Part, cells: readonly Cell[], sums: Sums): Judged {
  const mine = cellsOfPart(cells, target, part)
  const { comparator, threshold } = thresholdOf(target, part)
  if (target.indicator.unit === 'count') {
    const count = addUp(target.indicator.terms, 'numerator', mine, sums)
    return judgeCount(count, { comparator, threshold })
  }
  const fraction = fractionOf(target.indicator.terms, mine, sums)
  if (fraction.denominator === 0) return { ...fraction, value: null, verdict: 'noData' }
  const reached = holds(comparePercent(fraction, threshold), comparator)
  return { ...fraction, value: percentText(fraction, threshold), verdict: reached ? 'reached' : 'notReached' }
}

/** A whole count against its threshold, as “không có tổ chức yếu kém”. */
export function judgeCount(count: number | null, { comparator, threshold }: Threshold): Judged {
  if (count === null) return { numerator: 0, denominator: 0, value: null, verdict: 'noData' }
  const reached = holds(compareCount(count, threshold), comparator)
  return { numerator: count, denominator: 1, value: String(count), verdict: reached ? 'reached' : 'notReached' }
}

export function judgeCompanion(target: Target, companion: Companion, cells: readonly Cell[], sums: Sums): Judged {
  const counted: Term[] = [{ role: 'numerator', countId: companion.countId, organisation: null }]
  return judgeCount(addUp(counted, 'numerator', cellsOfPart(cells, target, 'everyone'), sums), companion)
}

/** The target as a whole is reached only if main, exceptions and companions all are. */
export function overallOf(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes('notReached')) return 'notReached'
  return verdicts.includes('noData') ? 'noData' : 'reached'
}

/** Whether what is asked in the cell enters the target: its ratio or one of its companions. */
export function isCountedBy(target: Target, cell: Cell): boolean {
  const counted = target.indicator.terms.some((term) => inTerm(cell, term))
  return counted || target.companions.some((companion) => companion.countId === cell.countId)
}
