// A marking as it is asked for: the areas checked against the sheet, and whose each row is.
import type { Id } from '../shared/id.ts'
import { staffOf } from '../programmes/programme.read.ts'
import type { ReadDb } from '../shared/operation.ts'
import { invalid, ok, problem, type Problem } from '../shared/result.ts'
import { askedCells, faultsOfAreas, rowsOf, type Area, type Collection, type CollectionMode } from './collection.ts'
import { bookOf, sheetOf } from './collection.steps.ts'
import { candidatesFor, type Candidate } from './collection.store.ts'
import { shownAt } from './heads.ts'
import { bodyNamed } from './match.ts'
import type { Sheet } from './sheet/cells.ts'
import { columnName, columnNumber, parseRange, rangeName } from './sheet/ref.ts'

interface Wanted {
  sheet: string
  mode: CollectionMode
  nameColumn?: string | null
  areas: Area[]
  organisations: string[]
  bodies: number[]
  rows: { row: number; body: number }[]
}

export async function markingOf(db: ReadDb, collection: Collection, wanted: Wanted) {
  const found = sheetOf(await bookOf(db, collection.id), wanted.sheet)
  if (!found.ok) return found
  const sheet = found.value
  const typed = wanted.areas.filter(({ range }) => range !== '')
  const faults = typed.length === 0 ? [noAreas] : faultsOfAreas(sheet, typed, wanted.mode)
  if (faults.length > 0) return invalid(faults, 'marking-faults')
  const areas = typed.map((area) => ({ ...area, range: rangeName(parseRange(area.range)!) }))
  const candidates = await allowedFor(db, collection)
  const chosen = candidates.filter(
    (one) => wanted.organisations.includes(one.organisation) || wanted.bodies.includes(one.id),
  )
  if (wanted.mode === 'copies') {
    const bodies = chosen.map(({ id }) => ({ body: id, row: null }))
    return ok({ areas, bodies, cells: askedCells(sheet, areas, null).length, nameColumn: null })
  }
  const column = columnNumber(wanted.nameColumn || nameColumnOf(sheet, areas, chosen))
  if (!column) return invalid([noSuchColumn(wanted.nameColumn ?? '')], 'marking-faults')
  const { bodies, problems } = shareOut({ sheet, rows: rowsOf(areas), column, chosen, candidates, wanted })
  if (problems.length > 0) return invalid(problems, 'marking-faults')
  const cells = bodies.reduce((sum, { row }) => sum + askedCells(sheet, areas, row).length, 0)
  return ok({ areas, bodies, cells, nameColumn: wanted.nameColumn || nameColumnOf(sheet, areas, chosen) })
}

export async function allowedFor(db: ReadDb, { placeId, bodiesOn, bodyId }: Collection): Promise<Candidate[]> {
  return candidatesFor(db, { placeId, day: bodiesOn, not: await staffOf(db, bodyId) })
}

/** The column left of the areas in which the most names are recognised. */
export function nameColumnOf(sheet: Sheet, areas: readonly Area[], chosen: readonly Candidate[]): string {
  const first = Math.min(...areas.map(({ range }) => parseRange(range)!.from.column))
  const rows = rowsOf(areas)
  let best = { column: Math.max(1, first - 1), names: 0 }
  for (let column = 1; column < first; column++) {
    const names = rows.filter((row) => bodyNamed(shownAt(sheet, { row, column }), chosen) !== null).length
    if (names > best.names) best = { column, names }
  }
  return columnName(best.column)
}

interface Sharing {
  sheet: Sheet
  rows: readonly number[]
  column: number
  chosen: readonly Candidate[]
  candidates: readonly Candidate[]
  wanted: Wanted
}

/** Row by row: chosen by hand, or recognised by its name. A body twice is a fault. */
function shareOut({ sheet, rows, column, chosen, candidates, wanted }: Sharing) {
  const byHand = new Map(wanted.rows.map(({ row, body }) => [row, body]))
  const allowed = new Set<number>(candidates.map(({ id }) => id))
  const taken = new Map<number, number>()
  const problems: Problem[] = []
  const bodies = rows.flatMap((row) => {
    const body = byHand.get(row) ?? bodyNamed(shownAt(sheet, { row, column }), chosen)
    if (!body || !allowed.has(body)) return []
    const other = taken.get(body)
    if (other !== undefined) problems.push(twice(row, other))
    taken.set(body, row)
    return [{ body: body as Id<'body'>, row }]
  })
  return { bodies, problems }
}

const noAreas = problem(
  'areas.0.range',
  'no-areas',
  'Chưa ghi vùng cần điền. Ghi ô đầu và ô cuối, ví dụ B5:F20.',
  'No area is given. Write its first and last cell, as B5:F20.',
)
const noSuchColumn = (name: string) =>
  problem(
    'nameColumn',
    'no-such-column',
    `“${name}” không phải cột. Ghi chữ của cột có tên đơn vị, ví dụ B.`,
    `“${name}” is no column. Write the letter of the column with the names, as B.`,
  )
const twice = (row: number, other: number) =>
  problem(
    `row.${row}`,
    'body-twice',
    `Dòng ${row} và dòng ${other} cùng một đơn vị. Hãy chọn lại đơn vị của một trong hai dòng.`,
    `Rows ${row} and ${other} name the same body. Choose another for one of them.`,
  )
