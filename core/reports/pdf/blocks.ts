// Blocks of a report on paper: headings that become bookmarks, paragraphs, lists, tables, the picture.
import { text, type Block } from '../document.ts'
import { plainText } from '../document.runs.ts'
import { drawChart } from './chart.ts'
import { drawTable } from './table.ts'
import { mm, type Setting, type Sheet } from './sheet.ts'

type Of<K extends Block['kind']> = Extract<Block, { kind: K }>
type Bookmark = PDFKit.PDFOutline

/** Writes blocks one after the other and keeps the tree of bookmarks. */
export class Writer {
  readonly sheet: Sheet
  #open: Bookmark[]

  constructor(sheet: Sheet) {
    this.sheet = sheet
    this.#open = [sheet.doc.outline]
  }

  bookmark(level: number, words: string): void {
    const above = this.#open.slice(0, level)
    const parent = above.findLast((one) => one !== undefined)!
    this.#open = [...above, parent.addItem(words)]
  }

  write(block: Block): void {
    switch (block.kind) {
      case 'paragraph':
        return this.sheet.tag('P', () => this.sheet.write(block.runs, this.body()))
      case 'heading':
        return this.heading(block)
      case 'list':
        return this.list(block)
      case 'table':
        return this.table(block)
      case 'chart':
        return this.chart(block)
    }
  }

  body(): Setting {
    const { bodySize, firstLine, paragraphAfter, lineExact, lineMultiple } = this.sheet.layout
    const lineHeight = lineExact > 0 ? lineExact : bodySize * 1.15 * lineMultiple
    return { size: bodySize, align: 'justify', firstLine: mm(firstLine), after: paragraphAfter, lineHeight }
  }

  private heading({ level, runs }: Of<'heading'>): void {
    const { headingSize, firstLine, paragraphAfter } = this.sheet.layout
    const setting: Setting = { size: headingSize, bold: true, after: paragraphAfter, keep: headingSize * 2.5 }
    this.sheet.ensure(headingSize * 4)
    this.bookmark(level, plainText(runs))
    if (level > 1) {
      const indented = { ...setting, before: 3, firstLine: mm(firstLine) }
      return this.sheet.tag(`H${level}`, () => this.sheet.write(runs, indented))
    }
    this.sheet.tag('H1', () => {
      for (const [i, run] of runs.entries())
        this.sheet.write([run], {
          ...{ ...setting, align: 'centre', before: i === 0 ? 10 : 0 },
          after: i === runs.length - 1 ? paragraphAfter : 0,
        })
    })
  }

  private list({ items }: Of<'list'>): void {
    const { sheet } = this
    sheet.tag('L', () => {
      for (const item of items)
        sheet.tag('LI', () => sheet.tag('LBody', () => sheet.write([text('- '), ...item], this.body())))
    })
  }

  private table(block: Of<'table'>): void {
    const { sheet } = this
    sheet.ensure(80)
    sheet.tag('P', () => sheet.write(block.title, { size: 13, bold: true, align: 'centre', after: 4, keep: 60 }))
    drawTable(sheet, block)
    for (const note of block.notes)
      sheet.tag('P', () => sheet.write(note, { size: 11, italic: true, before: 3, align: 'left' }))
  }

  private chart(block: Of<'chart'>): void {
    const { sheet } = this
    sheet.ensure(100)
    const title: Setting = { size: 13, bold: true, align: 'centre', before: 14, after: 4, keep: 60 }
    sheet.tag('P', () => sheet.write(block.title, title))
    drawChart(sheet, block)
  }
}
