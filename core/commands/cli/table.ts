// Plain text for a terminal: tables, numbers and days as people here write them.

import { shownDay } from '../../shared/day.ts'

/** null is “no figure”, shown as a dash. */
export type TextCell = string | number | null

/** Numbers stand to the right, a line of dashes under the head. */
export function table(head: readonly string[], rows: readonly (readonly TextCell[])[]): string {
  const figures = head.map((_, at) => rows.length > 0 && rows.every((row) => typeof (row[at] ?? 0) === 'number'))
  const written = [[...head], ...rows.map((row) => row.map(textOf))]
  const widths = head.map((_, at) => Math.max(...written.map((row) => widthOf(row[at] ?? ''))))
  const lines = written.map((row) =>
    row.map((text, at) => (figures[at] ? padded(text, widths[at]!, 'left') : padded(text, widths[at]!))).join('  '),
  )
  lines.splice(1, 0, widths.map((width) => '─'.repeat(width)).join('  '))
  return lines.map((line) => line.trimEnd()).join('\n')
}

/** Two or more columns without a head. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? '')))) ?? []
  return rows
    .map((row) =>
      row
        .map((text, at) => padded(text, widths[at]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** 10.035 */
export function number(value: number): string {
  return value.toLocaleString('vi-VN', { useGrouping: 'always' as never })
}

/** “đến 30/06/2025”, “từ 01/07/2025”, “01/07/2025 – 30/04/2026”. */
export function span(from: string | null, to: string | null): string {
  if (from && to) return `${shownDay(from)} – ${shownDay(to)}`
  return from ? `từ ${shownDay(from)}` : to ? `đến ${shownDay(to)}` : ''
}

function textOf(cell: TextCell): string {
  return cell === null ? '–' : typeof cell === 'number' ? number(cell) : cell
}

function padded(text: string, width: number, side: 'left' | 'right' = 'right'): string {
  const space = ' '.repeat(Math.max(0, width - widthOf(text)))
  return side === 'left' ? space + text : text + space
}

/** A letter with its diacritics takes one column. */
function widthOf(text: string): number {
  return [...text.normalize('NFC')].length
}
