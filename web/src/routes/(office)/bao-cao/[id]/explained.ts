// The figure asked about: its inputs one line an entry, and where on the paper it stands first.
import type { figure } from '@dong-thuan/core/reports/report.view.operations.ts'
import type { Answer } from '#web/ask.ts'

export type Explained = Answer<typeof figure>
type Input = Explained['inputs'][0]

export type Line = Input & { numerator: number | null; denominator: number | null }

export function byEntry(inputs: readonly Input[]): Line[] {
  const lines = new Map<number, Line>()
  for (const input of inputs) {
    const line = lines.get(input.entry) ?? { ...input, numerator: null, denominator: null }
    line[input.role] = (line[input.role] ?? 0) + input.value
    lines.set(input.entry, line)
  }
  return [...lines.values()]
}

/** The anchor of the first block that shows the figure. */
export function blockOf(parts: readonly { html: string }[], id: string): string {
  const part = parts.find(({ html }) => html.includes(`data-figure="${id}"`))
  const before = part?.html.slice(0, part.html.indexOf(`data-figure="${id}"`)) ?? ''
  return [...before.matchAll(/id="(doan-\d+)"/g)].at(-1)?.[1] ?? ''
}
