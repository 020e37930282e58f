// How the paper looks, on screen and printed: style sheet made from the layout's values, never from numbers in code.
import type { Layout } from '../../documents/layout.ts'

export function paperCss(layout: Layout): string {
  return [page(layout), sheet(layout), head(layout), body(layout), tail(layout), annex, marks, narrow].join('\n')
}

function page({
  marginTop,
  marginRight,
  marginBottom,
  marginLeft,
  pageNumberFrom,
  pageNumberSize,
  font,
}: Layout): string {
  const number = `font: ${pageNumberSize}pt "${font}", Tinos, "Liberation Serif", serif`
  const first = pageNumberFrom > 1 ? '@page :first { @top-center { content: none } }' : ''
  return `@page { size: A4; margin: ${marginTop}mm ${marginRight}mm ${marginBottom}mm ${marginLeft}mm;
  @top-center { content: counter(page); ${number} } }
@page wide { size: A4 landscape; margin: ${marginLeft}mm ${marginTop}mm ${marginRight}mm ${marginBottom}mm;
  @top-center { content: counter(page); ${number} } }
${first}`
}

function sheet(layout: Layout): string {
  const { font, bodySize, marginTop, marginRight, marginBottom, marginLeft } = layout
  return `.paper { position: relative; box-sizing: border-box; width: 210mm; max-width: 100%; margin: 0 auto;
  padding: ${marginTop}mm ${marginRight}mm ${marginBottom}mm ${marginLeft}mm; background: #fff; color: #000;
  font: ${bodySize}pt/1.3 "${font}", Tinos, "Liberation Serif", serif }
.paper a { color: inherit; text-decoration: underline dotted; text-underline-offset: 3px }
.paper * { max-width: none }
@media print { .paper { width: auto; padding: 0; background: none } .paper a { text-decoration: none } }`
}

function head(layout: Layout): string {
  const { nationSize, mottoSize, upperSize, issuerSize, numberSize, dateSize, kindSize, summarySize } = layout
  return `.paper .head { display: grid; grid-template-columns: 5fr 6fr; gap: 0 5mm; text-align: center }
.paper .head p, .paper .title p { margin: 0; text-indent: 0; text-align: center; line-height: 1.25 }
.paper .nation { font-size: ${nationSize}pt; font-weight: bold }
.paper .nation span, .paper .motto span { display: inline-block; padding-bottom: 1px; border-bottom: 1px solid }
.paper .nation.bare span { border: 0; font-size: ${nationSize}pt }
.paper .motto { font-size: ${mottoSize}pt; font-weight: bold }
.paper .upper { font-size: ${upperSize}pt; text-transform: uppercase }
.paper .issuer { font-size: ${issuerSize}pt; font-weight: bold; text-transform: uppercase }
.paper .rule { width: 25mm; margin: 1mm auto; border-top: 1px solid }
.paper .number { font-size: ${numberSize}pt }
.paper .head .date { margin-top: 4mm; font-size: ${dateSize}pt; font-style: italic }
.paper .title { margin: 8mm 0 6mm }
.paper .kind { font-size: ${kindSize}pt; font-weight: bold }
.paper .summary { font-size: ${summarySize}pt; font-weight: bold }`
}

function body(layout: Layout): string {
  const { firstLine, lineExact, lineMultiple, paragraphAfter, headingSize } = layout
  const line = lineExact > 0 ? `${lineExact}pt` : String(lineMultiple * 1.15)
  return `.paper p, .paper li { margin: 0 0 ${paragraphAfter}pt; line-height: ${line}; text-align: justify; text-indent: ${firstLine}mm }
.paper ul { margin: 0; padding: 0; list-style: none }
.paper li::before { content: "- " }
.paper h2, .paper h3, .paper h4 { margin: 0 0 ${paragraphAfter}pt; font-size: ${headingSize}pt; line-height: 1.3; break-after: avoid }
.paper h2 { margin-top: 12pt; text-align: center }
.paper h3, .paper h4 { text-indent: ${firstLine}mm }`
}

function tail(layout: Layout): string {
  const { signatureSize, titleBold, nameBold, recipientsStyle, recipientsSize, recipientsListSize } = layout
  const heading =
    recipientsStyle === 'underline' ? 'text-decoration: underline' : 'font-weight: bold; font-style: italic'
  return `.paper .tail { display: grid; grid-template-columns: 1fr 1fr; gap: 5mm; margin-top: 8mm; break-inside: avoid }
.paper .tail p { margin: 0; text-indent: 0; text-align: left; line-height: 1.3 }
.paper .recipients .heading { font-size: ${recipientsSize}pt; ${heading} }
.paper .recipients p { font-size: ${recipientsListSize}pt }
.paper .signature p { font-size: ${signatureSize}pt; text-align: center }
.paper .signature .authority { font-weight: bold }
.paper .signature .office { font-weight: ${titleBold ? 'bold' : 'normal'} }
.paper .signature .name { margin-top: 24mm; font-weight: ${nameBold ? 'bold' : 'normal'} }`
}

const annex = `.paper .annex { margin-top: 12mm; break-before: page }
.paper .annex.across { page: wide }
.paper .annex > h2 { margin: 0 }
.paper .belongs { font-style: italic; text-indent: 0; text-align: center }
.paper .chart + *, .paper .note + .chart { margin-top: 8mm }
.paper .wide { overflow-x: auto }
.paper table { width: 100%; border-collapse: collapse; font-size: 11pt; line-height: 1.25 }
.paper caption { padding: 0 0 4pt; font-size: 13pt; font-weight: bold }
.paper th, .paper td { padding: 2pt 4pt; border: 1px solid #000; font-weight: normal; text-align: left; vertical-align: top }
.paper thead { display: table-header-group }
.paper thead th { text-align: center; vertical-align: middle; font-weight: bold }
.paper tr { break-inside: avoid }
.paper td.right { text-align: right }
.paper td.centre { text-align: center }
.paper .sub th { padding-left: 4mm; font-style: italic }
.paper .note { margin: 2pt 0 0; font-size: 11pt; font-style: italic; text-indent: 0; line-height: 1.3 }
.paper .chart { margin: 6mm 0 0; break-inside: avoid; overflow-x: auto }
.paper .chart svg { display: block; width: 100%; min-width: 620px; font-family: inherit }
.paper figcaption { font-size: 13pt; font-weight: bold; text-align: center }
@media print { .paper .annex { margin-top: 0 } .paper th, .paper td { padding-block: 1pt } }`

const marks = `.paper .mark { margin: 0 0 4mm; padding: 1mm 2mm; border: 1px solid; font-size: 11pt; text-align: center; text-indent: 0 }
.paper .watermark { display: none }
@media print { .paper .watermark { display: block; position: fixed; top: 45%; left: 0; right: 0; color: #ddd; font-size: 44pt;
  white-space: nowrap; print-color-adjust: exact; text-align: center; transform: rotate(-45deg); z-index: -1 } }`

const narrow = `@media screen and (max-width: 820px) { .paper { padding: 6mm 5mm } .paper p, .paper li { text-align: left }
  .paper .head, .paper .tail { grid-template-columns: 1fr; gap: 4mm } .paper table { min-width: 640px } }`
