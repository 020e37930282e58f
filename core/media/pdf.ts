// Whether a PDF is whole, open, and without anything that runs. It is kept as it came.
import { inflateSync } from 'node:zlib'
import { getDocumentProxy } from 'unpdf'

export type PdfFault = 'swelling' | 'locked' | 'runs' | 'broken' | 'tooManyPages'

export interface PdfLimits {
  unpackedMegabytes: number
  mostPages: number
}

export async function judgePdf(bytes: Uint8Array, limits: PdfLimits): Promise<{ pages: number } | { fault: PdfFault }> {
  if (swells(bytes, limits.unpackedMegabytes << 20)) return { fault: 'swelling' }
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: true })
    try {
      return await judged(pdf, limits)
    } finally {
      await pdf.loadingTask.destroy()
    }
  } catch (error) {
    return { fault: (error as Error).name === 'PasswordException' ? 'locked' : 'broken' }
  }
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>

async function judged(pdf: Pdf, { mostPages }: PdfLimits): Promise<{ pages: number } | { fault: PdfFault }> {
  const { info } = (await pdf.getMetadata()) as { info: { EncryptFilterName?: string | null } }
  if (info.EncryptFilterName) return { fault: 'locked' }
  if ((await pdf.getJSActions()) || (await pdf.getAttachments())) return { fault: 'runs' }
  if (pdf.numPages > mostPages) return { fault: 'tooManyPages' }
  for (let no = 1; no <= pdf.numPages; no++) if (await carries(pdf, no)) return { fault: 'runs' }
  return { pages: pdf.numPages }
}

/** Notes that bring a file, a film or a sound along, and pages or notes that start a script. */
const carriers = new Set(['FileAttachment', 'RichMedia', 'Movie', 'Screen', 'Sound', '3D'])

const programs = /\.(?:exe|bat|cmd|com|scr|js|vbs|ps1|lnk|msi|jar|hta)$/i

async function carries(pdf: Pdf, no: number): Promise<boolean> {
  const page = await pdf.getPage(no)
  if (await page.getJSActions()) return true
  const notes = (await page.getAnnotations()) as { subtype?: string; actions?: object | null; unsafeUrl?: string }[]
  return notes.some(
    ({ subtype, actions, unsafeUrl }) =>
      carriers.has(subtype ?? '') || Object.keys(actions ?? {}).length > 0 || programs.test(unsafeUrl ?? ''),
  )
}

/** Objects and tables of contents are unpacked whole by whoever opens the file; here they may not swell without end. */
function swells(bytes: Uint8Array, most: number): boolean {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const text = content.toString('latin1')
  for (const { index, 0: head } of text.matchAll(/\/Type\s*\/(?:ObjStm|XRef)\b[^]{0,2000}?stream\r?\n/g)) {
    const from = index + head.length
    const end = text.indexOf('endstream', from)
    try {
      inflateSync(content.subarray(from, end < 0 ? undefined : end), { maxOutputLength: most })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return true
    }
  }
  return false
}
