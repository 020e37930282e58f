// What a cell is called: the headings above it and the words left of it, merged cells followed. Pure.
import { cellAt, type Sheet } from './sheet/cells.ts'
import { holds, type Range, type Ref } from './sheet/ref.ts'
import { writtenAs } from './sheet/typed.ts'

export interface Head {
  text: string
  /** How many columns it stands over. */
  span: number
}

const mostLevels = 4

/** The text of a cell as people read it. */
export function shownAt(sheet: Sheet, at: Ref): string {
  const value = cellAt(sheet, at)?.value
  if (!value) return ''
  return value.kind === 'number' || value.kind === 'date' ? writtenAs(value.text, value.kind) : value.text
}

/** The cell a place shows: of a merged one its first. */
function mergedAt(sheet: Sheet, at: Ref): Range {
  return sheet.merged.find((merged) => holds(merged, at)) ?? { from: at, to: at }
}

/** Headings over the columns of an area, top level first; a level is left out where it says nothing. */
export function headsOver(sheet: Sheet, area: Range): Head[][] {
  const levels: Head[][] = []
  for (let row = area.from.row - 1; row > 0 && levels.length < mostLevels; row--) {
    const level = levelAt(sheet, area, row)
    const words = level.filter(({ text }) => text !== '')
    if (words.length === 0) {
      if (levels.length > 0) break
      continue
    }
    // One text over everything is the title of the sheet; a line of (1), (2) … counts columns.
    if (levels.length > 0 && level.length === 1 && area.to.column > area.from.column) break
    if (
      words.every(({ text }) => /^[([]?\w{1,3}[)\]]?$/.test(text) && /[\d]|^.?[A-Z]/.test(text)) &&
      levels.length === 0
    )
      continue
    levels.unshift(level)
  }
  return levels
}

function levelAt(sheet: Sheet, area: Range, row: number): Head[] {
  const level: Head[] = []
  for (let column = area.from.column; column <= area.to.column;) {
    const merged = mergedAt(sheet, { row, column })
    const end = Math.min(merged.to.column, area.to.column)
    // A heading merged downwards is told once, where it ends.
    const text = merged.to.row > row ? '' : shownAt(sheet, merged.from)
    level.push({ text: text.replaceAll(/\s+/g, ' ').trim(), span: end - column + 1 })
    column = end + 1
  }
  return level
}

/** One name for each column: “Hội viên › Nữ”. */
export function columnLabels(levels: readonly Head[][]): string[] {
  const rows = levels.map((level) => level.flatMap(({ text, span }) => Array.from({ length: span }, () => text)))
  const width = Math.max(0, ...rows.map((row) => row.length))
  return Array.from({ length: width }, (_, at) =>
    [...new Set(rows.map((row) => row[at] ?? '').filter(Boolean))].join(' › '),
  )
}

/** The words left of a row: the nearest text that is more than a number. */
export function rowLabel(sheet: Sheet, row: number, before: number): string {
  for (let column = before - 1; column > 0; column--) {
    const { from } = mergedAt(sheet, { row, column })
    const text = shownAt(sheet, from).replaceAll(/\s+/g, ' ').trim()
    if (/\p{L}{2}/u.test(text)) return text
    column = from.column
  }
  return ''
}
