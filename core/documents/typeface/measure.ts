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

/** In points, at a size in points. */
export function widthOf(text: string, face: Face, size: number): number {
  const font = fontOf(face)
  return (font.layout(text).advanceWidth * size) / font.unitsPerEm
}

/** The letters of a text that the typeface has not, each once. */
export function lackingIn(text: string, face: Face): string[] {
  const font = fontOf(face)
  const letters = [...new Set(text.normalize('NFC'))]
  return letters.filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0)!))
}
