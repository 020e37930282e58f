// Runs as HTML: every number carries what it is, and a figure leads to its explanation.
import { parseFigure } from '../../programmes/boards/figure.ts'
import type { Run } from '../document.ts'
import { plainText } from '../document.runs.ts'

export interface HtmlOptions {
  /** Where a figure is explained, asked from the block it stands in; null: nowhere. */
  explain(figure: string, block: string): string | null
}

/** The explanation every board leads to, on a site: what the figure is made of today. */
export function explainedAt(site: string): HtmlOptions['explain'] {
  return (figure) => (parseFigure(figure) ? `${site}/so-lieu/${figure}` : null)
}

export function escape(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Options as they are inside one block, whose anchor is `block`. */
export interface InBlock extends HtmlOptions {
  block: string
}

export function runsHtml(runs: readonly Run[], options: InBlock): string {
  return runs.map((run) => runHtml(run, options)).join('')
}

function runHtml(run: Run, { explain, block }: InBlock): string {
  const words = styled(run)
  switch (run.kind) {
    case 'text':
      return words
    case 'figure': {
      const address = explain(run.id, block)
      const linked = address === null ? words : `<a href="${escape(address)}">${words}</a>`
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
