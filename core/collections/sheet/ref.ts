// Addresses of cells and areas as spreadsheets write them: B7, B5:F20. Pure; columns and rows count from 1.

export interface Ref {
  row: number
  column: number
}

export interface Range {
  from: Ref
  to: Ref
}

export const mostRows = 1_048_576
export const mostColumns = 16_384

export function columnName(column: number): string {
  let name = ''
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

/** “B” is 2; null when it is no column. */
export function columnNumber(name: string): number | null {
  if (!/^[A-Z]{1,3}$/.test(name)) return null
  const number = [...name].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
  return number <= mostColumns ? number : null
}

export function refName({ row, column }: Ref): string {
  return `${columnName(column)}${row}`
}

export function parseRef(text: string): Ref | null {
  const found = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(text)
  const column = found && columnNumber(found[1]!)
  if (!found || !column || Number(found[2]) > mostRows) return null
  return { row: Number(found[2]), column }
}

/** “B5:F20”, “b5 : f20”, “$B$5:$F$20”, “F20:B5” and the single cell “B5”; null when it is no area. */
export function parseRange(text: string): Range | null {
  const plain = text.toUpperCase().replaceAll(/[\s$]/g, '')
  const corners = plain.split(/[:;-]/).map(parseRef)
  const [a, b = a] = corners
  if (!a || !b || corners.length > 2) return null
  return {
    from: { row: Math.min(a.row, b.row), column: Math.min(a.column, b.column) },
    to: { row: Math.max(a.row, b.row), column: Math.max(a.column, b.column) },
  }
}

export function rangeName({ from, to }: Range): string {
  return from.row === to.row && from.column === to.column ? refName(from) : `${refName(from)}:${refName(to)}`
}

export function sizeOf({ from, to }: Range): number {
  return (to.row - from.row + 1) * (to.column - from.column + 1)
}

export function holds({ from, to }: Range, { row, column }: Ref): boolean {
  return row >= from.row && row <= to.row && column >= from.column && column <= to.column
}

export function overlap(a: Range, b: Range): boolean {
  return (
    a.from.row <= b.to.row && b.from.row <= a.to.row && a.from.column <= b.to.column && b.from.column <= a.to.column
  )
}

/** One inside the other, whole. */
export function within(inner: Range, outer: Range): boolean {
  return holds(outer, inner.from) && holds(outer, inner.to)
}
