// Makes the figures of a report from the pinned values: the same cells and rules as the board, every input kept.
import { ingredientsOf, type Ingredients } from '../programmes/boards/explain.ts'
import { nameFigure, type FigureName } from '../programmes/boards/figure.ts'
import { cellsOfPart, inTerm, type Part } from '../programmes/targets/scope.ts'
import { thresholdOf, type Target } from '../programmes/targets/target.ts'
import type { Id } from '../shared/id.ts'
import { reckon, type Figure, type Input } from './figure.ts'
import type { Gathered, Side } from './gather.ts'
import type { Line } from './lines.store.ts'

export interface Asked {
  target: Target
  part: FigureName['part']
  place?: Id<'place'>
  organisation?: string | null
}

export class Figures {
  readonly gathered: Gathered
  #ingredients = new Map<string, Ingredients>()

  constructor(gathered: Gathered) {
    this.gathered = gathered
  }

  now(asked: Asked): Figure {
    return this.#figure(this.gathered.now, asked)
  }

  /** The same figure a period ago; null when there is none. */
  before(asked: Asked): Figure | null {
    const { before } = this.gathered
    const figure = before && this.#figure(before, asked)
    return figure?.value == null ? null : figure
  }

  #figure(side: Side, { target, part, place = this.gathered.place.id, organisation = null }: Asked): Figure {
    const name = { target: target.id, part, place, period: side.period.id, organisation }
    const { cells, roleOf } = this.#ingredientsOf(target, name)
    const cellOf = new Map(cells.map((cell) => [cell.id, cell]))
    const inputs = side.linesAt(place).flatMap((line) => {
      const cell = cellOf.get(line.cellId)
      return cell ? roleOf(cell).map((role) => inputOf(line, role)) : []
    })
    const { comparator, threshold } = levelOf(target, part)
    const unit = typeof part === 'object' ? ('count' as const) : target.indicator.unit
    const figure = { id: nameFigure(name), unit, comparator, threshold, inputs }
    return { ...figure, ...reckon(figure) }
  }

  #ingredientsOf(target: Target, name: FigureName): Ingredients {
    const key = nameFigure({ ...name, place: 0 as Id<'place'>, period: 0 as Id<'period'> })
    const known = this.#ingredients.get(key) ?? ingredientsOf(target, name, this.gathered.cells)
    this.#ingredients.set(key, known)
    return known
  }

  /** How many units the form itself says it covers, of those due: “43/46 agencies”. */
  coverage(target: Target, part: Part): Figure {
    const cells = cellsOfPart(this.gathered.cells, target, part)
    const roles = { coverageReported: 'numerator', coverageExpected: 'denominator' } as const
    const { terms } = target.indicator
    const inputs = this.#lines().flatMap((line) =>
      terms.flatMap((term) => {
        const role = roles[term.role as keyof typeof roles]
        const cell = cells.find((candidate) => candidate.id === line.cellId)
        return role && cell && inTerm(cell, term) ? [inputOf(line, role)] : []
      }),
    )
    return this.#derived(`t${target.id}.coverage.p${this.#at}`, '%', inputs)
  }

  /** Memberships per person where the overlap between organisations was counted. */
  overlap(target: Target): Figure {
    const counted = (line: Line) => /^personsIn\d$/.test(line.count)
    const lines = this.#lines()
    const reviewed = new Set(lines.filter(counted).map((line) => line.place.id))
    const inputs = lines
      .filter((line) => reviewed.has(line.place.id) && (line.count === 'members' || counted(line)))
      .map((line) => inputOf(line, counted(line) ? 'denominator' : 'numerator'))
    return this.#derived(`t${target.id}.overlap.p${this.#at}`, 'factor', inputs)
  }

  /** A whole number about reporting: places that sent everything, days late. */
  count(name: string, inputs: Input[]): Figure {
    return this.#derived(`${name}.p${this.#at}`, 'count', inputs)
  }

  get #at(): string {
    return `${this.gathered.place.id}.y${this.gathered.now.period.id}`
  }

  #lines(): readonly Line[] {
    return this.gathered.now.linesAt(this.gathered.place.id)
  }

  #derived(id: string, unit: Figure['unit'], inputs: Input[]): Figure {
    const figure = { id, unit, comparator: null, threshold: null, inputs }
    return { ...figure, ...reckon(figure) }
  }
}

function levelOf(target: Target, part: FigureName['part']) {
  if (typeof part !== 'object') return thresholdOf(target, part)
  return target.companions.find((companion) => companion.no === part.companion)!
}

/** A line is an input of many figures: each is made once in a role, for half the work of a report is here. */
const made = { numerator: new WeakMap<Line, Input>(), denominator: new WeakMap<Line, Input>() }

function inputOf(line: Line, role: Input['role']): Input {
  const input = made[role].get(line) ?? madeOf(line, role)
  made[role].set(line, input)
  return input
}

function madeOf(line: Line, role: Input['role']): Input {
  const { entry, version, cellId, place, body, count, definitionVersion, value, nature } = line
  return {
    ...{ entry, version, cell: cellId, place, body, count, definitionVersion, role, value, nature },
    reportedBy: line.reportedBy,
    reportedAt: line.reportedAt?.toISOString() ?? null,
    acceptedBy: line.acceptedBy,
    acceptedAt: line.acceptedAt?.toISOString() ?? null,
  }
}
