// What a checker sees of a printed document, whatever kind of file it came from. Lengths in mm, sizes in pt.

export interface Line {
  text: string
  /** Of most of its letters. */
  size: number
  bold: boolean
  italic: boolean
  /** null: cannot be seen in this kind of file. */
  underline: boolean | null
  align: 'left' | 'right' | 'centre' | 'justify'
  fonts: string[]
  firstLine: number
  /** From line to line: exact, or a multiple of a single line; null: cannot be told. */
  lineExact: number | null
  lineMultiple: number | null
  /** Room after the paragraph; null: cannot be told. */
  after: number | null
  /** Where it stands: in the left or right half of a head or tail, in a table, or across the page. */
  where: 'left' | 'right' | 'table' | 'across'
  /** null: the file does not say. */
  page: number | null
}

export interface Paper {
  width: number
  height: number
  margins: { top: number; bottom: number; left: number; right: number }
}

export interface Found {
  format: 'docx' | 'pdf'
  papers: Paper[]
  /** null: none is printed. */
  pageNumber: { from: number; size: number; top: number; align: Line['align'] } | null
  /** A line is ruled below the national line or the motto. */
  ruleBelowNation: boolean | null
  lines: Line[]
}
