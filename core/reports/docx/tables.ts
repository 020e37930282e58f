// Tables of the annex in Word: the head repeats on every page, rows do not break, and the picture is drawn as a table.
import { text, type Bar, type Block, type Column, type Run } from '../document.ts'
import { stateWords } from '../html/chart.ts'
import { cell, level, row, table, type Align, type Fill } from './elements.ts'
import { joined, type Xml } from './markup.ts'
import type { Pen } from './runs.ts'
import { half, mm, pt } from './units.ts'

const small = { size: half(11) }

const alignments = { left: 'left', right: 'right', centre: 'center' } as const satisfies Record<Column['align'], Align>

/** `width` in mm, the whole line. */
export function tableOf(pen: Pen, { columns, rows }: Extract<Block, { kind: 'table' }>, width: number): Xml {
  const parts = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = columns.map((column) => mm((column.width * width) / parts))
  const line = (runs: readonly Run[], letters: { bold?: boolean; italics?: boolean }, align: Align) =>
    pen.line(pen.runs(runs.length ? runs : [text(' ')], { ...small, ...letters }), { align })
  const head = columns.map(({ label }, at) =>
    cell([line(label, { bold: true }, 'center')], { width: widths[at]!, middle: true }),
  )
  const body = rows.map(({ cells, sub }) =>
    row(
      cells.map((runs, at) => {
        const italics = !!sub && at === 1
        return cell([line(runs, { italics }, alignments[columns[at]!.align])], { width: widths[at]! })
      }),
    ),
  )
  const margins = { left: mm(1), right: mm(1), top: 20, bottom: 20 }
  return table([row(head, { head: true }), ...body], { widths, width: mm(width), lines: 'thin', margins })
}

/** Label, bar, value, level and verdict; the bar is a small table whose cells are as wide as the shares. */
export function chartOf(pen: Pen, { bars }: Extract<Block, { kind: 'chart' }>, width: number): Xml {
  const shares = [0.29, 0.3, 0.11, 0.3]
  const widths = shares.map((share) => mm(width * share))
  const line = (runs: readonly Run[], align: Align = 'left') => pen.line(pen.runs(runs, small), { align })
  const rows = bars.map((bar) => {
    const drawn = barOf(pen, bar, width * shares[1]! - 4)
    // A cell must end in a paragraph: here one as low as can be.
    const parts = [
      line(bar.label, 'right'),
      joined([drawn, pen.line([], { spacing: { line: 20, after: 0 } })]),
      line(bar.figure, 'right'),
      line([...bar.thresholdLabel, text(`: ${stateWords[bar.state]}`)]),
    ]
    return row(parts.map((part, at) => cell([part], { width: widths[at]!, borders: {}, middle: true })))
  })
  const margins = { left: mm(1.5), right: mm(1.5), top: 30, bottom: 30 }
  return table(rows, { widths, width: mm(width), lines: 'none', margins })
}

const plain = (fill: string): Fill => ({ val: 'clear', color: 'auto', fill })
const fills: Record<Bar['state'], Fill> = {
  reached: plain('404040'),
  notReached: plain('8C8C8C'),
  provisional: { val: 'diagStripe', color: '595959', fill: 'FFFFFF' },
  noData: plain('FFFFFF'),
}

/** Cut where the bar ends and where the level lies; a thick line stands at the level. */
function barOf(pen: Pen, bar: Bar, width: number): Xml {
  const value = Math.min(Math.max(bar.value ?? 0, 0), 100)
  const threshold = Math.min(Math.max(bar.threshold, 0), 100)
  const cuts = [...new Set([0, value, threshold, 100])].sort((a, b) => a - b)
  const pieces = cuts.slice(1).map((to, at) => ({ from: cuts[at]!, to }))
  const widths = pieces.map(({ from, to }) => mm(((to - from) * width) / 100))
  const cells = pieces.map(({ from, to }, at) =>
    cell([pen.line([], { spacing: { line: pt(9), lineRule: 'exact', after: 0 } })], {
      width: widths[at]!,
      fill: to <= value ? fills[bar.state] : plain('F2F2F2'),
      borders: { ...(to === threshold && { right: level }), ...(from === threshold && { left: level }) },
    }),
  )
  const margins = { left: 0, right: 0, top: 0, bottom: 0 }
  return table([row(cells, { height: pt(11) })], { widths, width: mm(width), lines: 'none', margins })
}
