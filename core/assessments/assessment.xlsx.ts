// The summary table of an assessment as a workbook, one line a body; marked when the figures are illustrative.
import writeXlsxFile from 'write-excel-file/node'
import type { AssessmentShown } from './assessment.operations.ts'
import { titleOf, type Stage } from './scoresheet.ts'

const heads = [
  'TT',
  'Đơn vị',
  'Loại',
  'Tình trạng',
  'Tự chấm',
  'Thẩm định',
  'Chênh lệch',
  'Tối đa',
  'Xếp loại',
  'Công nhận',
  'Quyết định',
  'Ngày',
]
const kinds = { '': '', commune: 'xã, phường', agency: 'cơ quan, đơn vị', enterprise: 'doanh nghiệp' }
const stages: Record<Stage, string> = {
  due: 'chưa tự chấm',
  draft: 'đang tự chấm',
  sent: 'đã gửi, chờ thẩm định',
  returned: 'trả lại để bổ sung',
  verified: 'đã thẩm định',
  decided: 'đã có quyết định',
  excused: 'ra khỏi đợt',
}

/** The file's bytes. Points are numbers, so that a spreadsheet can go on with them. */
export async function assessmentWorkbook(shown: AssessmentShown): Promise<Buffer> {
  const mark = shown.illustrative ? [[text('SỐ LIỆU MINH HOẠ')]] : []
  const title = [[text(titleOf(shown))], [text(`${shown.body.name} · ${shown.place}`)]]
  const rows = shown.sheets.map((one, i) => [
    number(i + 1),
    text(one.endedOn === null ? one.body : `${one.body} (đã kết thúc ${one.endedOn})`),
    text(kinds[one.ofKind]),
    text(one.onPaper ? `${stages[one.stage]}; nhập thay theo bản giấy` : stages[one.stage]),
    number(one.self),
    number(one.verified),
    number(one.self === null || one.verified === null ? null : Math.round((one.verified - one.self) * 100) / 100),
    number(one.most),
    text(one.class ?? ''),
    text(one.passes === null ? '' : one.passes ? 'được công nhận' : 'không'),
    text(one.decision ?? ''),
    text(one.decidedOn ?? ''),
  ])
  const data = [...mark, ...title, heads.map((head) => ({ value: head, fontWeight: 'bold' as const })), ...rows]
  return writeXlsxFile([
    { data, sheet: 'Tổng hợp', columns: heads.map((_, i) => ({ width: i === 1 ? 42 : 16 })) },
  ]).toBuffer()
}

const text = (value: string) => ({ value, type: String })
const number = (value: number | null) => (value === null ? null : { value, type: Number })
