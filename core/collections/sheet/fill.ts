// Values written into chosen cells of a workbook: only those c elements change, styles stay, formulas are told to count anew.
import { shownDay } from '../../shared/day.ts'
import { brokenFile } from './fault.ts'
import { columnName, parseRange, parseRef, type Ref } from './ref.ts'
import { serialOfDay } from './serial.ts'
import type { Workbook } from './workbook.ts'
import { attribute, elementsOf, xmlOf, xmlOfText } from './xml.ts'
import { partOf, withParts } from './zip.ts'

export interface Write extends Ref {
  /** A number as digits with a dot, a day as YYYY-MM-DD; null empties the cell. */
  value: { kind: 'number' | 'text' | 'date'; text: string } | null
}

/** The file again with these values in one sheet. Throws a FileFault for a part that cannot be read. */
export function fillWorkbook(book: Workbook, sheetPart: string, writes: readonly Write[]): Buffer {
  const changed = new Map<string, string>()
  if (writes.length > 0) changed.set(sheetPart, fillSheet(book, xmlOf(partOf(book.zip, sheetPart), sheetPart), writes))
  let counts = false
  for (const { part } of book.sheets) {
    const xml = changed.get(part) ?? xmlOf(partOf(book.zip, part), part)
    const dropped = withoutCached(xml)
    if (dropped === null) continue
    counts = true
    changed.set(part, dropped)
  }
  if (counts) changed.set(book.part, countsOnLoad(xmlOf(partOf(book.zip, book.part), book.part)))
  return withParts(book.zip, new Map([...changed].map(([name, xml]) => [name, Buffer.from(xml)])))
}

function fillSheet(book: Workbook, xml: string, writes: readonly Write[]): string {
  const data = elementsOf(xml, 'sheetData').next().value
  if (!data) throw brokenFile('trang tính')
  const { prefix, head, start, end } = data
  const content = data.content ?? ''
  const styleOf = columnStyles(xml.slice(0, start))
  const byRow = Map.groupBy(writes, (write) => write.row)
  const rows: Piece[] = []
  let last = 0
  for (const { content: cells, ...row } of elementsOf(content, 'row')) {
    last = Number(attribute(row.head, 'r') ?? last + 1)
    const mine = byRow.get(last)
    rows.push({
      ...row,
      at: last,
      xml: mine && fillRow(book, { ...row, content: cells ?? '' }, { writes: mine, styleOf }),
    })
  }
  const fresh = [...byRow].map(([at, mine]) => {
    const cells = mine.toSorted((a, b) => a.column - b.column)
    const made = cells.map((write) => cellXml(book, write, { prefix, style: styleOf(write.column) }))
    return { at, xml: `<${prefix}row r="${at}">${made.join('')}</${prefix}row>` }
  })
  const filled = woven(content, rows, fresh)
  return stretched(
    `${xml.slice(0, start)}<${prefix}sheetData${head}>${filled}</${prefix}sheetData>${xml.slice(end)}`,
    writes,
  )
}

/** A row or cell that stands in the text; with `xml` it is replaced. */
interface Piece {
  at: number
  start: number
  end: number
  xml?: string
}

/** The text with pieces replaced, and those fresh ones put where their number belongs that do not stand there yet. */
function woven(text: string, pieces: readonly Piece[], fresh: readonly { at: number; xml: string }[]): string {
  const there = new Set(pieces.map(({ at }) => at))
  const waiting = fresh.filter(({ at }) => !there.has(at)).sort((a, b) => a.at - b.at)
  const out: string[] = []
  let [last, next] = [0, 0]
  for (const { at, start, end, xml } of pieces) {
    out.push(text.slice(last, start))
    while (next < waiting.length && waiting[next]!.at < at) out.push(waiting[next++]!.xml)
    out.push(xml ?? text.slice(start, end))
    last = end
  }
  return [...out, text.slice(last), ...waiting.slice(next).map(({ xml }) => xml)].join('')
}

function fillRow(
  book: Workbook,
  { prefix, head, content }: { prefix: string; head: string; content: string },
  { writes, styleOf }: { writes: readonly Write[]; styleOf: (column: number) => string | null },
): string {
  const rowStyle = /^(1|true)$/.test(attribute(head, 'customFormat') ?? '') ? attribute(head, 's') : null
  const byColumn = new Map(writes.map((write) => [write.column, write]))
  const cells: Piece[] = []
  let last = 0
  for (const cell of elementsOf(content, 'c')) {
    last = parseRef(attribute(cell.head, 'r') ?? '')?.column ?? last + 1
    const write = byColumn.get(last)
    const style = attribute(cell.head, 's')
    cells.push({ ...cell, at: last, xml: write && cellXml(book, write, { prefix, style }) })
  }
  const fresh = writes.map((write) => ({
    at: write.column,
    xml: cellXml(book, write, { prefix, style: rowStyle ?? styleOf(write.column) }),
  }))
  // `spans` is a hint that may no longer hold.
  const plainHead = head.replace(/\sspans\s*=\s*("[^"]*"|'[^']*')/, '').trimEnd()
  return `<${prefix}row${plainHead}>${woven(content, cells, fresh)}</${prefix}row>`
}

function cellXml(book: Workbook, write: Write, { prefix, style }: { prefix: string; style: string | null }): string {
  const head = `<${prefix}c r="${columnName(write.column)}${write.row}"${style === null ? '' : ` s="${style}"`}`
  const { value } = write
  if (value === null) return `${head}/>`
  if (value.kind === 'number') return `${head}><${prefix}v>${value.text}</${prefix}v></${prefix}c>`
  if (value.kind === 'date' && book.dates[Number(style ?? 0)])
    return `${head}><${prefix}v>${serialOfDay(value.text, book.date1904)}</${prefix}v></${prefix}c>`
  // A day in a cell without a date style would show as a bare number: it is written as people write it.
  const text = value.kind === 'date' ? shownDay(value.text) : value.text
  const words = xmlOfText(text.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_'))
  return `${head} t="inlineStr"><${prefix}is><${prefix}t xml:space="preserve">${words}</${prefix}t></${prefix}is></${prefix}c>`
}

/** The style a whole column gives to cells that are not there yet. */
function columnStyles(head: string): (column: number) => string | null {
  const columns = [...head.matchAll(/<(?:\w+:)?col(?=\s)([^>]*?)\/?>/g)].map(([, tag]) => ({
    min: Number(attribute(tag!, 'min')),
    max: Number(attribute(tag!, 'max')),
    style: attribute(tag!, 'style'),
  }))
  return (column) => columns.find(({ min, max }) => column >= min && column <= max)?.style ?? null
}

/** The area said to be in use grows with cells written outside of it. */
function stretched(xml: string, writes: readonly Write[]): string {
  const found = /<(?:\w+:)?dimension\s[^>]*?ref="([^"]*)"/.exec(xml)
  const range = found && parseRange(found[1]!)
  if (!found || !range) return xml
  const rows = [range.from.row, range.to.row, ...writes.map((write) => write.row)]
  const columns = [range.from.column, range.to.column, ...writes.map((write) => write.column)]
  const least = (all: number[]) => all.reduce((a, b) => Math.min(a, b))
  const most = (all: number[]) => all.reduce((a, b) => Math.max(a, b))
  const ref = `${columnName(least(columns))}${least(rows)}:${columnName(most(columns))}${most(rows)}`
  const inside = least(rows) === range.from.row && most(rows) === range.to.row
  if (inside && least(columns) === range.from.column && most(columns) === range.to.column) return xml
  return xml.slice(0, found.index) + found[0].replace(found[1]!, ref) + xml.slice(found.index + found[0].length)
}

/** Without the results formulas left behind, so that no reader shows an old one; null when there is no formula. */
function withoutCached(xml: string): string | null {
  const out: string[] = []
  let last = 0
  for (const { start, end, prefix, head, content } of elementsOf(xml, 'c')) {
    if (!content || !/<(?:\w+:)?f[\s/>]/.test(content)) continue
    const value = elementsOf(content, 'v').next().value
    const kept = value ? content.slice(0, value.start) + content.slice(value.end) : content
    const plainHead = head.replace(/\st\s*=\s*("[^"]*"|'[^']*')/, '')
    out.push(xml.slice(last, start), `<${prefix}c${plainHead}>${kept}</${prefix}c>`)
    last = end
  }
  return out.length > 0 ? out.join('') + xml.slice(last) : null
}

function countsOnLoad(xml: string): string {
  const found = /<((?:\w+:)?)calcPr(?=[\s/>])[^>]*>/.exec(xml)
  if (found) {
    const plain = found[0].replace(/\sfullCalcOnLoad\s*=\s*("[^"]*"|'[^']*')/, '')
    return xml.replace(
      found[0],
      plain.replace(/\s*\/?>$/, (end) => ` fullCalcOnLoad="1"${end.trim()}`),
    )
  }
  // The order of the parts of a workbook is fixed: it stands after the names, or else after the sheets.
  const after = [...xml.matchAll(/<\/((?:\w+:)?)(?:sheets|externalReferences|functionGroups|definedNames)>/g)].at(-1)!
  const at = after.index + after[0].length
  return `${xml.slice(0, at)}<${after[1]}calcPr fullCalcOnLoad="1"/>${xml.slice(at)}`
}
