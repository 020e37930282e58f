// Annex: why targets are not reached, in the words of the offices, beside the place they speak of.
import type { TargetRow } from '../programmes/boards/board.ts'
import { dayAt } from '../shared/day.ts'
import { column } from './annex.parts.ts'
import { named, structure, text, type Block } from './document.ts'
import type { Telling } from './sentences.target.ts'
import { runsOfTyped } from './typed.ts'
import { dayText } from './words.ts'

type Table = Extract<Block, { kind: 'table' }>

/** null: nobody said anything of a red figure. */
export function tableOfCauses(telling: Telling, rows: readonly TargetRow[]): Table | null {
  const { causes } = telling.figures.gathered
  const said = rows.flatMap((row) =>
    placesOf(row).flatMap((place) =>
      causes
        .filter((cause) => cause.targetId === row.target.id && cause.placeId === place.id)
        .map((cause) => ({ row, place, cause })),
    ),
  )
  if (said.length === 0) return null
  return {
    kind: 'table',
    title: [text('Nguyên nhân của chỉ tiêu chưa đạt')],
    columns: [
      column('Chỉ tiêu', 10, 'centre'),
      column('Địa bàn', 20),
      column('Nguyên nhân', 45),
      column('Đơn vị ghi, ngày', 25),
    ],
    rows: said.map(({ row, place, cause }) => ({
      cells: [
        [structure('enumeration', String(row.target.no))],
        [named(place.name)],
        runsOfTyped(cause.wording, cause.bodyName),
        [named(cause.bodyName), text(', '), structure('date', dayText(dayAt(cause.at)))],
      ],
    })),
    notes: [[text('Lời của đơn vị ghi; số trong lời không lấy từ biểu nào.')]],
  }
}

/** The whole where the target is missed, then the places below that miss it. */
function placesOf(row: TargetRow) {
  const below = row.children.filter((child) => child.organisation === null && child.verdict === 'notReached')
  return [...(row.overall === 'notReached' ? [row.place] : []), ...below.map((child) => child.place)]
}
