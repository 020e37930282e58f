// Runs and paragraphs of Word from runs of the document; the layout decides size and spacing.
import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  TextRun,
  type IParagraphOptions,
  type IRunOptions,
  type ParagraphChild,
} from 'docx'
import type { Layout } from '../../documents/layout.ts'
import { structure, text, type Run, type StructureKind } from '../document.ts'
import type { FieldName } from '../word/fields.ts'
import { ContentControl, tagOf } from './control.ts'
import { half, mm, pt } from './units.ts'

/** Marks XML has no place for; names from elsewhere may hold them. */
const unseen = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

/** Writes runs of one document: numbers its content controls. */
export class Pen {
  readonly layout: Layout
  #controls = 0

  constructor(layout: Layout) {
    this.layout = layout
  }

  runs(runs: readonly Run[], options: IRunOptions = {}): ParagraphChild[] {
    return runs.map((run) => {
      const styled = {
        ...options,
        ...(run.style === 'bold' && { bold: true }),
        ...(run.style === 'italic' && { italics: true }),
      }
      const written = new TextRun({ ...styled, text: run.text.replaceAll(unseen, ' ') })
      if (run.kind === 'text') return written
      // The type of a paragraph's children lists only what the library makes itself.
      return new ContentControl({ ...tagOf(run), id: ++this.#controls }, [written]) as unknown as ParagraphChild
    })
  }

  /** The part of the form these words are; a form that is sent out to be changed says it with a control around them. */
  field(_name: FieldName, children: ParagraphChild[]): ParagraphChild[] {
    return children
  }

  /** Words that may hold a number, as a name or a day: then they are structure. */
  words(words: string, what: StructureKind, options: IRunOptions = {}): ParagraphChild[] {
    return this.runs([/\p{Nd}/u.test(words) ? structure(what, words) : text(words)], options)
  }

  /** A line of the head, the signature or a table: no first-line indent, lines as high as they need. */
  line(children: ParagraphChild[], options: IParagraphOptions = {}): Paragraph {
    return new Paragraph({ spacing: { before: 0, after: 0 }, ...options, children })
  }

  /** A paragraph of the body: justified, first line indented, exact line spacing. */
  paragraph(runs: readonly Run[]): Paragraph {
    return this.justified(this.runs(runs, { size: half(this.layout.bodySize) }))
  }

  justified(children: ParagraphChild[]): Paragraph {
    const { firstLine, paragraphAfter } = this.layout
    return new Paragraph({
      alignment: AlignmentType.JUSTIFIED,
      indent: { firstLine: mm(firstLine) },
      spacing: { before: 0, after: pt(paragraphAfter), ...this.lineSpacing() },
      children,
    })
  }

  lineSpacing() {
    const { lineExact, lineMultiple } = this.layout
    return lineExact > 0
      ? { line: pt(lineExact), lineRule: LineRuleType.EXACT }
      : { line: Math.round(240 * lineMultiple), lineRule: LineRuleType.AUTO }
  }
}
