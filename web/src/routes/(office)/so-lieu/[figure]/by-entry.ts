// The inputs of a figure, one line an entry and sector: what it gave to the numerator and to the denominator.
import type { explainFigure } from '@dong-thuan/core/programmes/boards/explain.operations.ts'
import type { Answer } from '#web/ask.ts'

type Input = Answer<typeof explainFigure>['inputs'][0]

/** A figure that was one thing before and is another now. */
interface Changed {
  name: string
  was: number
  now: number
}

export type Line = Input & {
  numerator: number | null
  denominator: number | null
  /** What the body wrote beside its rows, as the names of the models counted. */
  notes: string[]
  /** Typed, and counted by now: both are told. */
  counted: { name: string; typed: number; source: string; value: number }[]
  /** Higher than before a return. */
  raised: Changed[]
  /** Fewer members after a review of the roll. */
  fell: (Changed & { on: string; document: string })[]
}

export function byEntry(inputs: readonly Input[]): Line[] {
  const lines = new Map<string, Line>()
  for (const input of inputs) {
    const key = `${input.entry}.${input.sector}`
    const line = lines.get(key) ?? {
      ...input,
      numerator: null,
      denominator: null,
      notes: [],
      counted: [],
      raised: [],
      fell: [],
    }
    note(line, input)
    line[input.role] = (line[input.role] ?? 0) + input.value
    lines.set(key, line)
  }
  return [...lines.values()]
}

export interface DrawnFigure {
  count: string
  sector: string | null
  body: string
  value: number
  source: string
  units: { id: number; name: string; result: string }[]
}

/** What was counted and not typed, with the things behind it; a count in both parts of a fraction is told once. */
export function drawnIn(inputs: readonly Input[]): DrawnFigure[] {
  const seen = new Map<string, DrawnFigure>()
  for (const { version, count, countName, sector, body, value, drawn } of inputs)
    if (drawn)
      seen.set(`${version}.${count}.${sector}`, {
        count: countName,
        sector,
        body: body.name,
        value,
        ...drawn,
      })
  return [...seen.values()]
}

/** A count that is part of both numerator and denominator is told once. */
function note(line: Line, { countName: name, value: now, note, sourceNow, raisedFrom, reviewed }: Input): void {
  if (note !== null && !line.notes.includes(note)) line.notes.push(note)
  if (sourceNow && !line.counted.some((one) => one.name === name)) line.counted.push({ name, typed: now, ...sourceNow })
  if (raisedFrom !== null && !line.raised.some((one) => one.name === name))
    line.raised.push({ name, was: raisedFrom, now })
  if (reviewed && !line.fell.some((one) => one.name === name)) line.fell.push({ name, now, ...reviewed })
}
