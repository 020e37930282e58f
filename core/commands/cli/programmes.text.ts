// Boards and explanations as text for a terminal.
import type { z } from 'zod'
import type { Board } from '../../programmes/boards/board.schema.ts'
import type { explainFigure } from '../../programmes/boards/explain.operations.ts'
import { number, table } from './table.ts'

const verdicts = { reached: 'đạt', notReached: 'CHƯA ĐẠT', noData: 'chưa có số liệu' }

function valueOf(value: string | null, unit: '%' | 'count'): string {
  return value === null ? '–' : unit === '%' ? `${value.replace('.', ',')} %` : value
}

export function boardText(board: Board): string {
  const rows = board.targets.flatMap((target) => [
    ...[target, ...target.exceptions].map((part) => [
      part === target ? target.name : `   ${part.name}`,
      valueOf(part.value, part.unit),
      `${part.comparator} ${part.threshold.replace('.', ',')}`,
      part.denominator > 0 ? `${number(part.numerator)} / ${number(part.denominator)}` : '',
      `${part.reported}/${part.expected}`,
      `${verdicts[part.verdict]}${part.complete ? '' : part.estimated > 0 ? ' (tạm tính, số ước)' : ' (tạm tính)'}`,
    ]),
    ...target.companions.map((companion) => [
      `   ${companion.condition}`,
      companion.count === null ? '–' : String(companion.count),
      `${companion.comparator} ${companion.threshold}`,
      '',
      '',
      `${verdicts[companion.verdict]}${companion.estimated > 0 ? ' (tạm tính, số ước)' : ''}`,
    ]),
  ])
  const missing = board.missing.map((one) => one.organisation ?? one.place.name).join(', ')
  return [
    `${[board.programme.number, board.programme.title].filter(Boolean).join(' · ')} · ${board.place.name} · ${board.period.name}`,
    `Đã nhận ${board.reported} trên ${board.expected}.${missing ? ` Chưa gửi: ${missing}.` : ''}`,
    ...(board.estimated > 0 ? [`Trong đó ${board.estimated} biểu là số ước, chờ số chính thức.`] : []),
    ...(board.programme.illustrative ? ['Số liệu minh hoạ.'] : []),
    '',
    table(['Chỉ tiêu', 'Kết quả', 'Giao', 'Phân số', 'Báo cáo', 'Kết luận'], rows),
  ].join('\n')
}

export function explainText(it: z.output<(typeof explainFigure)['output']>): string {
  const rows = it.inputs.map((input) => [
    input.body.name,
    input.countName,
    input.role === 'numerator' ? 'tử' : 'mẫu',
    `${input.nature === 'estimate' ? 'ước ' : ''}${number(input.value)}`,
    [input.reportedBy, input.reportedAt?.slice(0, 10)].filter(Boolean).join(', '),
    [input.acceptedBy, input.acceptedAt?.slice(0, 10)].filter(Boolean).join(', '),
  ])
  return [
    `${it.part}: ${valueOf(it.value, it.indicator.unit as '%')} · ${it.place.name} · ${it.period.name}`,
    `${it.formula} = ${number(it.numerator)} / ${number(it.denominator)}, giao ${it.comparator} ${it.threshold}: ${verdicts[it.verdict]}`,
    `Định nghĩa ${it.indicator.key} bản ${it.indicator.versionNo}: ${it.indicator.wording}`,
    '',
    table(['Đơn vị', 'Số đếm', 'Vai', 'Giá trị', 'Báo cáo', 'Nhận'], rows),
  ].join('\n')
}
