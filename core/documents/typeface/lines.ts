// Breaks runs of several faces into lines of a width. Pure: it is told how wide letters are.
import type { Face } from './fonts.ts'

export interface Piece {
  text: string
  face: Face
  /** In points. */
  width: number
}

/** Pieces that stand together without a space. */
export interface Word {
  pieces: Piece[]
  width: number
  /** The space after it, when another word follows on the line. */
  space: number
}

export interface Line {
  words: Word[]
  /** Without what justification adds. */
  width: number
  /** The last of its paragraph: never stretched. */
  last: boolean
}

export interface Measured {
  text: string
  face: Face
}

export type Measure = (text: string, face: Face) => number

/** `first` is the room taken from the first line. A paragraph without words is one empty line. */
export function breakLines(
  runs: readonly Measured[],
  { width, first = 0, measure }: { width: number; first?: number; measure: Measure },
): Line[] {
  const lines: Line[] = []
  let [words, used, room]: [Word[], number, number] = [[], 0, width - first]
  const close = (last: boolean) => {
    lines.push({ words, width: used, last })
    words = []
    used = 0
    room = width
  }
  for (const word of wordsOf(runs, measure).flatMap((one) => fit(one, width, measure))) {
    const gap = words.at(-1)?.space ?? 0
    if (words.length > 0 && used + gap + word.width > room) close(false)
    used += (words.length > 0 ? gap : 0) + word.width
    words.push(word)
  }
  close(true)
  return lines
}

/** Only the plain space parts words: “80 %” with its fixed space stays together. */
function wordsOf(runs: readonly Measured[], measure: Measure): Word[] {
  const words: Word[] = []
  let open: Word | undefined
  for (const { text, face } of runs) {
    for (const [i, part] of text.split(/[ \t\n]/).entries()) {
      if (i > 0 && open) {
        open.space = measure(' ', face)
        open = undefined
      }
      if (part === '') continue
      if (!open) words.push((open = { pieces: [], width: 0, space: 0 }))
      const width = measure(part, face)
      open.pieces.push({ text: part, face, width })
      open.width += width
    }
  }
  return words
}

/** A word wider than the line is cut where it must be, as an address without spaces. */
function fit(word: Word, width: number, measure: Measure): Word[] {
  if (word.width <= width) return [word]
  const cut: Word[] = []
  let open: Word = { pieces: [], width: 0, space: 0 }
  for (const { text, face } of word.pieces) {
    for (const letter of text) {
      const wide = measure(letter, face)
      if (open.width + wide > width && open.pieces.length > 0) {
        cut.push(open)
        open = { pieces: [], width: 0, space: 0 }
      }
      const last = open.pieces.at(-1)
      if (last?.face === face) {
        last.text += letter
        last.width += wide
      } else open.pieces.push({ text: letter, face, width: wide })
      open.width += wide
    }
  }
  return [...cut, { ...open, space: word.space }]
}
