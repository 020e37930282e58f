// A report as a Word file: A4, margins and sizes of the layout, page numbers, content controls around every number.
import {
  AlignmentType,
  Document,
  Footer,
  Header,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TextRun,
  type FileChild,
  type ISectionOptions,
} from 'docx'
import { TextWatermark } from 'docx/watermarks'
import type { Layout } from '../../documents/layout.ts'
import type { ReportDocument } from '../document.ts'
import { plainText } from '../document.runs.ts'
import { marksOf } from '../html/html.ts'
import { childrenOf } from './blocks.ts'
import { headOf, tailOf, titleOf } from './head.ts'
import { Pen } from './runs.ts'
import { half, mm, pt } from './units.ts'

/** `about` are the names under which the file says what it was made from; a check reads them again. */
export async function docxFile(
  document: ReportDocument,
  layout: Layout,
  about: Readonly<Record<string, string>>,
): Promise<Buffer> {
  const pen = new Pen(layout)
  const { body, annexes } = contentOf(pen, document)
  const main = [headOf(pen, document), ...titleOf(pen, document), ...body, pen.line([]), tailOf(pen, document)]
  return packed([sectionOf({ document, layout, children: main, wide: false, first: true }), ...annexes], {
    document,
    layout,
    about,
  })
}

/** The body and the annexes alone, to be set into a form made in Word. */
export async function contentFile(
  document: ReportDocument,
  layout: Layout,
  about: Readonly<Record<string, string>>,
): Promise<Buffer> {
  const { body, annexes } = contentOf(new Pen(layout), document)
  return packed([sectionOf({ document, layout, children: body, wide: false, first: true }), ...annexes], {
    document,
    layout,
    about,
  })
}

function contentOf(pen: Pen, document: ReportDocument) {
  const { layout } = pen
  const body = document.sections.flatMap(({ blocks }) => blocks.flatMap((block) => childrenOf(pen, block, false)))
  const annexes = document.annexes.map(({ title, belongs, wide, blocks }) => {
    const heading = pen.line(pen.runs(title, { bold: true, size: half(layout.headingSize) }), {
      ...centred,
      outlineLevel: 0,
    })
    const below = pen.line(pen.runs(belongs, { italics: true, size: half(13) }), {
      ...centred,
      spacing: { after: pt(8) },
    })
    const children = [heading, below, ...blocks.flatMap((block) => childrenOf(pen, block, wide))]
    return sectionOf({ document, layout, children, wide, first: false })
  })
  return { body, annexes }
}

function packed(
  sections: ISectionOptions[],
  of: { document: ReportDocument; layout: Layout; about: Readonly<Record<string, string>> },
): Promise<Buffer> {
  const { document, layout, about } = of
  const file = new Document({
    title: plainText(document.title),
    creator: document.head.issuer,
    description: marksOf(document).join(', '),
    customProperties: Object.entries(about).map(([name, value]) => ({ name, value })),
    styles: {
      default: { document: { run: { font: layout.font, size: half(layout.bodySize), language: { value: 'vi-VN' } } } },
    },
    sections,
  })
  return Packer.toBuffer(file)
}

const centred = { alignment: AlignmentType.CENTER } as const

interface SectionOf {
  document: ReportDocument
  layout: Layout
  children: FileChild[]
  wide: boolean
  /** The first page of the whole: without a page number when they begin on the second. */
  first: boolean
}

export function sectionOf({ document, layout, children, wide, first }: SectionOf): ISectionOptions {
  const { marginTop, marginBottom, marginLeft, marginRight, pageNumberTop, pageNumberFrom } = layout
  const upright = { top: marginTop, bottom: marginBottom, left: marginLeft, right: marginRight }
  // Turned, the side that is bound lies above.
  const turned = { top: marginLeft, bottom: marginRight, left: marginBottom, right: marginTop }
  const { top, bottom, left, right } = wide ? turned : upright
  const titlePage = first && pageNumberFrom > 1
  return {
    properties: {
      titlePage,
      page: {
        size: {
          width: mm(210),
          height: mm(297),
          orientation: wide ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          ...{ top: mm(top), bottom: mm(bottom), left: mm(left), right: mm(right) },
          ...{ header: mm(pageNumberTop), footer: mm(8) },
        },
      },
    },
    headers: {
      default: headerOf(document, layout, true),
      ...(titlePage && { first: headerOf(document, layout, false) }),
    },
    footers: { default: footerOf(document), ...(titlePage && { first: footerOf(document) }) },
    children,
  }
}

function headerOf(document: ReportDocument, layout: Layout, numbered: boolean): Header {
  const number = numbered ? [new TextRun({ children: [PageNumber.CURRENT], size: half(layout.pageNumberSize) })] : []
  const [mark] = marksOf(document).slice(-1)
  const water = mark ? [new TextWatermark({ text: mark.toUpperCase(), font: layout.font, color: 'D9D9D9' })] : []
  return new Header({ children: [new Paragraph({ ...centred, children: [...number, ...water] })] })
}

function footerOf(document: ReportDocument): Footer {
  const children = marksOf(document).length
    ? [new TextRun({ text: marksOf(document).join(' · '), italics: true, size: half(10) })]
    : []
  return new Footer({ children: [new Paragraph({ ...centred, children })] })
}
