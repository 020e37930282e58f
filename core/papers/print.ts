// A kept paper as a file: the sender set in where the reader may know him, neutral words where not. The same bytes every time.
import type { Layout } from '../documents/layout.ts'
import { searchKey } from '../shared/text.ts'
import { named, type ReportDocument, type Run } from '../reports/document.ts'
import { docxFile } from '../reports/docx/docx.ts'
import { pdfFile } from '../reports/pdf/pdf.ts'
import { mediaTypes } from '../reports/render.ts'
import { addressMark, senderMark } from './compose.ts'
import type { Form } from './form.ts'

export interface SenderSet {
  name: string
  address: string
}

export interface Kept {
  id: number
  document: ReportDocument
  layout: Layout
  form: Form
  caseNumber: string
  madeAt: Date
}

const confidenceWords = { read: '[V]', secondHand: '[D]', assumed: '[U]' } as const
export const confidenceMark = (form: Pick<Form, 'confidence'>) => confidenceWords[form.confidence]

/** Without a name he is told by the number of what he sent. */
export function withSender(document: ReportDocument, sender: SenderSet | null, caseNumber: string): ReportDocument {
  const name = sender?.name ? `ông (bà) ${sender.name}` : `người gửi đơn số ${caseNumber}`
  const address = sender?.address ? `, địa chỉ: ${sender.address}` : ''
  const upper = (words: string) => words.replace(/^./u, (first) => first.toUpperCase())
  // A capital where a line or an article begins with him, and where he is written to.
  const set = (words: string) =>
    words
      .replaceAll(/(^|Điều \d+\. |Kính gửi:? )\{sender\}/g, (_, before: string) => before + upper(name))
      .replaceAll(senderMark, name)
      .replaceAll(addressMark, address)
  const run = (one: Run): Run => (/\{(sender|address)\}/.test(one.text) ? named(set(one.text), one.style) : one)
  return {
    ...document,
    title: document.title.map(run),
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) =>
        block.kind === 'paragraph' ? { ...block, runs: block.runs.map(run) } : block,
      ),
    })),
    recipients: { ...document.recipients, lines: document.recipients.lines.map(set) },
    ...(document.letter && { letter: { to: document.letter.to.map(set) } }),
  }
}

export async function paperFile(kept: Kept, format: 'docx' | 'pdf', sender: SenderSet | null) {
  const { form, layout, madeAt, caseNumber } = kept
  const document = withSender(kept.document, sender, caseNumber)
  // Said in the properties and on the page, and not on the face of the paper.
  const about = {
    'dong-thuan-paper': String(kept.id),
    'dong-thuan-form': [form.key, form.number ?? '', form.validFrom].filter(Boolean).join(' '),
    'dong-thuan-article': form.article,
    'dong-thuan-confidence': confidenceMark(form),
  }
  const file = format === 'pdf' ? await pdfFile(document, layout, about, madeAt) : docxFile(document, layout, about)
  const fileName = `${searchKey(`${form.name} ${caseNumber}`).replaceAll(/[ /]+/g, '-')}.${format}`
  return { fileName, mediaType: mediaTypes[format], content: new Uint8Array(file) }
}
