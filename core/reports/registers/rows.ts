// The register of outgoing documents as rows, with the fields the paper one has (NĐ 30/2020 Điều 16, phụ lục IV). Pure.
import { documentKinds } from '../../documents/document.ts'
import type { RegisterLine } from '../../documents/register.read.ts'
import { shownDay } from '../../shared/day.ts'

export const registerColumns = [
  { label: 'Số, ký hiệu', width: 12 },
  { label: 'Ngày văn bản', width: 10 },
  { label: 'Tên loại và trích yếu', width: 30 },
  { label: 'Người ký', width: 15 },
  { label: 'Nơi nhận', width: 22 },
  { label: 'Bản lưu', width: 11 },
  { label: 'Số bản', width: 6 },
  { label: 'Ghi chú', width: 24 },
] as const

export type RegisterRow = string[]

/** In the order of the paper register: series by series, the first number first. */
export function registerRows(lines: readonly RegisterLine[]): RegisterRow[] {
  const inOrder = lines.toSorted(
    (a, b) => a.kind.localeCompare(b.kind, 'vi') || a.seriesId - b.seriesId || a.number - b.number,
  )
  return inOrder.map((line) => [
    line.fullNumber,
    shownDay(line.dated),
    `${documentKinds.find(({ key }) => key === line.kind)?.name ?? line.kind}: ${line.summary}`,
    line.signedBy ?? '',
    line.recipients?.split('\n').join('; ') ?? '',
    line.keptBy ?? '',
    line.copies === null ? '' : String(line.copies),
    notesOf(line).join('; '),
  ])
}

/** A cancelled number keeps its reason, a replaced one says by which, a corrected one by what. */
export function notesOf(line: RegisterLine): string[] {
  return [
    line.cancelReason ? `Huỷ số: ${line.cancelReason}` : '',
    line.replaces ? `Thay văn bản ${line.replaces}` : '',
    line.replacedBy ? `Được thay bằng ${line.replacedBy}` : '',
    ...line.notices.map(
      ({ kind, number, dated }) =>
        `${kind === 'recall' ? 'Thu hồi' : 'Đính chính'} theo ${number} ngày ${shownDay(dated)}`,
    ),
    line.scanned ? 'Có bản quét' : '',
  ].filter(Boolean)
}
