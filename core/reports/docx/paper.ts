// The paper of a Word file: size and margins of a section, page numbers above, “Dự thảo” and “Số liệu minh hoạ” on every page.
import type { Layout } from '../../documents/layout.ts'
import type { ReportDocument } from '../document.ts'
import { marksOf } from '../html/html.ts'
import { letters, paragraph, run } from './elements.ts'
import { idOf, rootOf, type Part } from './file.ts'
import { escaped, on, w, type Xml } from './markup.ts'
import { half, mm } from './units.ts'

/** The first page of the whole is without a page number when they begin on the second. */
const isApart = (first: boolean, { pageNumberFrom }: Layout) => first && pageNumberFrom > 1

export interface Section {
  /** Landscape. */
  wide: boolean
  /** It begins the whole. */
  first: boolean
}

export function sectionOf(layout: Layout, { wide, first }: Section): Xml {
  const { marginTop, marginBottom, marginLeft, marginRight, pageNumberTop } = layout
  const upright = { top: marginTop, right: marginRight, bottom: marginBottom, left: marginLeft }
  // Turned, the side that is bound lies above.
  const turned = { top: marginLeft, right: marginTop, bottom: marginRight, left: marginBottom }
  const { top, right, bottom, left } = wide ? turned : upright
  const [short, long] = [mm(210), mm(297)]
  const size = wide ? { w: long, h: short, orient: 'landscape' } : { w: short, h: long, orient: 'portrait' }
  const sides = { top: mm(top), right: mm(right), bottom: mm(bottom), left: mm(left) }
  const apart = isApart(first, layout)
  return w('sectPr', {}, [
    ...[refer('header', 'default', header), ...(apart ? [refer('header', 'first', firstHeader)] : [])],
    ...[refer('footer', 'default', footer), ...(apart ? [refer('footer', 'first', footer)] : [])],
    w('pgSz', size),
    w('pgMar', { ...sides, header: mm(pageNumberTop), footer: mm(8), gutter: 0 }),
    ...on(apart, 'titlePg'),
  ])
}

const header = 'word/header1.xml'
const firstHeader = 'word/header2.xml'
const footer = 'word/footer1.xml'

function refer(kind: 'header' | 'footer', type: 'default' | 'first', name: string): Xml {
  return w(`${kind}Reference`, { type, 'r:id': idOf(name) })
}

/** Headers and footer of all sections. */
export function marginsOf(document: ReportDocument, layout: Layout): Part[] {
  const number = pageNumber(half(layout.pageNumberSize))
  const [mark] = marksOf(document).slice(-1)
  const water = mark ? [watermark(mark.toUpperCase(), layout.font)] : []
  const marks =
    marksOf(document).length > 0 ? [run(marksOf(document).join(' · '), { italics: true, size: half(10) })] : []
  const margin = (kind: 'header' | 'footer', name: string, children: readonly Xml[]): Part => {
    const root = kind === 'header' ? 'hdr' : 'ftr'
    return { name, kind, xml: rootOf(root, [paragraph(children, { align: 'center' })]) }
  }
  return [
    margin('header', header, [...number, ...water]),
    ...(isApart(true, layout) ? [margin('header', firstHeader, water)] : []),
    margin('footer', footer, marks),
  ]
}

function pageNumber(size: number): Xml[] {
  const mark = (type: string) => w('fldChar', { fldCharType: type })
  const parts = [
    mark('begin'),
    w('instrText', { 'xml:space': 'preserve' }, [escaped('PAGE')]),
    mark('separate'),
    mark('end'),
  ]
  return parts.map((part) => w('r', {}, [...letters({ size }), part]))
}

/** Words across the page as Word itself draws them: a shape of curved text, which knows its own outline. */
function watermark(words: string, font: string): Xml {
  const style =
    'position:absolute;margin-left:0;margin-top:0;width:527.85pt;height:46.1pt;rotation:315;z-index:-251657216;' +
    'mso-position-horizontal:center;mso-position-horizontal-relative:margin;' +
    'mso-position-vertical:center;mso-position-vertical-relative:margin'
  const type = 'path="m@7,l@8,m@5,21600l@6,21600e"'
  const shape =
    `<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" ${type}><v:formulas>${formulas}</v:formulas>` +
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>' +
    '<v:textpath on="t" fitshape="t"/><v:handles><v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>' +
    '<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>' +
    `<v:shape id="PowerPlusWaterMarkObject1" type="#_x0000_t136" style="${style}" o:allowincell="f" fillcolor="#D9D9D9" stroked="f">` +
    `<v:fill opacity="0.5"/><v:textpath style="font-family:&quot;${escaped(font)}&quot;;font-size:1pt" string="${escaped(words)}"/></v:shape>`
  return w('r', {}, [w('pict', {}, [shape as Xml])])
}

const formulas = [
  ...[
    'sum #0 0 10800',
    'prod #0 2 1',
    'sum 21600 0 @1',
    'sum 0 0 @2',
    'sum 21600 0 @3',
    'if @0 @3 0',
    'if @0 21600 @1',
  ],
  ...['if @0 0 @2', 'if @0 @4 21600', 'mid @5 @6', 'mid @8 @5', 'mid @7 @8', 'mid @6 @7', 'sum @6 0 @5'],
]
  .map((formula) => `<v:f eqn="${formula}"/>`)
  .join('')
