// A figure of a report with its memory: a fraction, the inputs it adds up, and the text of each way it is shown.
import { fixed, missingToReach, percentText, type Comparator } from '../programmes/targets/fraction.ts'
import { changeOf, countText, decimalText, fractionText, percentOf } from './numbers.ts'
import type { FigurePart, FigureRun } from './document.ts'

/** One pinned value, and who reported and accepted it. */
export interface Input {
  entry: number
  version: number
  /** The question of the form; with the version it finds the value again. 0: derived from the entry itself, as days late. */
  cell: number
  place: { id: number; code: string | null; name: string }
  body: { id: number; name: string }
  count: string
  definitionVersion: number
  role: 'numerator' | 'denominator'
  value: number
  /** Left out in documents kept before there were estimates: actual. */
  nature?: 'actual' | 'estimate'
  /** Of a figure of the citizens' desks: the fixed tables it adds up, and none of the forms. */
  tables?: { id: number; body: number; no: number }[]
  /** Of a figure of models: those it counts, and none of the forms. */
  models?: { id: number; code: string; name: string }[]
  reportedBy: string | null
  reportedAt: string | null
  acceptedBy: string | null
  acceptedAt: string | null
}

export interface Figure {
  id: string
  unit: '%' | 'count' | 'factor'
  numerator: number
  /** 1 for a count; 0: there is no figure. */
  denominator: number
  /** A decimal in the unit; null: no figure. */
  value: string | null
  /** What it is measured against. */
  comparator: Comparator | null
  threshold: string | null
  inputs: Input[]
}

/** Numerator, denominator and value, from the inputs alone. */
export function reckon(
  figure: Pick<Figure, 'unit' | 'threshold' | 'inputs'>,
): Pick<Figure, 'numerator' | 'denominator' | 'value'> {
  const sum = (role: Input['role']) =>
    figure.inputs.filter((input) => input.role === role).reduce((total, input) => total + input.value, 0)
  const numerator = sum('numerator')
  if (figure.unit === 'count') {
    const denominator = figure.inputs.length > 0 ? 1 : 0
    return { numerator, denominator, value: denominator ? String(numerator) : null }
  }
  const denominator = sum('denominator')
  if (denominator === 0) return { numerator, denominator, value: null }
  const fraction = { numerator, denominator }
  const value = figure.unit === '%' ? percentText(fraction, figure.threshold ?? undefined) : fixed(fraction, 2)
  return { numerator, denominator, value }
}

/** Whether anything it adds up was told as an estimate (“ước”). */
export function isEstimated({ inputs }: Pick<Figure, 'inputs'>): boolean {
  return inputs.some((input) => input.nature === 'estimate')
}

export const noFigure = 'không có số liệu'

/** The text of one way of showing a figure: what stands in the report, and what it is checked against. */
export function partText(figure: Figure, part: FigurePart, than?: Figure): string {
  if (figure.value === null) return noFigure
  switch (part) {
    case 'value':
      return valueText(figure)
    case 'fraction':
      return fractionText(figure)
    case 'numerator':
      return countText(figure.numerator)
    case 'denominator':
      return countText(figure.denominator)
    case 'missing':
      return countText(missingToReach(figure, figure.comparator!, figure.threshold!) ?? 0)
    case 'places':
      return countText(new Set(figure.inputs.filter((i) => i.role === 'denominator').map((i) => i.place.id)).size)
    case 'change':
      return changeText(figure, than)
  }
}

function valueText({ unit, value }: Figure): string {
  return unit === '%' ? percentOf(value!) : decimalText(value!)
}

function changeText(figure: Figure, than?: Figure): string {
  if (!than || than.value === null) return noFigure
  if (figure.unit !== '%') return countText(Math.abs(figure.numerator - than.numerator))
  const change = changeOf(figure, than)
  return change ? (change.under ? 'dưới ' : '') + decimalText(change.points) : '0'
}

/** The figures a report cites, each once. */
export class FigureBook {
  readonly figures = new Map<string, Figure>()

  put(figure: Figure): Figure {
    const known = this.figures.get(figure.id)
    if (!known) this.figures.set(figure.id, figure)
    return known ?? figure
  }

  /** A run that shows the figure; nothing but this makes figure runs. */
  show(figure: Figure, part: FigurePart = 'value', than?: Figure): FigureRun {
    this.put(figure)
    if (than) this.put(than)
    const words = partText(figure, part, than)
    return { kind: 'figure', id: figure.id, part, text: words, ...(than && { than: than.id }) }
  }
}

/** Names of bodies that stand in one of two figures and not in the other: then a rise or fall is not like for like. */
export function bodiesApart(now: Figure, before: Figure): { onlyNow: string[]; onlyBefore: string[] } {
  const names = (figure: Figure) => new Map(figure.inputs.map(({ body }) => [body.id, body.name]))
  const [here, there] = [names(now), names(before)]
  return {
    onlyNow: [...here].filter(([id]) => !there.has(id)).map(([, name]) => name),
    onlyBefore: [...there].filter(([id]) => !here.has(id)).map(([, name]) => name),
  }
}
