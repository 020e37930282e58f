// Annex: every target by the places below, with the bodies of the place itself; the last line is the whole.
import type { PartRow, TargetRow } from '../programmes/boards/board.ts'
import type { FigureName } from '../programmes/boards/figure.ts'
import { column, valueWithFraction } from './annex.parts.ts'
import { named, structure, text, type Block, type Run } from './document.ts'
import type { Telling } from './sentences.target.ts'
import { runsOfTyped } from './typed.ts'
import { lowerFirst } from './words.ts'

type Table = Extract<Block, { kind: 'table' }>

interface ColumnOfPart {
  row: TargetRow
  own: PartRow
  part: FigureName['part']
  label: Run[]
}

/** A column for every target and “riêng …” that places below report on. */
function columnsOf({ source }: Telling, rows: readonly TargetRow[]): ColumnOfPart[] {
  return rows.flatMap((row) => {
    const head = structure('enumeration', `Chỉ tiêu ${row.target.no}`)
    const exceptions = row.target.exceptions.map((exception, at) => ({
      ...{ row, own: row.exceptions[at]!, part: exception.no as FigureName['part'] },
      label: [head, text(', '), ...runsOfTyped(lowerFirst(exception.name), source)] as Run[],
    }))
    const main: ColumnOfPart = { row, own: row, part: 'main', label: [head] }
    return [main, ...exceptions].filter(({ own }) => own.children.some((child) => child.organisation === null))
  })
}

export function tableOfPlaces(telling: Telling, rows: readonly TargetRow[]): Table | null {
  const columns = columnsOf(telling, rows)
  if (columns.length === 0) return null
  const children = telling.figures.gathered.now.board.children.filter((child) =>
    columns.some(({ own }) => own.children.some((row) => isOf(row, child))),
  )
  const whole = columns.map(({ row, part }) => cell(telling, { target: row.target, part }, 'chưa có'))
  return {
    kind: 'table',
    title: [text('Kết quả theo địa bàn, đơn vị')],
    columns: [
      column('STT', 4, 'centre'),
      column('Địa bàn, đơn vị', 20),
      ...columns.map(({ label }) => ({ ...column('', 15, 'right'), label })),
    ],
    rows: [
      ...children.map((child, at) => lineOf(telling, { child, columns, no: at + 1 })),
      { cells: [[], [text('Chung', 'bold')], ...whole], sub: false },
    ],
    notes: rows
      .filter((row) => columns.some((one) => one.row === row))
      .map((row) => [
        structure('enumeration', `Chỉ tiêu ${row.target.no}: `),
        ...runsOfTyped(lowerFirst(row.target.name), telling.source),
        text('.'),
      ]),
  }
}

type Child = Telling['figures']['gathered']['now']['board']['children'][0]

function isOf(row: { place: { id: number }; organisation: string | null }, child: Child): boolean {
  return row.place.id === child.place.id && row.organisation === child.organisation
}

function lineOf(
  telling: Telling,
  { child, columns, no }: { child: Child; columns: readonly ColumnOfPart[]; no: number },
): Table['rows'][0] {
  const { place, organisation } = child
  const name = organisation ? telling.figures.gathered.organisations.get(organisation)! : place.name
  const cells = columns.map(({ row, own, part }): Run[] =>
    own.children.some((one) => isOf(one, child))
      ? cell(telling, { target: row.target, part, place: place.id, organisation }, 'chưa báo cáo')
      : [],
  )
  return { cells: [[structure('enumeration', String(no))], [named(name)], ...cells] }
}

function cell(telling: Telling, asked: Parameters<Telling['figures']['now']>[0], none: string): Run[] {
  return valueWithFraction(telling.book, telling.figures.now(asked), none)
}
