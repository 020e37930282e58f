// A one-off collection: the file that came, the cells asked of each body, and what is wrong with a marking. Pure.
import type { Id } from '../shared/id.ts'
import { problem, type Problem } from '../shared/result.ts'
import { cellAt, type Sheet } from './sheet/cells.ts'
import { overlap, parseRange, rangeName, refName, sizeOf, within, type Range, type Ref } from './sheet/ref.ts'
import type { CellType } from './sheet/typed.ts'

export const collectionStages = ['draft', 'issued', 'closed'] as const
export type CollectionStage = (typeof collectionStages)[number]

/** rows: every body is a row of the area; copies: every body fills a copy of the file. */
export const collectionModes = ['rows', 'copies'] as const
export type CollectionMode = (typeof collectionModes)[number]

export interface Area {
  range: string
  type: CellType
  required: boolean
}

export interface Collection {
  id: Id<'collection'>
  bodyId: Id<'body'>
  bodyName: string
  placeId: Id<'place'>
  bodiesOn: string
  title: string
  source: string | null
  dueAt: Date
  fileName: string
  fileSha256: string
  sheet: string | null
  mode: CollectionMode | null
  nameColumn: string | null
  stage: CollectionStage
  version: number
  illustrative: boolean
  issuedAt: Date | null
}

export interface AskedCell extends Ref {
  ref: string
  type: CellType
  required: boolean
}

/** What a page can show and a person can check. */
export const mostAskedOfOne = 5000
export const mostAsked = 50_000

/** The cells an area asks: no formulas, and of a merged cell only its first. */
export function askedIn(sheet: Sheet, { range, type, required }: Area, only: number | null = null): AskedCell[] {
  const whole = parseRange(range)!
  if (only !== null && (only < whole.from.row || only > whole.to.row)) return []
  const from = only === null ? whole.from : { ...whole.from, row: only }
  const to = only === null ? whole.to : { ...whole.to, row: only }
  const covered = sheet.merged.filter((merged) => overlap(merged, { from, to }))
  const asked: AskedCell[] = []
  for (let row = from.row; row <= to.row; row++)
    for (let column = from.column; column <= to.column; column++) {
      const at = { row, column }
      if (cellAt(sheet, at)?.formula || covered.some((merged) => isHidden(merged, at))) continue
      asked.push({ ...at, ref: refName(at), type, required })
    }
  return asked
}

function isHidden({ from, to }: Range, { row, column }: Ref): boolean {
  const inside = row >= from.row && row <= to.row && column >= from.column && column <= to.column
  return inside && (row !== from.row || column !== from.column)
}

/** Every cell the marking asks; with a row, only those of that row. */
export function askedCells(sheet: Sheet, areas: readonly Area[], row: number | null): AskedCell[] {
  return areas.flatMap((area) => askedIn(sheet, area, row))
}

/** The rows an area stands in, from top to bottom, each once. */
export function rowsOf(areas: readonly Pick<Area, 'range'>[]): number[] {
  const rows = areas.flatMap(({ range }) => {
    const { from, to } = parseRange(range)!
    return Array.from({ length: to.row - from.row + 1 }, (_, step) => from.row + step)
  })
  return [...new Set(rows)].sort((a, b) => a - b)
}

/** Everything wrong with the areas on this sheet, each at its field. */
export function faultsOfAreas(sheet: Sheet, areas: readonly Area[], mode: CollectionMode): Problem[] {
  const ranges = areas.map(({ range }) => parseRange(range))
  const faults = areas.flatMap((area, no) => faultsOfArea(sheet, { area, range: ranges[no]!, no, mode }))
  ranges.forEach((range, no) => {
    const other = ranges.findIndex((each, at) => at < no && range && each && overlap(range, each))
    if (other >= 0)
      faults.push(
        problem(
          `areas.${no}.range`,
          'areas-overlap',
          `Vùng ${areas[no]!.range} chồng lên vùng ${areas[other]!.range}. Mỗi ô chỉ thuộc một vùng.`,
          `Area ${areas[no]!.range} overlaps ${areas[other]!.range}. A cell belongs to one area.`,
        ),
      )
  })
  if (faults.length > 0) return faults
  const count = askedCells(sheet, areas, null).length
  const most = mode === 'copies' ? mostAskedOfOne : mostAsked
  return count > most ? [tooMany(count, most)] : []
}

interface Marked {
  area: Area
  range: Range | null
  no: number
  mode: CollectionMode
}

function faultsOfArea(sheet: Sheet, { area, range, no, mode }: Marked): Problem[] {
  const field = `areas.${no}.range`
  if (!range)
    return [
      problem(
        field,
        'not-a-range',
        `“${area.range}” không phải vùng ô. Ghi ô đầu và ô cuối, ví dụ B5:F20.`,
        `“${area.range}” is no area. Write its first and last cell, as B5:F20.`,
      ),
    ]
  if (sizeOf(range) > mostAsked) return [{ ...tooMany(sizeOf(range), mostAsked), field }]
  const crossing = sheet.merged.filter((merged) => overlap(merged, range) && !within(merged, range))
  const shared = mode === 'rows' ? sheet.merged.filter((one) => within(one, range) && one.from.row < one.to.row) : []
  const faults = [...crossing, ...shared].slice(0, 5).map((merged) => acrossMerged(field, merged, area.range))
  if (faults.length === 0 && askedIn(sheet, area).length === 0)
    faults.push(
      problem(
        field,
        'only-formulas',
        `Vùng ${area.range} chỉ có công thức, không có ô nào để điền. Chọn vùng khác.`,
        `Area ${area.range} holds only formulas; there is nothing to fill.`,
      ),
    )
  return faults
}

function acrossMerged(field: string, merged: Range, range: string): Problem {
  return problem(
    field,
    'merged-across',
    `Ô gộp ${rangeName(merged)} nằm vắt qua vùng ${range}. Hãy chọn vùng chứa trọn ô gộp, hoặc không có nó.`,
    `The merged cell ${rangeName(merged)} lies across ${range}. Choose an area that holds it whole or not at all.`,
  )
}

function tooMany(count: number, most: number): Problem {
  return problem(
    'areas',
    'too-many-cells',
    `Vùng có ${count} ô, nhiều quá ${most} ô. Hãy chọn vùng nhỏ hơn.`,
    `The areas hold ${count} cells, more than ${most}. Choose smaller ones.`,
  )
}
