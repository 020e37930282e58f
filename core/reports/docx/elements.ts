// What a text is made of in Word: runs, paragraphs, tables. Lengths in twentieths of a point, sizes in half-points. The
// order of properties is the schema's: Word refuses a file that has another.
import { escaped, on, properties, val, w, type Xml } from './markup.ts'

export interface Letters {
  /** Properties as a form made in Word has them. */
  fonts?: Xml | undefined
  colour?: Xml | undefined
  size?: number
  bold?: boolean
  italics?: boolean
  underline?: boolean
}

export function letters({ fonts, colour, size, bold, italics, underline }: Letters): Xml[] {
  const flags = [...on(bold, 'b', 'bCs'), ...on(italics, 'i', 'iCs')]
  const line = underline ? val('u', 'single') : []
  const [face, ink] = [fonts ? [fonts] : [], colour ? [colour] : []]
  return properties('rPr', [...face, ...flags, ...ink, ...val('sz', size), ...val('szCs', size), ...line])
}

export function run(words: string, style: Letters): Xml {
  return w('r', {}, [...letters(style), w('t', { 'xml:space': 'preserve' }, [escaped(words)])])
}

export type Align = 'left' | 'center' | 'right' | 'both'

export interface Setting {
  /** The style it rests on, by its id. */
  style?: string | undefined
  align?: Align
  spacing?: { before?: number; after?: number; line?: number; lineRule?: 'exact' | 'auto' }
  indent?: { left?: number; right?: number; firstLine?: number }
  /** Stays on the page of what follows. */
  keepNext?: boolean
  /** From 0: shown in the navigation pane. */
  outlineLevel?: number
  /** A line is ruled above it. */
  ruled?: boolean
}

const ruleAbove = w('pBdr', {}, [w('top', { val: 'single', color: '000000', sz: 6, space: 1 })])

export function paragraph(children: readonly Xml[], setting: Setting): Xml {
  const { style, align, spacing, indent, keepNext, outlineLevel, ruled } = setting
  const set = [
    ...val('pStyle', style),
    ...on(keepNext, 'keepNext'),
    ...(ruled ? [ruleAbove] : []),
    ...(spacing ? [w('spacing', spacing)] : []),
    ...(indent ? [w('ind', indent)] : []),
    ...val('jc', align),
    ...val('outlineLvl', outlineLevel),
  ]
  return w('p', {}, [...properties('pPr', set), ...children])
}

export interface Line {
  val: string
  color: string
  sz: number
}
const none: Line = { val: 'none', color: 'auto', sz: 0 }
const thin: Line = { val: 'single', color: 'auto', sz: 4 }
export const level: Line = { val: 'single', color: '000000', sz: 18 }

const inside = ['insideH', 'insideV']
/** In the order of the schema, which asks it of margins and of borders alike. */
const sides = ['top', 'left', 'bottom', 'right'] as const
type Sides<T> = Partial<Record<(typeof sides)[number], T>>

export interface TableSetting {
  /** Of each column; the table is as wide as `width`. */
  widths: readonly number[]
  width: number
  lines: 'thin' | 'none'
  /** Of every cell. */
  margins: Sides<number>
}

export function table(rows: readonly Xml[], { widths, width, lines, margins }: TableSetting): Xml {
  const line = lines === 'thin' ? thin : none
  const borders = [...sides, ...inside].map((side) => w(side, { ...line }))
  const room = sides.flatMap((side) =>
    margins[side] === undefined ? [] : [w(side, { type: 'dxa', w: margins[side] })],
  )
  const set = w('tblPr', {}, [
    w('tblW', { type: 'dxa', w: width }),
    w('tblBorders', {}, borders),
    w('tblLayout', { type: 'fixed' }),
    w('tblCellMar', {}, room),
  ])
  const columns = widths.map((one) => w('gridCol', { w: one }))
  return w('tbl', {}, [set, w('tblGrid', {}, columns), ...rows])
}

/** Rows do not break over pages; `head` is repeated on every page, `height` is exact. */
export function row(cells: readonly Xml[], { head, height }: { head?: boolean; height?: number } = {}): Xml {
  const high = height === undefined ? [] : [w('trHeight', { val: height, hRule: 'exact' })]
  return w('tr', {}, [w('trPr', {}, [w('cantSplit'), ...high, ...on(head, 'tblHeader')]), ...cells])
}

export interface Fill {
  val: string
  color: string
  fill: string
}

export interface CellSetting {
  width: number
  /** Without them, those of the table. */
  borders?: Sides<Line>
  fill?: Fill
  middle?: boolean
}

export function cell(children: readonly Xml[], { width, borders, fill, middle }: CellSetting): Xml {
  const set = w('tcPr', {}, [
    w('tcW', { type: 'dxa', w: width }),
    ...(borders
      ? [
          w(
            'tcBorders',
            {},
            sides.map((side) => w(side, { ...(borders[side] ?? none) })),
          ),
        ]
      : []),
    ...(fill ? [w('shd', { ...fill })] : []),
    ...(middle ? val('vAlign', 'center') : []),
  ])
  return w('tc', {}, [set, ...children])
}
