// The board as a workbook: one sheet of targets, one of children; marked when the figures are illustrative.
import writeXlsxFile from 'write-excel-file/node'
import type { Board } from './board.schema.ts'

type Target = Board['targets'][0]

const heads = [
  'Chỉ tiêu',
  'Phạm vi',
  'Giao',
  'Tử số',
  'Mẫu số',
  'Kết quả',
  'Đơn vị',
  'Kết luận',
  'Đã báo cáo',
  'Phải báo cáo',
  'Đủ',
  'Biểu là số ước',
]
const verdicts = { reached: 'đạt', notReached: 'chưa đạt', noData: 'chưa có số liệu' }

/** The file's bytes. Figures are numbers, so that a spreadsheet can go on with them. */
export async function boardWorkbook(board: Board): Promise<Buffer> {
  const mark = board.programme.illustrative ? [[text('SỐ LIỆU MINH HOẠ')]] : []
  const title = [
    [text(`${board.programme.number ?? ''} ${board.programme.title}`.trim())],
    [text(`${board.place.name} · ${board.period.name}`)],
  ]
  const targets = board.targets.flatMap((target) => [
    partRow(target, target, 'toàn bộ phần chính'),
    ...target.exceptions.map((exception) => partRow(target, exception, exception.name)),
    ...target.companions.map((companion) => [
      text(target.name),
      text(companion.condition),
      text(`${companion.comparator} ${companion.threshold}`),
      number(companion.count),
      null,
      number(companion.count),
      text('số đếm'),
      text(verdictOf(companion)),
      null,
      null,
      null,
      number(companion.estimated),
    ]),
  ])
  const children = board.targets.flatMap((target) =>
    [target, ...target.exceptions].flatMap((part) =>
      part.children
        .flatMap(withBodies)
        .map((child) => [
          text(target.name),
          text(part === target ? '' : part.name),
          text(child.place.code ?? ''),
          text(child.place.name),
          text(child.body?.name ?? child.organisation ?? ''),
          number(child.value === null ? null : child.numerator),
          number(child.value === null || part.unit === 'count' ? null : child.denominator),
          number(child.value === null ? null : Number(child.value)),
          text(verdictOf(child)),
          text(child.complete ? 'đủ' : 'tạm tính'),
          number(child.estimated),
          text(part === target && child.share ? `${target.comparator} ${child.share.threshold}` : ''),
          text(part === target && child.share ? verdicts[child.share.verdict] : ''),
        ]),
    ),
  )
  const childHeads = [
    'Chỉ tiêu',
    'Phạm vi',
    'Mã',
    'Địa bàn',
    'Tổ chức',
    'Tử số',
    'Mẫu số',
    'Kết quả',
    'Kết luận',
    'Đủ',
    heads.at(-1)!,
    'Mức được giao',
    'So với mức được giao',
  ]
  return writeXlsxFile([
    { data: [...mark, ...title, heads.map(head), ...targets], sheet: 'Chỉ tiêu', columns: widths(40, 30) },
    { data: [...mark, ...title, childHeads.map(head), ...children], sheet: 'Từng đơn vị', columns: widths(40, 24) },
  ]).toBuffer()
}

function partRow(target: Target, part: Target | Target['exceptions'][0], scope: string) {
  return [
    text(target.name),
    text(scope),
    text(`${part.comparator} ${part.threshold}${part.unit === '%' ? ' %' : ''}`),
    number(part.numerator),
    number(part.unit === '%' ? part.denominator : null),
    number(part.value === null ? null : Number(part.value)),
    text(part.unit),
    text(verdictOf(part)),
    number(part.reported),
    number(part.expected),
    text(part.complete ? 'đủ' : 'tạm tính'),
    number(part.estimated),
  ]
}

type Child = Target['children'][0]

/** Bodies by name follow their organisation, as the bases of a labour federation. */
function withBodies(child: Child): (Omit<Child, 'bodies'> & { body?: { name: string } })[] {
  return [child, ...child.bodies.map((one) => ({ ...child, ...one }))]
}

/** “đạt (số ước)”: a verdict on estimates does not stand alone. */
function verdictOf({ verdict, estimated }: { verdict: keyof typeof verdicts; estimated: number }): string {
  return verdicts[verdict] + (estimated > 0 && verdict !== 'noData' ? ' (số ước)' : '')
}

const text = (value: string) => ({ value, type: String, wrap: true })
const number = (value: number | null) => (value === null ? null : { value, type: Number })
const head = (value: string) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })
const widths = (first: number, second: number) => [
  { width: first },
  { width: second },
  ...Array(11).fill({ width: 14 }),
]
