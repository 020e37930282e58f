// What a matrix of marks is made of. Pure.
import type { Words } from '#words'

export type State = keyof Words['status']

export interface MatrixColumn {
  key: string
  label: string
  note?: string
}

export interface Mark {
  state: State
  /** Everything the mark says: whose, and how it stands. */
  text: string
  href: string
}

export interface MatrixRow {
  key: string
  label: string
  /** By the key of the column; several when several bodies of one place fill one form. */
  marks: Record<string, Mark[]>
}

export interface Meaning {
  state: State
  text: string
}

/** The meanings that occur, with how often. */
export function occurring(rows: readonly MatrixRow[], meanings: readonly Meaning[]) {
  const marks = rows.flatMap((row) => Object.values(row.marks).flat())
  return meanings
    .map((meaning) => ({ ...meaning, count: marks.filter((mark) => mark.state === meaning.state).length }))
    .filter(({ count }) => count > 0)
}
