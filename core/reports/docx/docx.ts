// A report as a Word file: A4, margins and sizes of the layout, page numbers, content controls around every number.
import type { Layout } from '../../documents/layout.ts'
import type { ReportDocument } from '../document.ts'
import { plainText } from '../document.runs.ts'
import { marksOf } from '../html/html.ts'
import { childrenOf } from './blocks.ts'
import { rootOf, wordFile, type Facts } from './file.ts'
import { headOf, tailOf, titleOf } from './head.ts'
import { joined, w, type Xml } from './markup.ts'
import { marginsOf, sectionOf } from './paper.ts'
import { Pen } from './runs.ts'
import { settings, stylesOf } from './styles.ts'
import { half, pt } from './units.ts'

/** `about` are the names under which the file says what it was made from; a check reads them again. */
export function docxFile(document: ReportDocument, layout: Layout, about: Facts['about']): Buffer {
  const pen = new Pen(layout)
  const { body, annexes } = contentOf(pen, document)
  const main = [headOf(pen, document), ...titleOf(pen, document), body, pen.line([]), tailOf(pen, document)]
  const parts = [{ text: joined(main), wide: false }, ...annexes]
  const children = parts.flatMap(({ text, wide }, at) => {
    const section = sectionOf(layout, { wide, first: at === 0 })
    return [text, at === parts.length - 1 ? section : closing(section)]
  })
  const written = rootOf('document', [w('body', {}, children)])
  return wordFile(written, [stylesOf(layout), settings, ...marginsOf(document, layout)], factsOf(document, about))
}

export interface Content {
  body: Xml
  annexes: { text: Xml; wide: boolean }[]
}

/** Body and annexes alone, as they are set into a form made in Word too. */
export function contentOf(pen: Pen, { sections, annexes }: ReportDocument): Content {
  const blocks = sections.flatMap((section) => section.blocks)
  return {
    body: joined(blocks.flatMap((block) => childrenOf(pen, block, false))),
    annexes: annexes.map((annex) => ({ text: annexOf(pen, annex), wide: annex.wide })),
  }
}

export function factsOf(document: ReportDocument, about: Facts['about']): Facts {
  const { title, head } = document
  return { title: plainText(title), creator: head.issuer, description: marksOf(document).join(', '), about }
}

/** What holds a section that is not the last: a paragraph as low as can be, so that it never takes a page of its own. */
function closing(section: Xml): Xml {
  const low = w('spacing', { before: 0, after: 0, line: 20, lineRule: 'exact' })
  return w('p', {}, [w('pPr', {}, [low, section])])
}

function annexOf(pen: Pen, { title, belongs, wide, blocks }: ReportDocument['annexes'][0]): Xml {
  const bold = { bold: true, size: half(pen.layout.headingSize) }
  const italic = { italics: true, size: half(13) }
  return joined([
    pen.line(pen.runs(title, bold), { align: 'center', outlineLevel: 0 }),
    pen.line(pen.runs(belongs, italic), { align: 'center', spacing: { after: pt(8) } }),
    ...blocks.flatMap((block) => childrenOf(pen, block, wide)),
  ])
}
