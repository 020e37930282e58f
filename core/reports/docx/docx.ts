// A report as a Word file: A4, margins and sizes of the layout, page numbers, content controls around every number.
import type { Layout } from '../../documents/layout.ts'
import type { ReportDocument } from '../document.ts'
import { plainText } from '../document.runs.ts'
import { marksOf } from '../html/html.ts'
import { childrenOf } from './blocks.ts'
import { rootOf, wordFile, type Facts } from './file.ts'
import { headOf, tailOf, titleOf } from './head.ts'
import { w, type Xml } from './markup.ts'
import { marginsOf, sectionOf } from './paper.ts'
import { Pen } from './runs.ts'
import { settings, stylesOf } from './styles.ts'
import { half, pt } from './units.ts'

/** `about` are the names under which the file says what it was made from; a check reads them again. */
export function docxFile(document: ReportDocument, layout: Layout, about: Facts['about']): Buffer {
  const pen = new Pen(layout)
  const body = bodyOf(pen, document)
  const main = [headOf(pen, document), ...titleOf(pen, document), ...body, pen.line([]), tailOf(pen, document)]
  const text = textOf(pen, document, main)
  return wordFile(text, [stylesOf(layout), settings, ...marginsOf(document, layout)], factsOf(document, about))
}

/** The text of body and annexes alone, to be set into a form made in Word. */
export function contentOf(document: ReportDocument, layout: Layout): string {
  const pen = new Pen(layout)
  return textOf(pen, document, bodyOf(pen, document))
}

export function factsOf(document: ReportDocument, about: Facts['about']): Facts {
  const { title, head } = document
  return { title: plainText(title), creator: head.issuer, description: marksOf(document).join(', '), about }
}

function bodyOf(pen: Pen, { sections }: ReportDocument): Xml[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap((block) => childrenOf(pen, block, false)))
}

/** The main part and the annexes behind it, each on paper of its own. */
function textOf(pen: Pen, { annexes }: ReportDocument, main: readonly Xml[]): string {
  const parts = [
    { children: main, section: sectionOf(pen.layout, { wide: false, first: true }) },
    ...annexes.map((annex) => ({
      children: annexOf(pen, annex),
      section: sectionOf(pen.layout, { wide: annex.wide, first: false }),
    })),
  ]
  const children = parts.flatMap(({ children, section }, at) =>
    at === parts.length - 1 ? [...children, section] : [...children, closing(section)],
  )
  return rootOf('document', [w('body', {}, children)])
}

/** What holds a section that is not the last: a paragraph as low as can be, so that it never takes a page of its own. */
function closing(section: Xml): Xml {
  const low = w('spacing', { before: 0, after: 0, line: 20, lineRule: 'exact' })
  return w('p', {}, [w('pPr', {}, [low, section])])
}

function annexOf(pen: Pen, { title, belongs, wide, blocks }: ReportDocument['annexes'][0]): Xml[] {
  const bold = { bold: true, size: half(pen.layout.headingSize) }
  const italic = { italics: true, size: half(13) }
  return [
    pen.line(pen.runs(title, bold), { align: 'center', outlineLevel: 0 }),
    pen.line(pen.runs(belongs, italic), { align: 'center', spacing: { after: pt(8) } }),
    ...blocks.flatMap((block) => childrenOf(pen, block, wide)),
  ]
}
