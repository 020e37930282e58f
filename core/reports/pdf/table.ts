// Tables of the annex on paper: the head stands again on every page, no row is cut that a page can hold.
import type { Block, Run } from '../document.ts'
import type { Line } from '../../documents/typeface/lines.ts'
import { lineHeightOf, mm, type Setting, type Sheet } from './sheet.ts'

type Table = Extract<Block, { kind: 'table' }>

const size = 11
const padding = { across: mm(1), down: 1.5 }

interface Cell {
  lines: Line[]
  setting: Setting
}

interface Drawn {
  cells: Cell[]
  height: number
}

export function drawTable(sheet: Sheet, { columns, rows }: Table): void {
  const parts = columns.reduce((sum, column) => sum + column.width, 0)
  const widths = columns.map((column) => (column.width * sheet.frame.width) / parts)
  const rowOf = (cells: readonly (readonly Run[])[], settings: (at: number) => Setting): Drawn => {
    const drawn = widths.map((width, at) => {
      const setting = settings(at)
      return { setting, lines: sheet.lines(cells[at] ?? [], setting, width - 2 * padding.across) }
    })
    return drawnOf(drawn)
  }
  const head = rowOf(
    columns.map((column) => column.label),
    () => ({ size, bold: true, align: 'centre' }),
  )
  sheet.tag('Table', () => {
    sheet.tag('TR', () => drawRow(sheet, head, { widths, type: 'TH', middle: true }))
    for (const { cells, sub } of rows) {
      const row = rowOf(cells, (at) => ({ size, align: columns[at]!.align, italic: !!sub && at === 1 }))
      for (const part of partsOf(row, sheet, head)) {
        if (sheet.ensure(part.height)) sheet.artifact(() => drawRow(sheet, head, { widths, type: null, middle: true }))
        sheet.tag('TR', () => drawRow(sheet, part, { widths, type: 'TD', middle: false }))
      }
    }
  })
}

const most = (cells: readonly Cell[]) => Math.max(...cells.map(({ lines }) => lines.length))
const drawnOf = (cells: Cell[]): Drawn => ({ cells, height: most(cells) * lineHeightOf({ size }) + 2 * padding.down })

/** A row higher than a page goes on over pages, or its end would be lost below the paper; every other one stays whole. */
function partsOf(row: Drawn, { frame }: Sheet, head: Drawn): Drawn[] {
  const room = frame.bottom - frame.top - head.height - 2 * padding.down
  const fit = Math.max(1, Math.floor(room / lineHeightOf({ size })))
  return Array.from({ length: Math.max(1, Math.ceil(most(row.cells) / fit)) }, (_, at) =>
    drawnOf(row.cells.map(({ setting, lines }) => ({ setting, lines: lines.slice(at * fit, (at + 1) * fit) }))),
  )
}

/** `type` null: the head once more, which is not read twice. `middle`: words stand in the middle of the row's height. */
function drawRow(sheet: Sheet, row: Drawn, how: { widths: number[]; type: 'TH' | 'TD' | null; middle: boolean }): void {
  const top = sheet.y
  let x = sheet.frame.left
  for (const [at, { lines, setting }] of row.cells.entries()) {
    const width = how.widths[at]!
    const height = lineHeightOf(setting)
    const slack = how.middle ? (row.height - 2 * padding.down - lines.length * height) / 2 : 0
    const from = x
    const write = () => {
      for (const [no, line] of lines.entries()) {
        const y = top + padding.down + slack + no * height
        sheet.draw(line, { ...setting, x: from + padding.across, y, width: width - 2 * padding.across })
      }
    }
    if (how.type) sheet.tag(how.type, write)
    else write()
    x += width
  }
  const borders = () => {
    let edge = sheet.frame.left
    for (const width of how.widths) {
      sheet.doc.lineWidth(0.5).rect(edge, top, width, row.height).stroke('#000000')
      edge += width
    }
  }
  if (how.type) sheet.artifact(borders)
  else borders()
  sheet.y = top + row.height
}
