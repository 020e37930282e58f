// How answers about places read in a terminal.
import { shownDay } from '../../shared/day.ts'
import type { z } from 'zod'
import type { placeShown, totalShown } from '../../places/place.outputs.ts'
import { columns, number, span, table } from './table.ts'

export function carriedText(
  carried: Record<'carriedWhole' | 'carriedInParts' | 'notComparable' | 'lost', number | null>,
): string {
  return columns([
    ['So sánh được trọn vẹn', number(carried.carriedWhole ?? 0)],
    ['So sánh được theo tỉ lệ đã biết (ước tính)', number(carried.carriedInParts ?? 0)],
    ['Không so sánh được (bị chia, không biết tỉ lệ)', number(carried.notComparable ?? 0)],
    ['Không còn đơn vị kế tục', number(carried.lost ?? 0)],
  ])
}

type Shown = z.output<typeof placeShown>

/** Which keys an estimate rests on, and who answers for them. */
export function keysText(keys: z.output<typeof totalShown>['keys']): string {
  if (keys.length === 0) return ''
  const rows = keys.map((key) => [key.place, `bản ${key.version}`, key.author, key.basis ?? ''])
  return `\n\nƯớc tính theo khoá chia\n${table(['Địa bàn', 'Khoá', 'Cơ quan ghi', 'Căn cứ'], rows)}`
}

export function placeText(place: Shown): string {
  const { at, versions } = place
  const named = at ?? versions.at(-1)!
  const head = at
    ? `${at.fullName}, mã ${at.code ?? 'không có'}, ngày ${shownDay(place.on)}`
    : `${named.fullName} (ngày ${shownDay(place.on)} không còn hiệu lực)`
  return [
    head,
    place.ancestors.length > 0 && `Thuộc ${place.ancestors.map((above) => above.fullName).join(', ')}`,
    `\nTên qua các thời kỳ\n${table(
      ['Tên', 'Mã', 'Hiệu lực', 'Căn cứ'],
      versions.map((one) => [one.fullName, one.code, span(one.validFrom, one.validTo), one.act ?? '']),
    )}`,
    relatives('Trước đó', place.predecessors),
    relatives('Về sau', place.successors),
    place.children.length > 0 &&
      `\nTrực thuộc (${place.children.length}): ${place.children.map((child) => child.fullName).join(', ')}`,
    ...place.pending.map((each) => `\nChưa cập nhật: ${each.what} (${each.act}, ${shownDay(each.onDate)})`),
  ]
    .filter((part) => part)
    .join('\n')
}

const kinds = { renamed: 'đổi tên', retyped: 'đổi loại', merged: 'nhập', split: 'chia', dissolved: 'giải thể' }

function relatives(title: string, lines: Shown['predecessors']): string | false {
  if (lines.length === 0) return false
  const rows = lines.map((line) => [
    line.code,
    line.fullName,
    kinds[line.kind],
    shownDay(line.onDate),
    line.act?.number ?? '',
  ])
  return `\n${title}\n${table(['Mã', 'Tên', 'Việc', 'Ngày', 'Căn cứ'], rows)}`
}

/** What an act from a sheet did, or would do. */
export function actText(told: {
  saved: boolean
  id: number | null
  lines: number
  changed: number
  made: number
  same: number
  follow: number
}): string {
  const did = told.saved ? `Đã lưu văn bản (mã ${told.id}).` : 'Không có lỗi. Chưa lưu gì: bỏ --dry-run để lưu.'
  const rows = [
    ['dòng', told.lines],
    ['đơn vị cũ có thay đổi', told.changed],
    ['đơn vị mới', told.made],
    ['đơn vị đổi tên, loại, mã hoặc cấp trên', told.same],
    ['đơn vị bên dưới đi theo', told.follow],
  ].map(([what, count]) => [`  ${what}`, String(count)])
  return `${did}\n${columns(rows)}`
}

/** What a table of keys did, or would do. */
export function keysWrittenText(told: { saved: boolean; places: number; made: number; changed: number; same: number }) {
  const did = told.saved ? 'Đã ghi các khoá chia.' : 'Không có lỗi. Chưa ghi gì: bỏ --dry-run để ghi.'
  const rows = [
    ['địa bàn', told.places],
    ['khoá mới', told.made],
    ['khoá đã có, ghi thêm một bản', told.changed],
    ['khoá y như bản đang dùng', told.same],
  ].map(([what, count]) => [`  ${what}`, String(count)])
  return `${did}\n${columns(rows)}`
}
