// A sheet of people as text: CSV, or a block copied from a spreadsheet. What each cell says, before anything is looked up.
import { parse } from 'csv-parse/sync'
import { Temporal } from 'temporal-polyfill'
import { isDay, type Day } from '../shared/day.ts'
import { searchKey } from '../shared/text.ts'

export const columns = ['name', 'username', 'body', 'role', 'from', 'mail'] as const
export type Column = (typeof columns)[number]
export type SheetRow = Record<Column, string> & {
  /** As the person sees it in the sheet, the first line being 1. */
  line: number
}

/** What a heading may be, without diacritics. */
const headings: Record<Column, RegExp> = {
  mail: /^(dia chi )?thu|e ?mail/,
  username: /dang nhap|tai khoan|username/,
  role: /vai tro|role/,
  body: /don vi|to chuc|co quan|body/,
  from: /tu ngay|ngay|from/,
  name: /ten|chuc danh|name/,
}

export type Sheet = { rows: SheetRow[] } | { fault: 'empty' | 'unreadable' | 'no-columns' }

export function readSheet(text: string): Sheet {
  const lines = linesOf(text.replace(/^\uFEFF/, ''))
  if (lines === null) return { fault: 'unreadable' }
  const filled = lines.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (filled.length === 0) return { fault: 'empty' }
  const named = headingsOf(filled[0]!.cells)
  const order = named ?? columns
  if (!named && filled[0]!.cells.length < 4) return { fault: 'no-columns' }
  const rows = filled.slice(named ? 1 : 0).map(({ line, cells }) => {
    const row = { line } as SheetRow
    for (const column of columns) row[column] = cells[order.indexOf(column)] ?? ''
    return row
  })
  return rows.length === 0 ? { fault: 'empty' } : { rows }
}

function linesOf(text: string): { line: number; cells: string[] }[] | null {
  try {
    const records = parse(text, {
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      trim: true,
      info: true,
    }) as unknown as { info: { lines: number }; record: string[] }[]
    return records.map(({ info, record }) => ({ line: info.lines, cells: record }))
  } catch {
    return null
  }
}

function delimiterOf(text: string): string {
  const first = text.trimStart().split('\n', 1)[0] ?? ''
  if (first.includes('\t')) return '\t'
  return first.split(';').length > first.split(',').length ? ';' : ','
}

/** The columns in the order of the sheet, when its first line is headings. */
function headingsOf(cells: readonly string[]): (Column | null)[] | null {
  const found = cells.map((cell) => {
    const key = searchKey(cell)
    return (Object.keys(headings) as Column[]).find((column) => headings[column].test(key)) ?? null
  })
  return ['name', 'body', 'role'].every((column) => found.includes(column as Column)) ? found : null
}

/** 14/12/2023, 14-12-2023, 14.12.2023 or 2023-12-14; null when it is none of them. */
export function readDayCell(text: string): Day | null {
  if (isDay(text)) return text
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  if (!day || !month || !year) return null
  try {
    const fields = { year: Number(year), month: Number(month), day: Number(day) }
    return Temporal.PlainDate.from(fields, { overflow: 'reject' }).toString()
  } catch {
    return null
  }
}
