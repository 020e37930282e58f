// A report as PDF: A4, margins and sizes of the layout, embedded fonts, bookmarks, and a structure that can be read aloud.
import type { Layout } from '../../documents/layout.ts'
import { structure, type ReportDocument } from '../document.ts'
import { plainText } from '../document.runs.ts'
import { marksOf } from '../html/html.ts'
import { Writer } from './blocks.ts'
import { drawHead, drawTail, drawTitle } from './head.ts'
import { mm, Sheet } from './sheet.ts'

/**
 * `about` are the names under which the file says what it was made from; they stand among its keywords. `madeAt`: of a document
 * that is kept, so that it is the same file whenever it is written; without it the file says when it was written.
 */
export async function pdfFile(
  document: ReportDocument,
  layout: Layout,
  about: Readonly<Record<string, string>>,
  madeAt?: Date,
): Promise<Buffer> {
  const keywords = Object.entries(about).map(([name, value]) => `${name}=${value}`)
  const sheet = new Sheet(layout, {
    title: plainText(document.title),
    author: document.head.issuer,
    keywords: [...keywords, ...marksOf(document)].join(', '),
    ...(madeAt && { madeAt }),
  })
  const writer = new Writer(sheet)
  sheet.page(false)
  drawHead(sheet, document)
  drawTitle(sheet, document)
  for (const { blocks } of document.sections) for (const block of blocks) writer.write(block)
  drawTail(sheet, document)
  for (const { title, belongs, wide, blocks } of document.annexes) {
    sheet.page(wide)
    writer.bookmark(1, plainText(title))
    sheet.tag('H1', () => sheet.write(title, { size: layout.headingSize, bold: true, align: 'centre' }))
    sheet.tag('P', () => sheet.write(belongs, { size: 13, italic: true, align: 'centre', after: 8 }))
    for (const block of blocks) writer.write(block)
  }
  drawMargins(sheet, document)
  return sheet.end()
}

/** On every page, when all are there: its number, and what the file must not be taken for. */
function drawMargins(sheet: Sheet, document: ReportDocument): void {
  const { doc, layout } = sheet
  const marks = marksOf(document)
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    const { width, height } = doc.page
    const centred = (words: string, size: number, y: number, italic = false) => {
      const setting = { size, italic, align: 'centre' } as const
      const [line] = sheet.lines([structure('heading', words)], setting, width)
      sheet.draw(line!, { ...setting, x: 0, y, width })
    }
    const number = page - start + 1
    sheet.artifact(() => {
      if (number >= layout.pageNumberFrom) centred(String(number), layout.pageNumberSize, mm(layout.pageNumberTop))
      if (marks.length > 0) centred(marks.join(' · '), 10, height - mm(8) - 12, true)
      const water = marks.at(-1)?.toUpperCase()
      if (water) drawWatermark(sheet, water)
    })
  }
}

function drawWatermark({ doc }: Sheet, words: string): void {
  const { width, height } = doc.page
  const wide = doc.font('regular').fontSize(100).widthOfString(words)
  const size = Math.min(90, (Math.hypot(width, height) * 62) / wide)
  const angle = (-Math.atan2(height, width) * 180) / Math.PI
  doc.save().rotate(angle, { origin: [width / 2, height / 2] })
  doc.fillColor('#000000').fillOpacity(0.08).fontSize(size)
  doc.text(words, width / 2 - (wide * size) / 200, height / 2, { lineBreak: false, baseline: 'middle' })
  doc.restore()
}
