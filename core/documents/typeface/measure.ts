// What the typeface can draw, and how wide: asked before a paper is made whether a name will stand on it.
import * as fontkit from 'fontkit'
import { fontBytes, type Face } from './fonts.ts'

const opened = new Map<Face, fontkit.Font>()

function fontOf(face: Face): fontkit.Font {
  const known = opened.get(face)
  if (known) return known
  const font = fontkit.create(fontBytes(face)) as fontkit.Font
  opened.set(face, font)
  return font
}

/** Words come again and again, at every size that is tried; forgotten all at once when there are too many. */
const widths = new Map<string, number>()
const most = 10_000

/** In points, at a size in points. */
export function widthOf(text: string, face: Face, size: number): number {
  const key = `${face} ${text}`
  let width = widths.get(key)
  if (width === undefined) {
    const font = fontOf(face)
    width = font.layout(text).advanceWidth / font.unitsPerEm
    if (widths.size >= most) widths.clear()
    widths.set(key, width)
  }
  return width * size
}

/** The letters of a text that the typeface has not, each once. */
export function lackingIn(text: string, face: Face): string[] {
  const font = fontOf(face)
  const letters = [...new Set(text.normalize('NFC'))]
  return letters.filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0)!))
}
