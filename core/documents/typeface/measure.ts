// How wide words are in a typeface, where nothing is drawn: asked before a paper is made whether a name will stand on it.
import PDFDocument from 'pdfkit'
import { fontBytes, type Face } from './fonts.ts'

let ruler: PDFKit.PDFDocument | undefined
const known = new Set<Face>()

/** In points, at a size in points. */
export function widthOf(text: string, face: Face, size: number): number {
  ruler ??= new PDFDocument({ autoFirstPage: false, font: null as never })
  if (!known.has(face)) {
    ruler.registerFont(face, fontBytes(face))
    known.add(face)
  }
  return ruler.font(face).fontSize(size).widthOfString(text)
}
