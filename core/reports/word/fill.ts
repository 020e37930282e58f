// A report set into a form made in Word: its fields written into the controls, its body and annexes where the body stands.
import type { Layout } from '../../documents/layout.ts'
import { must } from '../../shared/result.ts'
import { dateInWords } from '../../documents/document.ts'
import { structure, text, type ReportDocument, type Run } from '../document.ts'
import { contentOf, factsOf } from '../docx/docx.ts'
import { marginsOf } from '../docx/paper.ts'
import { Pen } from '../docx/runs.ts'
import { all, child, childrenOf, copy, remove, type Element } from '../docx/xml.ts'
import { mannerOf, setBody } from './body.ts'
import type { FieldName } from './fields.ts'
import { openForm } from './form.ts'
import { markMargins } from './marks.ts'
import { packForm } from './pack.ts'
import { firstRunStyle, RunWriter } from './runs.ts'

export interface Filling {
  document: ReportDocument
  layout: Layout
  about: Readonly<Record<string, string>>
}

/** The form was checked when it came; one that is broken now is a fault of ours. */
export function fillForm(bytes: Buffer, { document, layout, about }: Filling): Buffer {
  const form = must(openForm(bytes))
  const writer = new RunWriter(form.document)
  const lines = linesOf(document)
  for (const { name, control, paragraph } of form.controls) {
    if (name === 'nation' || name === 'motto') unwrap(control)
    else if (name === 'heading') remove(paragraph)
    else if (name !== 'body') writeLines({ control, paragraph, writer }, lines[name])
  }
  writer.tagNumbers()
  const controls = writer.numberControls()
  const pen = new Pen(layout, { body: mannerOf(form, 'body'), heading: mannerOf(form, 'heading'), controls })
  const complete = setBody(form, contentOf(pen, document))
  markMargins(form, marginsOf(document, layout))
  return packForm(form, { complete, facts: factsOf(document, about) })
}

type Written = Exclude<FieldName, 'body' | 'heading' | 'nation' | 'motto'>

const named = (words: string): Run[] => [/\p{Nd}/u.test(words) ? structure('name', words) : text(words)]

/** What each field says: one entry a line; none: its paragraph goes. */
function linesOf({ head, kind, title, signature, recipients }: ReportDocument): Record<Written, Run[][]> {
  const date = head.date ? dateInWords(head.date) : 'ngày … tháng … năm …'
  const signed = signature?.lines ?? []
  const [authority] = signed.length > 1 ? signed : []
  const titles = signed.slice(authority ? 1 : 0)
  return {
    upper: head.upper ? [named(head.upper.toUpperCase())] : [],
    issuer: [named(head.issuer.toUpperCase())],
    number: [[structure('documentNumber', head.number ?? '…')]],
    place: head.place ? [named(head.place)] : [[text(' ')]],
    date: [[/\d/.test(date) ? structure('date', date) : text(date)]],
    kind: [named(kind)],
    summary: [title],
    recipients: recipients.lines.map(named),
    office: [named(recipients.office)],
    authority: authority ? [named(authority)] : [],
    signerTitle: titles.map(named),
    signer: [signature?.name ? named(signature.name) : [text(' ')]],
  }
}

interface Place {
  control: Element
  paragraph: Element
  writer: RunWriter
}

/** The paragraph again for each line, without its other fields; none: it goes, if nothing else stands in it. */
function writeLines({ control, paragraph, writer }: Place, lines: readonly Run[][]): void {
  const style = firstRunStyle(control)
  const at = all(paragraph, 'sdt').indexOf(control)
  const [first, ...more] = lines
  if (!first && all(paragraph, 'sdt').length === 1) return remove(paragraph)
  for (const runs of more.toReversed()) {
    const again = copy(paragraph)
    const controls = all(again, 'sdt')
    for (const other of controls) if (other !== controls[at]) remove(other)
    replace(controls[at]!, writer.write(runs, style))
    paragraph.parentNode!.insertBefore(again, paragraph.nextSibling)
  }
  replace(control, first ? writer.write(first, style) : [])
}

function replace(control: Element, by: readonly Element[]): void {
  for (const one of by) control.parentNode!.insertBefore(one, control)
  remove(control)
}

function unwrap(control: Element): void {
  replace(control, childrenOf(child(control, 'sdtContent') ?? control))
}
