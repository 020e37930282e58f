// The cells of a sheet, read from its XML where they stand.
import { brokenFile, FileFault } from './fault.ts'
import { parseRange, parseRef, type Range, type Ref } from './ref.ts'
import { dayOfSerial } from './serial.ts'
import type { Workbook } from './workbook.ts'
import { attribute, elementsOf, tagsOf, textOfXml, wordsOf, xmlOf } from './xml.ts'
import { partOf } from './zip.ts'

export interface Cell extends Ref {
  /** null: an empty cell that only has a style. */
  value: Value | null
  formula: boolean
  style: number
}

/** A number keeps the digits the file holds. */
export type Value = { kind: 'number' | 'text' | 'date' | 'yes' | 'error'; text: string }

export interface Sheet {
  name: string
  part: string
  xml: string
  cells: Map<string, Cell>
  merged: Range[]
  lastRow: number
  lastColumn: number
}

const mostCells = 400_000

/** Throws a FileFault. */
export function readSheet(book: Workbook, name: string): Sheet {
  const at = book.sheets.find((sheet) => sheet.name === name)
  if (!at) throw noSuchSheet(name)
  const xml = xmlOf(partOf(book.zip, at.part), at.part)
  const sheet: Sheet = { name, part: at.part, xml, cells: new Map(), merged: [], lastRow: 0, lastColumn: 0 }
  let last = 0
  for (const row of elementsOf(dataOf(xml), 'row')) {
    last = Number(attribute(row.head, 'r') ?? last + 1)
    readRow(book, sheet, { row: last, content: row.content ?? '' })
  }
  sheet.merged = tagsOf(xml, 'mergeCell').flatMap((tag) => parseRange(attribute(tag, 'ref') ?? '') ?? [])
  return sheet
}

function readRow(book: Workbook, sheet: Sheet, { row, content }: { row: number; content: string }): void {
  let column = 0
  for (const found of elementsOf(content, 'c')) {
    column = parseRef(attribute(found.head, 'r') ?? '')?.column ?? column + 1
    const style = Number(attribute(found.head, 's') ?? 0)
    const inner = found.content ?? ''
    const type = attribute(found.head, 't') ?? 'n'
    const value = inner ? valueOf(book, { type, style, content: inner }) : null
    const formula = /<(?:\w+:)?f[\s/>]/.test(inner)
    sheet.cells.set(`${row}:${column}`, { row, column, value, formula, style })
    if (sheet.cells.size > mostCells) throw tooManyCells
    if (!value && !formula) continue
    sheet.lastRow = Math.max(sheet.lastRow, row)
    sheet.lastColumn = Math.max(sheet.lastColumn, column)
  }
}

function dataOf(xml: string): string {
  const found = elementsOf(xml, 'sheetData').next().value
  if (!found) throw brokenFile('trang tính')
  return found.content ?? ''
}

const valuePattern = /<(?:\w{1,20}:)?v(?=[\s>])[^<>]*>([^<]*)</

function valueOf(book: Workbook, { type, style, content }: { type: string; style: number; content: string }) {
  if (type === 'inlineStr') return textValue(wordsOf(content))
  const found = valuePattern.exec(content)
  if (!found) return null
  const raw = textOfXml(found[1]!)
  if (type === 's') return textValue(book.strings[Number(raw)] ?? '')
  if (type === 'str') return textValue(raw)
  if (type === 'b') return { kind: 'yes', text: raw === '1' ? 'TRUE' : 'FALSE' } satisfies Value
  if (type === 'e') return { kind: 'error', text: raw } satisfies Value
  if (type === 'd') return { kind: 'date', text: raw.slice(0, 10) } satisfies Value
  const number = Number(raw)
  if (raw.trim() === '' || !Number.isFinite(number)) return null
  const day = book.dates[style] ? dayOfSerial(number, book.date1904) : null
  return day
    ? ({ kind: 'date', text: day } satisfies Value)
    : ({ kind: 'number', text: decimalOf(number) } satisfies Value)
}

function textValue(text: string): Value | null {
  return text === '' ? null : { kind: 'text', text: text.normalize('NFC') }
}

/** 0.1 + 0.2 is stored as 0.30000000000000004 and meant as 0.3: spreadsheets show fifteen figures. */
export function decimalOf(number: number): string {
  const short = Number(number.toPrecision(15))
  const text = String(short)
  return text.includes('e') ? short.toLocaleString('en-US', { useGrouping: false, maximumFractionDigits: 20 }) : text
}

export function cellAt(sheet: Sheet, { row, column }: Ref): Cell | undefined {
  return sheet.cells.get(`${row}:${column}`)
}

const noSuchSheet = (name: string) =>
  new FileFault(
    'no-such-sheet',
    `Tệp không có trang tính “${name}”. Hãy dùng đúng tệp mẫu đã tải về và không đổi tên trang tính.`,
    `The file has no sheet “${name}”. Use the form you downloaded and keep the names of its sheets.`,
  )
const tooManyCells = new FileFault(
  'too-many-cells',
  'Trang tính có quá nhiều ô. Hãy chép phần cần thiết sang tệp mới rồi tải lên.',
  'The sheet holds too many cells. Copy what is needed to a new file.',
)
