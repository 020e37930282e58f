// Comma-separated values as a spreadsheet reads them: a mark of the order of bytes, commas, quotes where needed. Pure.

export type CsvValue = string | number | Date | null | undefined

export function csvText(lines: readonly (readonly CsvValue[])[]): string {
  return `\ufeff${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}

/** A leading sign would be a formula to a spreadsheet; a number is none. */
function cell(value: CsvValue): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'number') return String(value)
  const text = value instanceof Date ? value.toISOString() : value
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
