// The paper as it fills: where the next line stands, when a page is full, and what is drawn as what.
import PDFDocument from 'pdfkit'
import type { Layout } from '../../documents/layout.ts'
import type { Run } from '../document.ts'
import { faceOf, faces, fontBytes, metrics, type Face } from '../../documents/typeface/fonts.ts'
import { breakLines, type Line } from '../../documents/typeface/lines.ts'

/** Points of a millimetre. */
export const mm = (millimetres: number) => (millimetres * 72) / 25.4

export type Align = 'left' | 'right' | 'centre' | 'justify'

export interface Setting {
  size: number
  align?: Align
  bold?: boolean
  italic?: boolean
  underline?: boolean
  /** Points from line to line; without it as high as the letters need. */
  lineHeight?: number
  firstLine?: number
  before?: number
  after?: number
  /** Keeps this much room for what follows on the same page. */
  keep?: number
}

interface Frame {
  left: number
  top: number
  width: number
  bottom: number
}

type Structure = PDFKit.PDFStructureElement

export class Sheet {
  readonly doc: PDFKit.PDFDocument
  readonly layout: Layout
  frame!: Frame
  y = 0
  #parents: Structure[]
  #measured = new Map<string, number>()

  /** `pages`: let go, each page is written out when the next begins, and none can be gone back to. */
  constructor(
    layout: Layout,
    info: { title: string; author: string; keywords: string; madeAt?: Date },
    pages: 'kept' | 'letGo' = 'kept',
  ) {
    this.layout = layout
    this.doc = new PDFDocument({
      ...{ autoFirstPage: false, bufferPages: pages === 'kept', margin: 0, font: null as never },
      ...{ pdfVersion: '1.7', tagged: true, lang: 'vi-VN', displayTitle: true },
      info: {
        ...{ Title: info.title, Author: info.author, Keywords: info.keywords, Creator: 'Đồng Thuận' },
        ...(info.madeAt && { CreationDate: info.madeAt }),
      },
    })
    for (const face of faces) this.doc.registerFont(face, fontBytes(face))
    const root = this.doc.struct('Document')
    this.doc.addStructure(root)
    this.#parents = [root]
  }

  /** A new page; turned, the side that is bound lies above. */
  page(wide: boolean): void {
    this.doc.addPage(this.#paper(wide))
  }

  #paper(wide: boolean): PDFKit.PDFDocumentOptions {
    const { marginTop, marginBottom, marginLeft, marginRight } = this.layout
    const [width, height] = wide ? [297, 210] : [210, 297]
    const [top, right, bottom, left] = wide
      ? [marginLeft, marginTop, marginRight, marginBottom]
      : [marginTop, marginRight, marginBottom, marginLeft]
    this.frame = { left: mm(left), top: mm(top), width: mm(width - left - right), bottom: mm(height - bottom) }
    this.y = this.frame.top
    return { size: [mm(width), mm(height)], margin: 0 }
  }

  /** Goes on to the next page when less than this is left. True when it did. */
  ensure(height: number): boolean {
    if (this.y + height <= this.frame.bottom + 0.01 || this.y === this.frame.top) return false
    this.breakPage()
    return true
  }

  breakPage(): void {
    this.doc.continueOnNewPage(this.#paper(this.doc.page.width > this.doc.page.height))
  }

  /** What is drawn within belongs together as a paragraph, a table, a cell … for those who read by ear. */
  tag(type: string, draw: () => void, options: { alt?: string } = {}): void {
    const parent = this.#parents.at(-1)!
    if (grouping.has(type)) {
      const element = this.doc.struct(type, options)
      parent.add(element)
      this.#parents.push(element)
      draw()
      this.#parents.pop()
      element.end()
    } else parent.add(this.doc.struct(type, options, draw))
  }

  /** Lines, rules and repeated heads that are not read. */
  artifact(draw: () => void): void {
    this.doc.markContent('Artifact', { type: 'Layout' })
    draw()
    this.doc.endMarkedContent()
  }

  measure = (text: string, face: Face, size: number): number => {
    const key = `${face} ${text}`
    let width = this.#measured.get(key)
    if (width === undefined) {
      width = this.doc.font(face).fontSize(100).widthOfString(text)
      this.#measured.set(key, width)
    }
    return (width * size) / 100
  }

  lines(runs: readonly Run[], setting: Setting, width: number): Line[] {
    const { bold, italic, size, firstLine = 0 } = setting
    const measured = runs.map(({ text, style }) => ({
      text: text.normalize('NFC'),
      face: faceOf({ bold: bold || style === 'bold', italic: italic || style === 'italic' }),
    }))
    return breakLines(measured, { width, first: firstLine, measure: (text, face) => this.measure(text, face, size) })
  }

  /** Runs as lines from the cursor down, over pages if need be. */
  write(runs: readonly Run[], setting: Setting): void {
    const { left, width } = this.frame
    const height = lineHeightOf(setting)
    this.y += setting.before ?? 0
    const lines = this.lines(runs, setting, width)
    for (const [i, line] of lines.entries()) {
      // One line alone stands at no page's end or beginning.
      const together = (i === 0 && lines.length > 1) || i === lines.length - 2 ? 2 : 1
      this.ensure(height * together + (setting.keep ?? 0))
      const indent = i === 0 ? (setting.firstLine ?? 0) : 0
      this.draw(line, { ...setting, x: left + indent, width: width - indent, y: this.y })
      this.y += height
    }
    this.y += setting.after ?? 0
  }

  /** A line in the box `width` wide from `x`; `y` is its upper edge. */
  draw(line: Line, at: Setting & { x: number; y: number; width: number }): void {
    const { size, align = 'left', x, y, width } = at
    const gaps = line.words.length - 1
    const free = width - line.width
    const stretch = align === 'justify' && !line.last && gaps > 0 ? free / gaps : 0
    let cursor = x + (align === 'centre' ? free / 2 : align === 'right' ? free : 0)
    const height = lineHeightOf(at)
    const baseline = y + (height - (metrics.ascent + metrics.descent) * size) / 2 + metrics.ascent * size
    for (const [i, word] of line.words.entries()) {
      for (const piece of word.pieces) {
        this.doc.font(piece.face).fontSize(size)
        const space = i < gaps && piece === word.pieces.at(-1) ? ' ' : '' // read aloud and copied, words stay apart
        this.doc.text(piece.text + space, cursor, baseline, {
          ...{ lineBreak: false, baseline: 'alphabetic' },
        })
        cursor += piece.width
      }
      cursor += word.space + stretch
    }
    // The library would draw it as if the words hung from `y`: a line too low.
    const below = baseline + size * 0.12
    if (at.underline)
      this.doc
        .lineWidth(size * 0.05)
        .moveTo(x, below)
        .lineTo(x + line.width, below)
        .stroke()
  }

  rule(from: number, to: number, y: number, weight = 0.75): void {
    this.artifact(() => this.doc.lineWidth(weight).moveTo(from, y).lineTo(to, y).stroke('#000000'))
  }

  /** The file, when everything is drawn. */
  async end(): Promise<Buffer> {
    const parts: Buffer[] = []
    const done = new Promise<void>((resolve, reject) => this.doc.on('end', resolve).on('error', reject))
    this.doc.on('data', (part: Buffer) => parts.push(part))
    this.#parents[0]!.end()
    this.doc.end()
    await done
    return Buffer.concat(parts)
  }
}

/** Elements that hold others; the rest hold what is drawn. */
const grouping: ReadonlySet<string> = new Set(['Sect', 'Table', 'TR', 'L', 'LI'])

export function lineHeightOf({ size, lineHeight }: Setting): number {
  return lineHeight ?? size * metrics.line
}
