// Checks the data of a report: every figure, and every input of it, against what the database adds up to.
import type { Figure } from './figure.ts'
import type { Trace } from './trace.ts'

export interface Mismatch {
  /** The figure's id; null: a number that belongs to none. */
  figure: string | null
  what: 'text' | 'input' | 'fraction' | 'unknown' | 'untagged' | 'missing'
  /** As it comes out of the database. */
  expected: string
  /** As the file has it. */
  found: string
}

type Traced = Trace['figures'][0]

export function compareTrace(trace: Trace, fresh: ReadonlyMap<string, Figure>): Mismatch[] {
  const known = new Set(trace.figures.map(({ id }) => id))
  const missing = [...fresh.values()]
    .filter(({ id }) => !known.has(id))
    .map((figure): Mismatch => ({ figure: figure.id, what: 'missing', expected: fractionOf(figure), found: '' }))
  return [...trace.figures.flatMap((figure) => compareFigure(figure, fresh.get(figure.id))), ...missing]
}

function compareFigure(traced: Traced, fresh: Figure | undefined): Mismatch[] {
  const { id } = traced
  if (!fresh) return [{ figure: id, what: 'unknown', expected: '', found: fractionOf(traced) }]
  const [expected, found] = [fractionOf(fresh), fractionOf(traced)]
  const fraction: Mismatch[] = expected === found ? [] : [{ figure: id, what: 'fraction', expected, found }]
  return [...fraction, ...compareInputs(traced, fresh)]
}

function compareInputs(traced: Traced, fresh: Figure): Mismatch[] {
  const [wanted, given] = [fresh.inputs.map(lineOf), traced.inputs.map(lineOf)]
  const [missing, extra] = [without(wanted, given), without(given, wanted)]
  return Array.from({ length: Math.max(missing.length, extra.length) }, (_, at): Mismatch => {
    return { figure: traced.id, what: 'input', expected: missing[at] ?? '', found: extra[at] ?? '' }
  })
}

function fractionOf({ numerator, denominator, value }: Pick<Figure, 'numerator' | 'denominator' | 'value'>): string {
  return `${numerator}/${denominator} = ${value ?? 'không có'}`
}

type Line = Omit<Traced['inputs'][0], 'nature'> & { nature?: 'actual' | 'estimate' }

function lineOf({ entry, version, place, body, count, definitionVersion, role, value, nature, tables }: Line): string {
  const about = nature === 'estimate' ? ' (ước)' : ''
  const fixed = tables ? `, bảng ${tables.map(({ id }) => id).join(' ')}` : ''
  return `${role} ${count} (định nghĩa ${definitionVersion}) = ${value}${about}, biểu ${entry}, bản ${version}, ${body.name}, ${place.name}${fixed}`
}

/** What stands in the first list more often than in the second. */
function without(list: readonly string[], other: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const one of other) left.set(one, (left.get(one) ?? 0) + 1)
  return list.filter((one) => {
    const count = left.get(one) ?? 0
    if (count > 0) left.set(one, count - 1)
    return count === 0
  })
}
