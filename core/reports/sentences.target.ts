// The sentences about one target: value with its fraction, rise or fall, reached or not and by how much, what is missing.
import type { PartRow, TargetRow } from '../programmes/boards/board.ts'
import { comparePercent } from '../programmes/targets/fraction.ts'
import type { Part } from '../programmes/targets/scope.ts'
import { named, quotation, structure, text, type Block, type Run } from './document.ts'
import { isEstimated, type Figure, type FigureBook } from './figure.ts'
import type { Figures } from './figures.ts'
import { tellChange } from './sentences.change.ts'
import { runsOfTyped } from './typed.ts'
import { levelText, placesInSentence, unitWord, upperFirst } from './words.ts'

export interface Telling {
  figures: Figures
  book: FigureBook
  /** What the targets are quoted from: “Chương trình số 42-CTr/HU ngày 03/3/2023”. */
  source: string
}

/** A paragraph for the target, and a list of what belongs to it. */
export function tellTarget(telling: Telling, row: TargetRow): Block[] {
  const lead = [structure('enumeration', `Chỉ tiêu ${row.target.no}. `, 'bold')]
  const name = runsOfTyped(row.target.name, telling.source).map((run) => ({ ...run, style: 'bold' as const }))
  const rest = row.exceptions.length > 0 ? [text(', chưa kể phần nêu riêng')] : []
  const paragraph = [...lead, ...name, ...rest, ...tellPart(telling, { row, part: 'main', counted: row.counted })]
  const items = [
    ...row.target.exceptions.map((exception, at) => {
      const own = row.exceptions[at]!
      const named = runsOfTyped(upperFirst(exception.name), telling.source)
      return [...named, ...tellPart(telling, { row: own, target: row, part: exception.no, counted: row.counted })]
    }),
    ...tellCompanions(telling, row),
    ...tellOverlap(telling, row),
    ...tellMissing(telling, row),
    ...tellEstimates(telling, row),
  ]
  const list: Block[] = items.length > 0 ? [{ kind: 'list', items }] : []
  return [{ kind: 'paragraph', runs: paragraph }, ...list]
}

interface Told {
  row: PartRow
  target?: TargetRow
  part: Part
  counted: string | null
}

/** “ (giao trên 80 %): 84,9 % (75.010/88.335), tăng … so với năm …; tạm tính đạt.” */
function tellPart(telling: Telling, { row, target = row as TargetRow, part, counted }: Told): Run[] {
  const { figures, book, source } = telling
  const { unit } = target.target.indicator
  const asked = { target: target.target, part }
  const figure = figures.now(asked)
  const level = quotation(levelText(row, unit), source)
  const head = [text(' (giao '), level, text('): ')]
  if (figure.value === null) return [...head, text('chưa có số liệu.')]
  const about = isEstimated(figure) ? [text('ước ')] : []
  const value =
    unit === '%' ? [book.show(figure), text(' ('), book.show(figure, 'fraction'), text(')')] : [book.show(figure)]
  return [
    ...head,
    ...about,
    ...value,
    ...tellChange(book, { figure, before: figures.before(asked) }, figures.gathered.before?.period.name),
    text('; '),
    ...tellVerdict(book, { figure, row, counted }),
    text('.'),
  ]
}

function tellVerdict(
  book: FigureBook,
  { figure, row, counted }: { figure: Figure; row: PartRow; counted: string | null },
): Run[] {
  const provisional = row.complete ? '' : 'tạm tính '
  if (row.verdict === 'reached') {
    const exactly = figure.unit === '%' && comparePercent(figure, row.threshold) === 0
    return [text(`${provisional}đạt${exactly ? ', vừa bằng mức giao' : ''}`)]
  }
  if (!row.missing) return [text(`${provisional}chưa đạt`)]
  return [text(`${provisional}chưa đạt, thiếu `), book.show(figure, 'missing'), text(` ${unitWord(counted)}`)]
}

function tellCompanions({ figures, book, source }: Telling, row: TargetRow): Run[][] {
  return row.target.companions.map((companion, at) => {
    const { verdict, count } = row.companions[at]!
    const figure = figures.now({ target: row.target, part: { companion: companion.no } })
    const unit = figures.gathered.cells.find((cell) => cell.countId === companion.countId)?.unit ?? null
    const head = [text('Điều kiện kèm theo “'), ...runsOfTyped(companion.name, source), text('”: ')]
    if (count === null) return [...head, text('chưa có số liệu.')]
    const provisional = row.complete && !isEstimated(figure) ? '' : 'tạm tính '
    const told = [
      ...(isEstimated(figure) ? [text('ước ')] : []),
      book.show(figure),
      text(` ${unitWord(unit)}; ${provisional}${verdict === 'reached' ? 'đạt' : 'chưa đạt'}.`),
    ]
    return [...head, ...told]
  })
}

/** Memberships and persons are two things: said wherever the target asks for it. */
function tellOverlap({ figures, book }: Telling, row: TargetRow): Run[][] {
  if (!row.target.overlapFactor) return []
  const overlap = figures.overlap(row.target)
  if (overlap.value === null) return [[text('Trùng giữa các tổ chức: chưa nơi nào rà soát.')]]
  return [
    [
      text('Hệ số trùng giữa các tổ chức: '),
      book.show(overlap),
      text(' ('),
      book.show(overlap, 'numerator'),
      text(' lượt hội viên trên '),
      book.show(overlap, 'denominator'),
      text(' người, ở '),
      book.show(overlap, 'places'),
      text(' địa bàn đã rà soát).'),
    ],
  ]
}

/** “Tạm tính, chưa đủ số liệu: còn thiếu xã Mã Đà.” */
function tellMissing({ figures, book }: Telling, row: TargetRow): Run[][] {
  if (row.complete && row.exceptions.every((exception) => exception.complete)) return []
  const late = [row, ...row.exceptions].flatMap((part) => part.children).filter((child) => child.lacking)
  const places = [...new Set(late.filter((child) => !child.organisation).map((child) => child.place.name))]
  const bodies = [...new Set(late.flatMap((child) => child.organisation ?? []))].map((key) =>
    figures.gathered.organisations.get(key)!,
  )
  const coverage = figures.coverage(row.target, 'everyone')
  const told: Run[] = [text('Số liệu tạm tính, chưa đủ: ')]
  if (places.length + bodies.length > 0) told.push(text('còn thiếu '), ...placesInSentence([...places, ...bodies]))
  if (coverage.value !== null && coverage.numerator < coverage.denominator)
    told.push(
      text(told.length > 1 ? '; mới có ' : 'mới có '),
      book.show(coverage, 'fraction'),
      text(' đơn vị có số liệu'),
    )
  if (told.length === 1 && [row, ...row.exceptions].some((part) => part.estimated > 0)) return []
  if (told.length === 1) told.push(named('chưa có đơn vị nào báo cáo'))
  return [[...told, text('.')]]
}

/** “Số ước, chờ số chính thức của: xã Tân An.” The bodies are in the trace; the sentence names where they lie. */
function tellEstimates({ figures }: Telling, row: TargetRow): Run[][] {
  const parts = [row, ...row.exceptions]
  if (parts.every((part) => part.estimated === 0) && row.companions.every((one) => one.estimated === 0)) return []
  const about = parts.flatMap((part) => part.children).filter((child) => child.estimated > 0)
  const names = about.map(({ place, organisation }) =>
    organisation ? figures.gathered.organisations.get(organisation)! : place.name,
  )
  return [[text('Số ước, chờ số chính thức của: '), ...placesInSentence([...new Set(names)], 'ước'), text('.')]]
}
