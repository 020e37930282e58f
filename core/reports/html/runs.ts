// Runs as HTML: every number carries what it is, and a figure leads to its explanation.
import { parseFigure } from '../../programmes/figure.ts'
import type { Run } from '../document.ts'
import { plainText } from '../document.runs.ts'

export interface HtmlOptions {
  /** What stands before the addresses of explanations: empty on our own pages, the site's address in a saved file. */
  site: string
}

export function escape(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

export function runsHtml(runs: readonly Run[], options: HtmlOptions): string {
  return runs.map((run) => runHtml(run, options)).join('')
}

function runHtml(run: Run, { site }: HtmlOptions): string {
  const words = styled(run)
  switch (run.kind) {
    case 'text':
      return words
    case 'figure': {
      const linked = parseFigure(run.id) ? `<a href="${escape(site)}/so-lieu/${run.id}">${words}</a>` : words
      return `<span ${attributesOf(run)}>${linked}</span>`
    }
    case 'quotation':
    case 'structure':
      return `<span ${attributesOf(run)}>${words}</span>`
  }
}

/** `data-figure`, `data-quotation` or `data-structure`; also on the text of a picture. */
export function attributesOf(run: Exclude<Run, { kind: 'text' }>): string {
  if (run.kind === 'figure') {
    const than = run.than ? ` data-than="${run.than}"` : ''
    return `data-figure="${run.id}" data-part="${run.part}"${than}`
  }
  return run.kind === 'quotation'
    ? `data-quotation="${run.id}" title="${escape(run.source)}"`
    : `data-structure="${run.what}"`
}

function styled({ text, style }: Run): string {
  const words = escape(text)
  return style === 'bold' ? `<b>${words}</b>` : style === 'italic' ? `<i>${words}</i>` : words
}

export function plainHtml(runs: readonly Run[]): string {
  return escape(plainText(runs))
}
