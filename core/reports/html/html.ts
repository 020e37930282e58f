// A report as HTML: its parts for our own pages, or a whole file that prints like the paper it stands for.
import { dateInWords } from '../../documents/document.ts'
import type { Layout } from '../../documents/layout.ts'
import type { Annex, Block, ReportDocument, Section } from '../document.ts'
import { plainText } from '../document.runs.ts'
import { blockHtml } from './blocks.ts'
import { paperCss } from './paper.ts'
import { escape, runsHtml, type HtmlOptions } from './runs.ts'

export interface Part {
  /** The section the officer writes; null: head, signature, annex. */
  section: string | null
  html: string
}

type Write = (block: Block) => string

export const marksOf = ({ illustrative, draft }: Pick<ReportDocument, 'illustrative' | 'draft'>): string[] => [
  ...(draft ? ['Dự thảo'] : []),
  ...(illustrative ? ['Số liệu minh hoạ'] : []),
]

/** The parts in order; together they stand inside an element of class “paper”. */
export function partsOf(document: ReportDocument, layout: Layout, options: HtmlOptions): Part[] {
  const outer = (html: string): Part => ({ section: null, html })
  let blocks = 0
  /** Every block has an anchor, so that a figure leads back to where it stands. */
  const write = (block: Block): string => blockHtml(block, { ...options, block: `doan-${++blocks}` })
  return [
    outer(marksHtml(document) + headHtml(document, layout) + titleHtml(document, layout)),
    ...document.sections.map((section) => ({ section: section.key, html: sectionHtml(section, write) })),
    outer(tailHtml(document, layout)),
    ...document.annexes.map((annex) => outer(annexHtml(annex, write))),
  ]
}

/** `about` are the names under which the file says what it was made from; a check reads them again. */
export function htmlFile(
  document: ReportDocument,
  layout: Layout,
  { about, ...options }: HtmlOptions & { about: Readonly<Record<string, string>> },
): string {
  const metas = Object.entries(about).map(([name, value]) => `<meta name="${name}" content="${escape(value)}">`)
  const body = partsOf(document, layout, options).map(({ html }) => html)
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(plainText(document.title))}</title>
${metas.join('\n')}
<style>
body { margin: 0 }
${paperCss(layout)}
</style>
</head>
<body>
<main class="paper">
${body.join('\n')}
</main>
</body>
</html>
`
}

function marksHtml(document: ReportDocument): string {
  const marks = marksOf(document)
  if (marks.length === 0) return ''
  const water = `<div class="watermark" aria-hidden="true">${escape(marks.at(-1)!.toUpperCase())}</div>`
  return `<p class="mark">${escape(marks.join(' · '))}</p>${water}\n`
}

function headHtml({ head }: ReportDocument, layout: Layout): string {
  const upper = head.upper ? `<p class="upper">${structureHtml('name', head.upper)}</p>` : ''
  const below = layout.issuerMark === 'asterisk' ? '<p>*</p>' : '<p class="rule"></p>'
  const [before, after] = layout.numberText.split('{number}') as [string, string]
  const number = head.number ? structureHtml('documentNumber', head.number) : '…'
  const date = head.date ? structureHtml('date', dateInWords(head.date)) : 'ngày … tháng … năm …'
  const motto = layout.mottoLine ? `<p class="motto"><span>${escape(layout.mottoLine)}</span></p>` : ''
  return `<div class="head">
<div>${upper}<p class="issuer">${structureHtml('name', head.issuer)}</p>${below}
<p class="number">${escape(before)}${number}${escape(after)}</p></div>
<div><p class="nation${motto ? ' bare' : ''}"><span>${escape(layout.nationLine)}</span></p>${motto}
<p class="date">${head.place ? `${structureHtml('name', head.place)}, ` : ''}${date}</p></div>
</div>
`
}

function structureHtml(what: string, words: string): string {
  return /\p{Nd}/u.test(words) ? `<span data-structure="${what}">${escape(words)}</span>` : escape(words)
}

function titleHtml({ kind, title }: ReportDocument, { summaryMark }: Layout): string {
  const own = { explain: () => null, block: '' }
  const mark = { dashes: '<p>-----</p>', rule: '<p class="rule"></p>', none: '' }[summaryMark]
  return `<div class="title"><p class="kind">${escape(kind)}</p><p class="summary">${runsHtml(title, own)}</p>${mark}</div>`
}

function sectionHtml({ blocks }: Section, write: Write): string {
  return blocks.map(write).join('\n')
}

function tailHtml({ signature, recipients }: ReportDocument, layout: Layout): string {
  const archive = layout.archiveLine.replace('{office}', recipients.office)
  const lines = [...recipients.lines, archive]
  const listed = lines.map(
    (line, at) => `<p>- ${structureHtml('name', line)}${at === lines.length - 1 ? '.' : ','}</p>`,
  )
  const [authority, ...office] = signature?.lines ?? []
  const class1 = office.length > 0 ? 'authority' : 'office'
  const signed = signature
    ? `<p class="${class1}">${structureHtml('name', authority!)}</p>${office.map((line) => `<p class="office">${structureHtml('name', line)}</p>`).join('')}
<p class="name">${structureHtml('name', signature.name)}</p>`
    : ''
  return `<div class="tail">
<div class="recipients"><p class="heading">Nơi nhận:</p>${listed.join('')}</div>
<div class="signature">${signed}</div>
</div>`
}

function annexHtml({ title, belongs, wide, blocks }: Annex, write: Write): string {
  const body = blocks.map(write).join('\n')
  const own = { explain: () => null, block: '' }
  return `<section class="annex${wide ? ' across' : ''}"><h2>${runsHtml(title, own)}</h2><p class="belongs">${runsHtml(belongs, own)}</p>\n${body}</section>`
}
