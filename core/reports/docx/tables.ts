// Tables of the annex in Word: the head repeats on every page, rows do not break, and the picture is drawn as a table.
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
  type ITableCellOptions,
  type Paragraph,
} from 'docx'
import { text, type Bar, type Block, type Column, type Run } from '../document.ts'
import { stateWords } from '../html/chart.ts'
import type { Pen } from './runs.ts'
import { half, mm, pt } from './units.ts'

const smallSize = 11

const alignments = { left: AlignmentType.LEFT, right: AlignmentType.RIGHT, centre: AlignmentType.CENTER } as const

/** `width` in mm, the whole line. */
export function tableOf(pen: Pen, table: Extract<Block, { kind: 'table' }>, width: number): Table {
  const { columns, rows } = table
  const parts = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = columns.map((column) => mm((column.width * width) / parts))
  const cell = (runs: readonly Run[], at: number, options: { column: Column; italics?: boolean; head?: boolean }) => {
    const { column, italics = false, head = false } = options
    const alignment = head ? AlignmentType.CENTER : alignments[column.align]
    const children = [
      pen.line(
        pen.runs(runs.length ? runs : [text(' ')], { size: half(smallSize), italics, bold: head || undefined }),
        { alignment },
      ),
    ]
    const verticalAlign = head ? VerticalAlign.CENTER : VerticalAlign.TOP
    return new TableCell({ children, width: { size: widths[at]!, type: WidthType.DXA }, verticalAlign })
  }
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column, at) => cell(column.label, at, { column, head: true })),
  })
  const body = rows.map(
    ({ cells, sub }) =>
      new TableRow({
        cantSplit: true,
        children: cells.map((runs, at) => cell(runs, at, { column: columns[at]!, italics: !!sub && at === 1 })),
      }),
  )
  return new Table({
    rows: [head, ...body],
    columnWidths: widths,
    width: { size: mm(width), type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    margins: { left: mm(1), right: mm(1), top: 20, bottom: 20 },
  })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
export const noBorders = {
  top: none,
  bottom: none,
  left: none,
  right: none,
  insideHorizontal: none,
  insideVertical: none,
}
const cellWithout = { top: none, bottom: none, left: none, right: none }

/** Label, bar, value, level and verdict; the bar is a small table whose cells are as wide as the shares. */
export function chartOf(pen: Pen, { bars }: Extract<Block, { kind: 'chart' }>, width: number): Table {
  const shares = [0.29, 0.3, 0.11, 0.3]
  const widths = shares.map((share) => mm(width * share))
  const cell = (child: Paragraph | Table, at: number, options: Partial<ITableCellOptions> = {}) => {
    const children = child instanceof Table ? [child, pen.line([], { spacing: { line: 20, after: 0 } })] : [child]
    const size = { size: widths[at]!, type: WidthType.DXA }
    return new TableCell({
      children,
      width: size,
      borders: cellWithout,
      verticalAlign: VerticalAlign.CENTER,
      ...options,
    })
  }
  const line = (runs: readonly Run[], alignment: (typeof alignments)[Column['align']] = AlignmentType.LEFT) =>
    pen.line(pen.runs(runs, { size: half(smallSize) }), { alignment })
  const rows = bars.map(
    (bar) =>
      new TableRow({
        cantSplit: true,
        children: [
          cell(line(bar.label, AlignmentType.RIGHT), 0),
          cell(barOf(pen, bar, width * shares[1]! - 4), 1),
          cell(line(bar.figure, AlignmentType.RIGHT), 2),
          cell(line([...bar.thresholdLabel, text(`: ${stateWords[bar.state]}`)]), 3),
        ],
      }),
  )
  return new Table({
    ...{ rows, columnWidths: widths, borders: noBorders, layout: TableLayoutType.FIXED },
    width: { size: mm(width), type: WidthType.DXA },
    margins: { left: mm(1.5), right: mm(1.5), top: 30, bottom: 30 },
  })
}

const fills = {
  reached: { type: ShadingType.CLEAR, color: 'auto', fill: '404040' },
  notReached: { type: ShadingType.CLEAR, color: 'auto', fill: '8C8C8C' },
  provisional: { type: ShadingType.DIAGONAL_STRIPE, color: '595959', fill: 'FFFFFF' },
  noData: { type: ShadingType.CLEAR, color: 'auto', fill: 'FFFFFF' },
} as const

/** Cut where the bar ends and where the level lies; a thick line stands at the level. */
function barOf(pen: Pen, bar: Bar, width: number): Table {
  const value = Math.min(Math.max(bar.value ?? 0, 0), 100)
  const level = Math.min(Math.max(bar.threshold, 0), 100)
  const cuts = [...new Set([0, value, level, 100])].sort((a, b) => a - b)
  const pieces = cuts.slice(1).map((to, at) => ({ from: cuts[at]!, to }))
  const cells = pieces.map(
    ({ from, to }) =>
      new TableCell({
        children: [pen.line([], { spacing: { line: pt(9), lineRule: 'exact', after: 0 } })],
        width: { size: mm(((to - from) * width) / 100), type: WidthType.DXA },
        shading: to <= value ? fills[bar.state] : { type: ShadingType.CLEAR, color: 'auto', fill: 'F2F2F2' },
        borders: {
          ...cellWithout,
          ...(to === level && { right: { style: BorderStyle.SINGLE, size: 18, color: '000000' } }),
          ...(from === level && { left: { style: BorderStyle.SINGLE, size: 18, color: '000000' } }),
        },
      }),
  )
  return new Table({
    rows: [new TableRow({ children: cells, height: { value: pt(11), rule: HeightRule.EXACT } })],
    columnWidths: pieces.map(({ from, to }) => mm(((to - from) * width) / 100)),
    ...{ borders: noBorders, layout: TableLayoutType.FIXED, width: { size: mm(width), type: WidthType.DXA } },
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
  })
}
