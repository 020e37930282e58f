// A sheet as a table to look at: its first rows and columns, merged cells as one. Pure.
import { z } from 'zod'
import { shownAt } from './heads.ts'
import { cellAt, type Sheet } from './sheet/cells.ts'
import { columnName, holds, overlap, refName } from './sheet/ref.ts'

export const mostShown = { rows: 200, columns: 50 }

export const tableSchema = z.object({
  columns: z.array(z.string()),
  rows: z.array(
    z.object({
      row: z.number().int(),
      cells: z.array(
        z.object({
          ref: z.string(),
          text: z.string(),
          across: z.number().int(),
          down: z.number().int(),
          /** asked: marked for filling; formula: counted by the sheet itself. */
          kind: z.enum(['plain', 'figure', 'formula', 'asked']),
        }),
      ),
    }),
  ),
  /** How much the whole sheet has. */
  lastRow: z.number().int(),
  lastColumn: z.number().int(),
})
export type SheetTable = z.output<typeof tableSchema>

export function tableOf(sheet: Sheet, asked: ReadonlySet<string>): SheetTable {
  const lastRow = Math.max(1, Math.min(mostShown.rows, sheet.lastRow + 2))
  const lastColumn = Math.max(1, Math.min(mostShown.columns, sheet.lastColumn + 1))
  const window = { from: { row: 1, column: 1 }, to: { row: lastRow, column: lastColumn } }
  const merged = sheet.merged.filter((one) => overlap(one, window))
  const rows = Array.from({ length: lastRow }, (_, at) => {
    const row = at + 1
    const cells: SheetTable['rows'][0]['cells'] = []
    for (let column = 1; column <= lastColumn; column++) {
      const range = merged.find((one) => holds(one, { row, column }))
      if (range && (range.from.row !== row || range.from.column !== column)) continue
      const cell = cellAt(sheet, { row, column })
      const ref = refName({ row, column })
      const figure = cell?.value?.kind === 'number' || cell?.value?.kind === 'date'
      cells.push({
        ref,
        text: shownAt(sheet, { row, column }).slice(0, 300),
        across: range ? Math.min(range.to.column, lastColumn) - column + 1 : 1,
        down: range ? Math.min(range.to.row, lastRow) - row + 1 : 1,
        kind: asked.has(ref) ? 'asked' : cell?.formula ? 'formula' : figure ? 'figure' : 'plain',
      })
    }
    return { row, cells }
  })
  const columns = Array.from({ length: lastColumn }, (_, at) => columnName(at + 1))
  return { columns, rows, lastRow: sheet.lastRow, lastColumn: sheet.lastColumn }
}
