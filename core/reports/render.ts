// A report as a file: HTML, Word, PDF, or data. All say what they were made from, so that they can be checked later.
import type { Layout } from '../documents/layout.ts'
import { searchKey } from '../shared/text.ts'
import type { Composed } from './compose.ts'
import { docxFile } from './docx/docx.ts'
import { htmlFile } from './html/html.ts'
import { pdfFile } from './pdf/pdf.ts'
import { explainedAt } from './html/runs.ts'
import { fillForm } from './word/fill.ts'
import { traceOf, type About } from './trace.ts'

export const formats = ['html', 'docx', 'pdf', 'json'] as const
export type Format = (typeof formats)[number]

export interface Rendered {
  format: Format
  mediaType: string
  fileName: string
  encoding: 'utf8' | 'base64'
  content: string
}

export const mediaTypes: Record<Format, string> = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  json: 'application/json',
}

/** Names under which a file says what it was made from. */
export const aboutNames = {
  report: 'dong-thuan-report',
  programme: 'dong-thuan-programme',
  kind: 'dong-thuan-kind',
  period: 'dong-thuan-period',
} as const

export async function render(
  composed: Composed,
  as: { format: Format; layout: Layout; about: About; site: string; word?: Buffer | null },
): Promise<Rendered> {
  const { format, layout, about, site, word } = as
  const named = { format, mediaType: mediaTypes[format], fileName: fileNameOf(about, format) }
  const metas = metasOf(about)
  if (format === 'docx' && word) {
    const file = fillForm(word, { document: composed.document, layout, about: metas })
    return { ...named, encoding: 'base64', content: file.toString('base64') }
  }
  if (format === 'docx' || format === 'pdf') {
    const write = format === 'docx' ? docxFile : pdfFile
    const file = await write(composed.document, layout, metas)
    return { ...named, encoding: 'base64', content: file.toString('base64') }
  }
  const content =
    format === 'html'
      ? htmlFile(composed.document, layout, { explain: explainedAt(site), about: metas })
      : JSON.stringify(traceOf(about, composed))
  return { ...named, encoding: 'utf8', content }
}

function metasOf(about: About): Record<string, string> {
  return {
    [aboutNames.report]: about.id === null ? '' : String(about.id),
    [aboutNames.programme]: String(about.programme.id),
    [aboutNames.kind]: about.kind,
    [aboutNames.period]: about.period.key,
  }
}

/** “bao-cao-tong-ket-cong-tac-dan-van-nam-2023-12-bc-hu.docx” */
function fileNameOf({ title, number, draft }: About, format: Format): string {
  const words = ['báo cáo', title, number ?? '', draft ? 'dự thảo' : ''].join(' ')
  return `${searchKey(words).replaceAll(' ', '-')}.${format}`
}
