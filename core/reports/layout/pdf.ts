// Reads paper, lines and sizes out of a PDF, as they lie on the page.
import { getDocumentProxy } from 'unpdf'
import type { Found, Line, Paper } from './found.ts'

const mm = (points: number) => (points * 25.4) / 72

interface Item {
  text: string
  x: number
  /** From the upper edge of the page to the line the letters stand on. */
  y: number
  width: number
  size: number
  font: string
}

interface Row {
  items: Item[]
  page: number
}

type Opened = Awaited<ReturnType<typeof getDocumentProxy>>

/** null: not a PDF, one that cannot be opened, or pictures of pages without a letter to measure. */
export async function readPdf(file: Buffer): Promise<Found | null> {
  const pdf = await getDocumentProxy(new Uint8Array(file), { verbosity: 0 }).catch(() => null)
  if (!pdf) return null
  const pages = await readPages(pdf)
    .catch(() => null)
    .finally(() => pdf.loadingTask.destroy())
  return pages?.some(({ rows }) => rows.length > 0) ? foundOn(pages) : null
}

async function readPages(pdf: Opened): Promise<Page[]> {
  const pages: Page[] = []
  for (let no = 1; no <= pdf.numPages; no++) {
    const page = await pdf.getPage(no)
    const { width, height } = page.getViewport({ scale: 1 })
    await page.getOperatorList() // only then are the fonts known by name
    const { items } = await page.getTextContent()
    const read = items.flatMap((item): Item[] => {
      if (!('str' in item) || item.str.trim() === '' || Math.abs(item.transform[1]) > 0.01) return []
      const font = page.commonObjs.has(item.fontName) ? page.commonObjs.get(item.fontName).name : ''
      const [x, y] = [mm(item.transform[4]), mm(height - item.transform[5])]
      return [{ text: item.str, x, y, width: mm(item.width), size: Math.abs(item.transform[3]), font }]
    })
    pages.push({ width: mm(width), height: mm(height), rows: rowsOf(read, mm(width), no) })
  }
  return pages
}

function foundOn(pages: readonly Page[]): Found {
  const lines = pages.flatMap((page) =>
    page.rows.filter((row) => !isMargin(row, page.height)).map((row) => lineOf(row, page.width, marginsOf(page))),
  )
  return {
    format: 'pdf',
    papers: pages.map((page) => ({ width: page.width, height: page.height, margins: marginsOf(page) })),
    pageNumber: pageNumberOf(pages),
    ruleBelowNation: null,
    lines,
  }
}

/** What stands on one height; at the head of a document its left and right half are rows of their own. */
function rowsOf(items: readonly Item[], width: number, page: number): Row[] {
  const byHeight: Item[][] = []
  for (const item of [...items].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const open = byHeight.at(-1)
    if (open && Math.abs(open[0]!.y - item.y) < 0.8) open.push(item)
    else byHeight.push([item])
  }
  return byHeight.flatMap((row) => {
    const sorted = row.sort((a, b) => a.x - b.x)
    const cut = sorted.findIndex((item, i) => i > 0 && item.x - (sorted[i - 1]!.x + sorted[i - 1]!.width) > 8)
    const halves = cut > 0 && sorted[cut]!.x > width * 0.35 ? [sorted.slice(0, cut), sorted.slice(cut)] : [sorted]
    return halves.map((half) => ({ items: half, page }))
  })
}

const isMargin = ({ items }: Row, height: number) => items[0]!.y < 18 || items[0]!.y > height - 15

interface Page {
  width: number
  height: number
  rows: Row[]
}

/** From the edge of the paper to the words, taken over all lines but page numbers and foot lines. */
function marginsOf({ width, height, rows }: Page): Paper['margins'] {
  const items = rows.filter((row) => !isMargin(row, height)).flatMap((row) => row.items)
  const top = Math.min(...items.map((item) => item.y - mm(item.size * 0.891)))
  const right = width - Math.max(...items.map((item) => item.x + item.width))
  const bottom = height - Math.max(...items.map((item) => item.y + mm(item.size * 0.216)))
  return { top, bottom, left: Math.min(...items.map((item) => item.x)), right }
}

function pageNumberOf(pages: readonly Page[]): Found['pageNumber'] {
  const at = pages.findIndex(({ rows }, i) => numberRow(rows, i + 1))
  if (at < 0) return null
  const item = numberRow(pages[at]!.rows, at + 1)!.items[0]!
  const middle = item.x + item.width / 2
  const centred = Math.abs(middle - pages[at]!.width / 2) < 2
  const align = centred ? 'centre' : middle > pages[at]!.width / 2 ? 'right' : 'left'
  return { from: at + 1, size: item.size, top: item.y - mm(item.size * 0.891), align }
}

function numberRow(rows: readonly Row[], page: number): Row | undefined {
  return rows.find(({ items }) => items[0]!.y < 18 && textOf(items).trim() === String(page))
}

const textOf = (items: readonly Item[]) =>
  items.reduce((text, item, i) => {
    const before = items[i - 1]
    const gap = before ? item.x - (before.x + before.width) : 0
    return text + (gap > 0.5 && !text.endsWith(' ') && !item.text.startsWith(' ') ? ' ' : '') + item.text
  }, '')

function lineOf({ items, page }: Row, paper: number, margins: Paper['margins']): Line {
  const letters = (of: (item: Item) => string) => {
    const counts = Map.groupBy(items, of)
    const sum = (some: readonly Item[]) => some.reduce((total, { text }) => total + text.trim().length, 0)
    return [...counts].sort(([, a], [, b]) => sum(b) - sum(a))[0]![0]
  }
  const [left, right] = [items[0]!.x, items.at(-1)!.x + items.at(-1)!.width]
  const font = letters((item) => item.font)
  const narrow = right - left < (paper - margins.left - margins.right) * 0.6
  const middle = (left + right) / 2
  const across = Math.abs(middle - (margins.left + paper - margins.right) / 2) < 1.5
  const full = Math.abs(right - (paper - margins.right)) < 1
  return {
    text: textOf(items),
    size: Number(letters((item) => item.size.toFixed(1))),
    bold: /bold/i.test(font),
    italic: /italic|oblique/i.test(font),
    underline: null,
    align: full ? 'justify' : across ? 'centre' : 'left',
    fonts: [...new Set(items.map((item) => familyOf(item.font)))],
    firstLine: left - margins.left,
    ...{ lineExact: null, lineMultiple: null, after: null },
    page,
    where: narrow && !across ? (middle < paper / 2 ? 'left' : 'right') : 'across',
  }
}

/** “BZZZZZ+Tinos-BoldItalic” → “Tinos”. */
function familyOf(font: string): string {
  return font.replace(/^[A-Z]{6}\+/, '').replace(/[-,].*$/, '')
}
