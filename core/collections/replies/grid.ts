// The cells of one area as a grid to fill in, with the headings of the sheet around it. Pure.
import type { Area } from '../collection.ts'
import { columnLabels, headsOver, rowLabel, shownAt } from '../heads.ts'
import { columnName, holds, overlap, parseRange, refName } from '../sheet/ref.ts'
import { writtenAs } from '../sheet/typed.ts'
import type { Values } from './reply.ts'
import type { Asked } from './reply.steps.ts'

/** null: nothing of this area is asked of the body. */
export function gridOf({ sheet, cells, addressee, collection }: Asked, area: Area, values: Values) {
  const range = parseRange(area.range)!
  const asked = new Map(cells.filter((cell) => holds(range, cell)).map((cell) => [cell.ref, cell]))
  if (asked.size === 0) return null
  const heads = headsOver(sheet, range)
  const labels = columnLabels(heads)
  const rows = [...new Set([...asked.values()].map(({ row }) => row))]
  const merged = sheet.merged.filter((one) => overlap(one, range))
  const cellsOf = (row: number) => {
    const line = []
    for (let column = range.from.column; column <= range.to.column;) {
      const place = merged.find((one) => holds(one, { row, column }))
      const span = place ? Math.min(place.to.column, range.to.column) - column + 1 : 1
      const ref = refName({ row, column })
      const cell = asked.get(ref)
      const value = cell ? (values[ref] ? writtenAs(values[ref], cell.type) : '') : shownAt(sheet, { row, column })
      line.push({
        ref,
        column: columnName(column),
        type: cell?.type ?? null,
        required: cell?.required ?? false,
        value,
        span,
      })
      column += span
    }
    return line
  }
  return {
    range: area.range,
    heads,
    columns: Array.from({ length: range.to.column - range.from.column + 1 }, (_, at) => ({
      column: columnName(range.from.column + at),
      label: labels[at] ?? '',
    })),
    rows: rows.map((row) => ({
      row,
      label: collection.mode === 'rows' ? addressee.name : rowLabel(sheet, row, range.from.column),
      cells: cellsOf(row),
    })),
  }
}
