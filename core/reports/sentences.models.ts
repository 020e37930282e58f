// The paragraph and the table of “Dân vận khéo” models: what the year counts, in all and by field, with the names of the new ones.
import type { YearCount } from '../models/model.ts'
import { column } from './annex.parts.ts'
import { named, structure, text, type Block, type Run } from './document.ts'
import type { Figure, FigureBook } from './figure.ts'
import { modelFigure, yearCountNames, type ModelCounts } from './model-figures.ts'
import type { Telling } from './sentences.target.ts'

type Table = Extract<Block, { kind: 'table' }>

/** Nothing where the registry counts nothing: whether it was used at all is not for the machine to say. */
export function tellModels({ book, figures }: Telling): Block[] {
  const { models } = figures.gathered
  if (models.models.length === 0) return []
  return [{ kind: 'paragraph', runs: paragraphOf(book, models) }, ...namesOfNew(models), tableOf(book, models)]
}

const figureOf = (models: ModelCounts, cited: string): Figure => modelFigure(models, cited)!

/** In the order of a sentence; a count that is nought is in the table and not in words. */
const clauses: readonly [YearCount, string, string][] = [
  ['fresh', ', trong đó ', ' công nhận lần đầu trong năm'],
  ['maintained', '; ', ' của những năm trước được rà soát và duy trì'],
  ['effective', '; ', ' được rà soát xếp loại tốt, khá'],
  ['replicated', '; ', ' làm theo mô hình nơi khác'],
  ['ended', '; ', ' kết thúc'],
]

function paragraphOf(book: FigureBook, models: ModelCounts): Run[] {
  const shown = (count: YearCount) => book.show(figureOf(models, count))
  const told = clauses.filter(([count]) => figureOf(models, count).numerator > 0)
  return [
    ...[text('Theo sổ mô hình “Dân vận khéo”, '), structure('period', `năm ${models.year}`), text(' có ')],
    ...[shown('registered'), text(' mô hình, điển hình đăng ký; ')],
    ...[shown('recognised'), text(' đã được công nhận')],
    ...told.flatMap(([count, before, after]) => [text(before), shown(count), text(after)]),
    text('.'),
  ]
}

/** More names than these are found behind the figure. */
const mostNamed = 20

/** A person is never named by the machine. */
function namesOfNew({ models }: ModelCounts): Block[] {
  const names = models.filter(({ fresh, name }) => fresh && name !== '').map(({ name }) => name)
  if (names.length === 0 || names.length > mostNamed) return []
  const listed = names.flatMap((name, at) => [text(at === 0 ? '“' : '; “'), named(name), text('”')])
  return [{ kind: 'paragraph', runs: [text('Mới trong năm: '), ...listed, text('.')] }]
}

function tableOf(book: FigureBook, models: ModelCounts): Table {
  const used = models.fields.filter(({ key }) => models.models.some(({ field }) => field === key))
  const cells = (narrow: string) => yearCountNames.map(([count]) => [book.show(figureOf(models, count + narrow))])
  return {
    kind: 'table',
    title: [text('Mô hình, điển hình “Dân vận khéo” '), structure('period', `năm ${models.year}`)],
    columns: [
      column('STT', 6, 'centre'),
      column('Lĩnh vực', 24),
      ...yearCountNames.map(([, label]) => column(label, 10, 'right')),
    ],
    rows: [
      ...used.map(({ key, name }, at) => ({
        cells: [[structure('enumeration', String(at + 1))], [named(name)], ...cells(`.${key}`)],
      })),
      { cells: [[], [text('Cộng', 'bold')], ...cells('')] },
    ],
    notes: [
      [text('Mỗi mô hình chỉ ở một trong ba cột mới, duy trì, kết thúc; công nhận kể cả những năm trước.')],
      [text('Hiệu quả: đã công nhận, rà soát trong năm xếp loại tốt hoặc khá.')],
    ],
  }
}
