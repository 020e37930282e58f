// Files for tests: whole ones, and those nobody should take in.
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

/** As a phone writes it: lying on its side, red on the left, with place, owner, colours and remarks inside. */
export async function talkativePhoto(): Promise<Buffer> {
  const red = await sharp({ create: { width: 20, height: 80, channels: 3, background: '#ff0000' } })
    .png()
    .toBuffer()
  const written = await sharp({ create: { width: 160, height: 80, channels: 3, background: '#0000ff' } })
    .composite([{ input: red, left: 0, top: 0 }])
    .withIccProfile('p3')
    .withExif({ IFD0: { Artist: 'CHU-MAY' }, IFD3: { GPSLatitude: '11/1 5/1 0/1' } })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">TOA-DO</rdf:RDF></x:xmpmeta>',
    )
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const remark = Buffer.from('LOI-CHU-THICH')
  const length = Buffer.from([0xff, 0xfe, 0, remark.length + 2])
  return Buffer.concat([written.subarray(0, 2), length, remark, written.subarray(2)])
}

/** The box every HEIC begins with, and nothing a decoder could open. */
export const heicOnly = Buffer.concat([
  Buffer.from([0, 0, 0, 24]),
  Buffer.from('ftypheic\0\0\0\0mif1heic'),
  Buffer.alloc(400, 1),
])

/** An archive of one empty entry, as short as it can be: only its closing record. */
export const smallestZip = Buffer.concat([Buffer.from('PK\u0005\u0006'), Buffer.alloc(18)])
