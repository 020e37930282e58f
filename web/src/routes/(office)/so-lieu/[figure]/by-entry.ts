// The inputs of a figure, one line an entry and sector: what it gave to the numerator and to the denominator.
import type { explainFigure } from '@dong-thuan/core/programmes/boards/explain.operations.ts'
import type { Answer } from '#web/ask.ts'

type Input = Answer<typeof explainFigure>['inputs'][0]

export type Line = Input & { numerator: number | null; denominator: number | null }

export function byEntry(inputs: readonly Input[]): Line[] {
  const lines = new Map<string, Line>()
  for (const input of inputs) {
    const key = `${input.entry}.${input.sector}`
    const line = lines.get(key) ?? { ...input, numerator: null, denominator: null }
    line[input.role] = (line[input.role] ?? 0) + input.value
    lines.set(key, line)
  }
  return [...lines.values()]
}
