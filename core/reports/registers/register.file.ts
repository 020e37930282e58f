// The register as a file to print or to work on: PDF on wide paper, or a workbook.
import writeXlsxFile from 'write-excel-file/node'
import { layoutOf, seedOf } from '../../documents/layout.ts'
import { structure, type Block } from '../document.ts'
import { Sheet } from '../pdf/sheet.ts'
import { drawTable } from '../pdf/table.ts'
import type { RegisterRow } from './rows.ts'

export interface RegisterSheet {
  title: string
  body: string
  /** “Năm 2026”. */
  span: string
  columns: readonly { label: string; width: number }[]
  rows: readonly RegisterRow[]
  illustrative: boolean
}

const mark = 'SỐ LIỆU MINH HOẠ'

export async function registerPdf({ title, body, span, columns, rows, illustrative }: RegisterSheet): Promise<Buffer> {
  const sheet = new Sheet(layoutOf(seedOf('state').values), { title, author: body, keywords: illustrative ? mark : '' })
  const words = (text: string) => [structure('name', text)]
  sheet.page(true)
  sheet.tag('P', () => sheet.write(words(body.toUpperCase()), { size: 12, bold: true }))
  sheet.tag('H1', () => sheet.write(words(title.toUpperCase()), { size: 14, bold: true, align: 'centre', before: 6 }))
  const under = illustrative ? `${span} · ${mark}` : span
  sheet.tag('P', () => sheet.write(words(under), { size: 12, italic: true, align: 'centre', after: 8 }))
  const table: Extract<Block, { kind: 'table' }> = {
    ...{ kind: 'table', title: [], notes: [] },
    columns: columns.map(({ label, width }) => ({ label: words(label), width, align: 'left' })),
    rows: rows.map((row) => ({ cells: row.map(words) })),
  }
  drawTable(sheet, table)
  return sheet.end()
}

export async function registerWorkbook({
  title,
  body,
  span,
  rows,
  illustrative,
  ...more
}: RegisterSheet): Promise<Buffer> {
  const text = (value: string) => ({ value, type: String, wrap: true })
  const head = (value: string) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })
  const above = [[head(title)], [text(`${body} · ${span}`)], ...(illustrative ? [[text(mark)]] : [])]
  const data = [...above, more.columns.map(({ label }) => head(label)), ...rows.map((row) => row.map(text))]
  const columns = more.columns.map(({ width }) => ({ width: width * 1.4 }))
  return writeXlsxFile([{ data, sheet: title.slice(0, 31), columns }]).toBuffer()
}
