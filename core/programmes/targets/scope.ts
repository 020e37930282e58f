// Whom a figure speaks of: the cells of an indicator's counts, by organisation and sector. Pure.
import type { Id } from '../../shared/id.ts'
import type { Fraction } from './fraction.ts'

/** One question of a form as a figure: a count, of an organisation, in a sector. */
export interface Cell {
  id: Id<'cell'>
  countId: Id<'count_kind'>
  organisation: string | null
  sector: string | null
}

/** null: any. */
export interface Scope {
  organisation: string | null
  sector: string | null
}

export const termRoles = ['numerator', 'denominator', 'coverageReported', 'coverageExpected'] as const
export type TermRole = (typeof termRoles)[number]
export interface Term {
  role: TermRole
  countId: Id<'count_kind'>
  /** Only this organisation's cells; null: everybody's. */
  organisation: string | null
}

/** Whether a cell is part of a term. */
export function inTerm(cell: Cell, term: Term): boolean {
  return term.countId === cell.countId && (term.organisation === null || term.organisation === cell.organisation)
}

/** Sums of the accepted values, by cell. A cell that is absent was not reported: that is not zero. */
export type Sums = ReadonlyMap<Id<'cell'>, number>

export function within(cell: Cell, scope: Scope): boolean {
  return (
    (scope.organisation === null || scope.organisation === cell.organisation) &&
    (scope.sector === null || scope.sector === cell.sector)
  )
}

/** Which part of a target: everyone it binds, what no exception takes out, or one exception by number. */
export type Part = 'everyone' | 'main' | number

export interface Divided {
  bindings: readonly Scope[]
  exceptions: readonly (Scope & { no: number })[]
}

/** The cells of one part. Main and exceptions never share a cell, so nobody is judged twice. */
export function cellsOfPart(cells: readonly Cell[], divided: Divided, part: Part): Cell[] {
  const bound = cells.filter((cell) => divided.bindings.length === 0 || divided.bindings.some((b) => within(cell, b)))
  if (part === 'everyone') return bound
  const takenBy = (cell: Cell) => divided.exceptions.find((exception) => within(cell, exception))?.no
  return bound.filter((cell) => takenBy(cell) === (part === 'main' ? undefined : part))
}

/** Adds one role of an indicator over the cells; null when none of them was reported. */
export function addUp(terms: readonly Term[], role: TermRole, cells: readonly Cell[], sums: Sums): number | null {
  const wanted = terms.filter((term) => term.role === role)
  let total: number | null = null
  for (const cell of cells) {
    const value = wanted.some((term) => inTerm(cell, term)) ? sums.get(cell.id) : undefined
    if (value !== undefined) total = (total ?? 0) + value
  }
  return total
}

/** The fraction of a ratio; a denominator of 0 or nothing reported gives denominator 0. */
export function fractionOf(terms: readonly Term[], cells: readonly Cell[], sums: Sums): Fraction {
  return {
    numerator: addUp(terms, 'numerator', cells, sums) ?? 0,
    denominator: addUp(terms, 'denominator', cells, sums) ?? 0,
  }
}
