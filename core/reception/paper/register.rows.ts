// The register of reception as rows, with the fields the paper one has (Luật Tiếp công dân 2013 Điều 25, NĐ 154/2026 Điều 27). Pure.
import { shownDay } from '../../shared/day.ts'
import { groundOf, visitNumber, type Said } from '../reception.ts'
import type { RegisterLine } from '../visit.store.ts'

export const registerColumns = [
  { label: 'Số', width: 11 },
  { label: 'Ngày tiếp', width: 12 },
  { label: 'Họ tên, số người', width: 16 },
  { label: 'Địa chỉ', width: 16 },
  { label: 'Nội dung', width: 27 },
  { label: 'Đã được giải quyết', width: 16 },
  { label: 'Yêu cầu', width: 16 },
  { label: 'Xử lý, kết quả', width: 24 },
] as const

/** Who came and what was said; null where it stays sealed. */
export type Opened = { name: string; address: string; said: Said } | null

const sealed = '(niêm phong)'
const results = {
  accepted: 'Thụ lý',
  needsTime: 'Cần thêm thời gian',
  refused: 'Không thụ lý',
  transferred: 'Chuyển',
} as const

export function registerRow(line: RegisterLine, opened: Opened): string[] {
  const people = line.people > 1 ? ` (${line.people} người, ${line.representatives} đại diện)` : ''
  const said = opened?.said
  return [
    visitNumber(line),
    shownDay(line.day),
    (opened ? opened.name || '(không nêu tên)' : sealed) + people,
    opened?.address ?? sealed,
    said?.text ?? sealed,
    said?.earlier ?? '',
    said?.request ?? '',
    handled(line, said?.answer ?? ''),
  ]
}

function handled(line: RegisterLine, answer: string): string {
  const { handling, ground, result, resultPaper, toldOn, conclusion } = line
  const first = {
    answered: 'Trả lời tại chỗ',
    guided: 'Hướng dẫn',
    taken: 'Nhận thành hồ sơ',
    refused: 'Từ chối tiếp',
  }[handling]
  const because = groundOf(ground)
  return [
    answer ? `${first}: ${answer}` : first,
    because ? `${because.text.vi} (${because.article})` : '',
    result ? `${results[result]}${toldOn ? `, báo ngày ${shownDay(toldOn)}` : ''}` : '',
    resultPaper,
    conclusion ? `Kết luận ${conclusion}` : '',
  ]
    .filter(Boolean)
    .join('; ')
}

/** For other systems: nobody's name, and no word of what was said. */
export const exportColumns = [
  'number',
  'desk',
  'day',
  'people',
  'representatives',
  'door',
  'handling',
  'ground',
  'stage',
  'result',
  'toldOn',
  'due',
  'onTime',
  'conclusion',
] as const
export type ExportRow = Record<(typeof exportColumns)[number], string | number | null>

export function exportRow(line: RegisterLine): ExportRow {
  const {
    deskName: desk,
    day,
    people,
    representatives,
    door,
    handling,
    ground,
    stage,
    result,
    toldOn,
    due,
    dueAt,
    metAt,
  } = line
  const onTime = metAt === null || dueAt === null ? null : metAt <= dueAt ? 'có' : 'không'
  const { conclusion } = line
  return {
    ...{ number: visitNumber(line), desk, day, people, representatives, door, handling, ground, stage, result, toldOn },
    ...{ due, onTime, conclusion },
  }
}
