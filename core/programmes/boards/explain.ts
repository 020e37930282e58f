// The explanation of a figure: formula in words, fraction, inputs with their roles, definition and basis.
import type { CountedCell } from '../targets/target.store.ts'
import type { FigureName } from './figure.ts'
import { cellsOfPart, inTerm, type Term, type TermRole } from '../targets/scope.ts'
import { judgeCount, judgePart, thresholdOf, type Judged, type Target, type Threshold } from '../targets/target.ts'

/** The cells a figure is made of, and the role each plays. */
export interface Ingredients {
  cells: CountedCell[]
  roleOf: (cell: CountedCell) => Extract<TermRole, 'numerator' | 'denominator'>[]
}

/** `orOfNobody`: also what is asked of no organisation in particular, as agencies or models. */
export function ingredientsOf(
  target: Target,
  figure: FigureName,
  cells: readonly CountedCell[],
  orOfNobody = false,
): Ingredients {
  const part = typeof figure.part === 'object' ? 'everyone' : figure.part
  const { organisation } = figure
  const scoped = cellsOfPart(cells, target, part).filter(
    (cell) => organisation === null || cell.organisation === organisation || (orOfNobody && cell.organisation === null),
  ) as CountedCell[]
  const terms = termsOf(target, figure)
  const roleOf = (cell: CountedCell) =>
    terms
      .filter((term) => inTerm(cell, term))
      .map((term) => term.role)
      .filter((role): role is 'numerator' | 'denominator' => role === 'numerator' || role === 'denominator')
  return { cells: scoped.filter((cell) => roleOf(cell).length > 0), roleOf }
}

function termsOf(target: Target, { part }: FigureName): Term[] {
  if (typeof part !== 'object') return target.indicator.terms
  const companion = target.companions.find((candidate) => candidate.no === part.companion)
  return companion ? [{ role: 'numerator', countId: companion.countId, organisation: null }] : []
}

/** Recomputes the figure from the inputs shown, so that what is read is what was counted. */
export function judgeInputs(
  target: Target,
  figure: FigureName,
  {
    ingredients,
    inputs,
  }: { ingredients: Ingredients; inputs: readonly { cellId: CountedCell['id']; value: number }[] },
): Judged & Threshold {
  const sums = new Map<CountedCell['id'], number>()
  for (const input of inputs) sums.set(input.cellId, (sums.get(input.cellId) ?? 0) + input.value)
  const { part } = figure
  if (typeof part === 'object') {
    const companion = target.companions.find((candidate) => candidate.no === part.companion)!
    let count: number | null = null
    for (const value of sums.values()) count = (count ?? 0) + value
    return { ...judgeCount(count, companion), comparator: companion.comparator, threshold: companion.threshold }
  }
  const threshold = thresholdOf(target, part)
  return {
    ...judgePart(target, part, ingredients.cells, sums),
    comparator: threshold.comparator,
    threshold: threshold.threshold,
  }
}

/** “(Hội viên) ÷ (Người trong diện tập hợp)”: the formula in the words of its counts. */
export function formulaOf(ingredients: Ingredients): string {
  const names = (role: 'numerator' | 'denominator') => {
    const list = ingredients.cells.filter((cell) => ingredients.roleOf(cell).includes(role)).map((c) => c.countName)
    return [...new Set(list)].join(' + ')
  }
  const below = names('denominator')
  return below ? `(${names('numerator')}) ÷ (${below})` : names('numerator')
}
