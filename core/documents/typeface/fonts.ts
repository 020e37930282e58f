// Tinos stands in for Times New Roman: the same widths, letters for all of Vietnamese, and free to embed.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic'

const names: Record<Face, string> = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
}

export const faces = Object.keys(names) as Face[]

const read = new Map<Face, Buffer>()

/** Read once for all documents. */
export function fontBytes(face: Face): Buffer {
  const known = read.get(face)
  if (known) return known
  const bytes = readFileSync(fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${names[face]}`)))
  read.set(face, bytes)
  return bytes
}

export function faceOf({ bold, italic }: { bold?: boolean; italic?: boolean }): Face {
  if (bold) return italic ? 'boldItalic' : 'bold'
  return italic ? 'italic' : 'regular'
}

/** Of the size: how far letters reach above and below the line they stand on, and the height of a single line. */
export const metrics = { ascent: 0.891, descent: 0.216, line: 1.15 }
