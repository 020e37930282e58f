// What a table is made of: columns, and rows of cells as plain data.
import type { Words } from '#words'

export interface Column {
  key: string
  label: string
  /** Figures stand to the right, in tabular numbers. */
  figure?: boolean
  /** Dates, numbers, states of a word or two: kept on one line. */
  short?: boolean
  /** Makes the heading a link that sorts. */
  href?: string
  sorted?: 'ascending' | 'descending'
}

export interface Cell {
  text: string
  href?: string
  /** A second, quieter line. */
  note?: string
  status?: keyof Words['status']
}

export type Row = Record<string, Cell | string | null | undefined>

export function cellOf(value: Row[string]): Cell {
  return typeof value === 'string' ? { text: value } : (value ?? { text: '' })
}
