// What a phone reads from a printed page: the page drawn as a picture, the QR square found and decoded in it.
import { PDFiumLibrary } from '@hyzyla/pdfium'
import decodeQR from 'qr/decode.js'

/** `page` from 0; drawn at 150 dots an inch, as an office printer does. Throws when no square is found. */
export async function squareOfPage(pdf: Uint8Array, page = 0): Promise<string> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(pdf)
    const { data, width, height } = await document.getPage(page).render({ scale: 150 / 72, render: 'bitmap' })
    document.destroy()
    return decodeQR({ data, width, height })
  } finally {
    library.destroy()
  }
}
