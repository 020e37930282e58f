// Runs and paragraphs of Word from runs of the document; the layout decides size and spacing.
import type { Layout } from '../../documents/layout.ts'
import { structure, text, type Run, type StructureKind } from '../document.ts'
import type { FieldName } from '../word/fields.ts'
import { contentControl, tagOf } from './control.ts'
import { paragraph, run as written, type Letters, type Setting } from './elements.ts'
import type { Xml } from './markup.ts'
import { half, mm, pt } from './units.ts'

/** How a form made in Word sets a kind of paragraph, beyond what the layout says. */
export interface Manner extends Pick<Setting, 'style'>, Pick<Letters, 'fonts' | 'colour'> {}

export interface Given {
  body?: Manner
  heading?: Manner
  /** How many content controls there are already. */
  controls?: number
}

/** Writes runs of one document: numbers its content controls. */
export class Pen {
  readonly layout: Layout
  readonly #body: Manner
  readonly #heading: Manner
  #controls: number

  constructor(layout: Layout, { body = {}, heading = {}, controls = 0 }: Given = {}) {
    this.layout = layout
    this.#body = body
    this.#heading = heading
    this.#controls = controls
  }

  runs(runs: readonly Run[], letters: Letters): Xml[] {
    return runs.map((run) => {
      const bold = letters.bold || run.style === 'bold'
      const words = written(run.text, { ...letters, bold, italics: letters.italics || run.style === 'italic' })
      return run.kind === 'text' ? words : contentControl({ ...tagOf(run), id: ++this.#controls }, [words])
    })
  }

  /** The part of the form these words are; a form that is sent out to be changed says it with a control around them. */
  field(_name: FieldName, children: readonly Xml[]): readonly Xml[] {
    return children
  }

  /** Words that may hold a number, as a name or a day: then they are structure. */
  words(words: string, what: StructureKind, letters: Letters): Xml[] {
    return this.runs([/\p{Nd}/u.test(words) ? structure(what, words) : text(words)], letters)
  }

  /** A line of the head, the signature or a table: no first-line indent, lines as high as they need. */
  line(children: readonly Xml[], setting: Setting = {}): Xml {
    return paragraph(children, { spacing: { before: 0, after: 0 }, ...setting })
  }

  /** A paragraph of the body: justified, first line indented, exact line spacing. */
  paragraph(runs: readonly Run[]): Xml {
    const { fonts, colour } = this.#body
    return this.justified(this.runs(runs, { fonts, colour, size: half(this.layout.bodySize) }))
  }

  heading(runs: readonly Run[], setting: Setting): Xml {
    const { style, fonts, colour } = this.#heading
    const letters = { fonts, colour, size: half(this.layout.headingSize), bold: true }
    return this.line(this.runs(runs, letters), { style, keepNext: true, ...setting })
  }

  justified(children: readonly Xml[]): Xml {
    const { firstLine, paragraphAfter } = this.layout
    return paragraph(children, {
      style: this.#body.style,
      align: 'both',
      indent: { firstLine: mm(firstLine) },
      spacing: { before: 0, after: pt(paragraphAfter), ...this.lineSpacing() },
    })
  }

  lineSpacing(): { line: number; lineRule: 'exact' | 'auto' } {
    const { lineExact, lineMultiple } = this.layout
    return lineExact > 0
      ? { line: pt(lineExact), lineRule: 'exact' }
      : { line: Math.round(240 * lineMultiple), lineRule: 'auto' }
  }
}
