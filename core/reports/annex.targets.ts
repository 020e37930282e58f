// Annex: every target with its fraction, against the period before, reached or not.
import { restsOnEstimates, type PartRow, type TargetRow } from '../programmes/boards/board.ts'
import type { FigureName } from '../programmes/boards/figure.ts'
import { quotation, named, structure, text, type Block, type Run } from './document.ts'
import type { Figure } from './figure.ts'
import { directionOf, likeForLike } from './sentences.change.ts'
import type { Telling } from './sentences.target.ts'
import { runsOfTyped } from './typed.ts'
import { levelText, lowerFirst, unitOf, unitWord, upperFirst } from './words.ts'
import { about, column } from './annex.parts.ts'

type Table = Extract<Block, { kind: 'table' }>
type Row = Table['rows'][0]

export function tableOfTargets(telling: Telling, rows: readonly TargetRow[]): Table {
  const before = telling.figures.gathered.before
  return {
    kind: 'table',
    title: [text('Kết quả thực hiện chỉ tiêu')],
    columns: [
      column('STT', 5, 'centre'),
      column('Chỉ tiêu', 30),
      column('Đơn vị tính', 8, 'centre'),
      column('Chỉ tiêu giao', 13, 'centre'),
      column('Kết quả', 9, 'right'),
      column('Phân số', 14, 'right'),
      { ...column('', 13, 'right'), label: before ? comparedWith(before.period.name) : [text('So với kỳ trước')] },
      column('Kết luận', 14),
    ],
    rows: rows.flatMap((row) => rowsOfTarget(telling, row)),
    notes: [
      [
        text('So sánh bằng phân số đúng; tỷ lệ chỉ làm tròn khi viết ra. Mức giao theo '),
        named(telling.source),
        text('.'),
      ],
      [text('“Khác phạm vi”: hai kỳ không cùng những đơn vị báo cáo, nên tăng giảm chỉ để tham khảo.')],
      [text('“Tạm tính”: chưa nhận đủ báo cáo, thiếu thì để là thiếu, không tính là không.')],
      ...(rows.some(restsOnEstimates)
        ? [[text('“Ước”: có số ước, chờ số chính thức thay vào; kết luận vì vậy chỉ là tạm tính.')]]
        : []),
    ],
  }
}

function comparedWith(period: string): Run[] {
  return [text('So với '), structure('period', lowerFirst(period))]
}

function rowsOfTarget(telling: Telling, row: TargetRow): Row[] {
  const no = structure('enumeration', String(row.target.no))
  const main = cellsOfPart(telling, row, { row, part: 'main' })
  const exceptions = row.target.exceptions.map((exception, at) => ({
    cells: [
      [],
      runsOfTyped(upperFirst(exception.name), telling.source),
      ...cellsOfPart(telling, row, { row: row.exceptions[at]!, part: exception.no }),
    ],
    sub: true,
  }))
  const companions = row.target.companions.map((companion, at) => {
    const figure = telling.figures.now({ target: row.target, part: { companion: companion.no } })
    const unit = telling.figures.gathered.cells.find((cell) => cell.countId === companion.countId)?.unit ?? null
    const level = quotation(levelText(companion, 'count'), telling.source)
    const own = row.companions[at]!
    const verdict = verdictText({ ...own, complete: row.complete && own.estimated === 0 })
    const name = runsOfTyped(upperFirst(companion.name), telling.source)
    return {
      cells: [[], name, [text(unitWord(unit))], [level], value(telling, figure), [], [], [text(verdict)]],
      sub: true,
    }
  })
  const name = runsOfTyped(row.target.name, telling.source)
  return [{ cells: [[no], name, ...main] }, ...exceptions, ...companions]
}

function cellsOfPart(
  telling: Telling,
  target: TargetRow,
  { row, part }: { row: PartRow; part: FigureName['part'] },
): Run[][] {
  const { figures, book, source } = telling
  const { unit } = target.target.indicator
  const asked = { target: target.target, part }
  const figure = figures.now(asked)
  const before = figures.before(asked)
  const change = figure.value !== null && before ? changed(telling, figure, before) : [text('–')]
  const level = quotation(levelText(row, unit), source)
  return [
    [structure('unit', unit === '%' ? unitOf['%'] : unitWord(target.counted))],
    [level],
    value(telling, figure),
    figure.value === null || unit !== '%' ? [] : [book.show(figure, 'fraction')],
    change,
    [text(verdictText(row)), ...shortOf(telling, { figure, row, counted: target.counted })],
  ]
}

function shortOf(
  { book }: Telling,
  { figure, row, counted }: { figure: Figure; row: PartRow; counted: string | null },
): Run[] {
  if (row.verdict !== 'notReached' || !row.missing) return []
  return [text(', thiếu '), book.show(figure, 'missing'), text(` ${unitWord(counted)}`)]
}

function value({ book }: Telling, figure: Figure): Run[] {
  return figure.value === null ? [text('chưa có')] : [...about(figure), book.show(figure)]
}

function changed({ book }: Telling, figure: Figure, before: Figure): Run[] {
  const apart = likeForLike(figure, before) ? [] : [text(' (khác phạm vi)')]
  const direction = directionOf(figure, before)
  if (direction === 0) return [text('không đổi'), ...apart]
  return [text(direction > 0 ? 'tăng ' : 'giảm '), book.show(figure, 'change', before), ...apart]
}

function verdictText({ verdict, complete, estimated }: Pick<PartRow, 'verdict' | 'complete' | 'estimated'>): string {
  if (verdict === 'noData') return 'chưa có số liệu'
  const told = verdict === 'reached' ? 'đạt' : 'chưa đạt'
  return complete ? upperFirst(told) : `Tạm tính ${told}${estimated > 0 ? ' (số ước)' : ''}`
}
