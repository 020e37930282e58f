// Papers for tests: whole ones, and those nobody should take in.
import { deflateSync } from 'node:zlib'
import PDFDocument from 'pdfkit'
import sharp from 'sharp'

export async function pdfOf(pages: number, options: PDFKit.PDFDocumentOptions = {}): Promise<Buffer> {
  const pdf = new PDFDocument({ size: 'A4', ...options })
  const chunks: Buffer[] = []
  pdf.on('data', (chunk: Buffer) => chunks.push(chunk))
  const done = new Promise<void>((resolve) => pdf.on('end', resolve))
  for (let page = 2; page <= pages; page++) pdf.addPage()
  pdf.end()
  await done
  return Buffer.concat(chunks)
}

/** A picture of paper, taken somewhere: phones write the place into it. */
export async function photo(kind: 'jpeg' | 'png' = 'jpeg', size = { width: 60, height: 80 }): Promise<Buffer> {
  const blank = sharp({ create: { ...size, channels: 3, background: '#f6f5f2' } })
  return blank
    .withExif({ IFD0: { ImageDescription: 'chụp tại UBND xã' }, IFD3: { GPSLatitude: '11/1 5/1 0/1' } })
    .toFormat(kind)
    .toBuffer()
}

/** A few hundred kilobytes whose table of contents unpacks to gigabytes. */
export function swellingPdf(): Buffer {
  const packed = deflateSync(Buffer.alloc(80 << 20))
  return Buffer.concat([
    Buffer.from(
      `%PDF-1.5\n1 0 obj\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`,
    ),
    packed,
    Buffer.from('\nendstream\nendobj\nstartxref\n0\n%%EOF'),
  ])
}
