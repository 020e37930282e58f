// The ratios that the rows of a form make by themselves, shown beside them while figures are typed. Pure.
import type { Id } from '../../shared/id.ts'
import { cellsOfPart, inTerm, type Cell } from '../targets/scope.ts'
import { thresholdOf, type Target } from '../targets/target.ts'

export interface Ratio {
  name: string
  /** Row numbers; the ratio stands beside the first of the numerator. */
  numerator: number[]
  denominator: number[]
  comparator: string
  threshold: string
}

/** One ratio for each target, part and sector whose numerator and denominator both lie on this form. */
export function ratiosOf(targets: readonly Target[], cells: readonly (Cell & { row: number })[]): Ratio[] {
  return targets
    .filter((target) => target.indicator.unit === '%')
    .flatMap((target) =>
      (['main', ...target.exceptions.map((exception) => exception.no)] as const).flatMap((part) => {
        const mine = cellsOfPart(cells, target, part) as (Cell & { row: number })[]
        return [...Map.groupBy(mine, (cell) => cell.sector)].flatMap(([, group]) => {
          const rowsIn = (role: 'numerator' | 'denominator') =>
            group
              .filter((cell) => target.indicator.terms.some((term) => term.role === role && inTerm(cell, term)))
              .map((cell) => cell.row)
          const numerator = rowsIn('numerator')
          const denominator = rowsIn('denominator')
          if (numerator.length === 0 || denominator.length === 0) return []
          return [{ name: target.name, numerator, denominator, ...thresholdOf(target, part) }]
        })
      }),
    )
    .map(({ name, numerator, denominator, comparator, threshold }) => ({
      name,
      numerator,
      denominator,
      comparator,
      threshold,
    }))
}

/** The cells of a form's rows, as scopes see them. */
export type RowCell = Cell & { row: number; id: Id<'cell'> }
