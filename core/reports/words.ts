// Words of a report: comparators, units, places and bodies as they stand inside a sentence.
import { nameInSentence } from '../places/place.ts'
import type { Comparator } from '../programmes/targets/fraction.ts'
import { named, text, type Run } from './document.ts'
import { decimalText, percentOf } from './numbers.ts'

const unitWords: Record<string, string> = {
  person: 'người',
  membership: 'người',
  household: 'hộ',
  organisation: 'tổ chức',
  model: 'mô hình',
  meeting: 'cuộc',
}

export function unitWord(unit: string | null): string {
  return unitWords[unit ?? ''] ?? 'đơn vị'
}

export const unitOf = { '%': '%', count: 'số' } as const

/** “trên 80 %”, “từ 45 % trở lên”, “0”. */
export function levelText(level: { comparator: Comparator; threshold: string }, unit: '%' | 'count'): string {
  const value = unit === '%' ? percentOf(level.threshold) : decimalText(level.threshold)
  const patterns: Record<Comparator, string> = {
    '>': `trên ${value}`,
    '>=': `từ ${value} trở lên`,
    '=': value,
    '<=': `không quá ${value}`,
    '<': `dưới ${value}`,
  }
  return patterns[level.comparator]
}

/** More names than this are too many for a sentence. */
const most = 12

/** “xã Mã Đà, xã Phú Lý và thị trấn Vĩnh An”; of too many the rest is found in the annex by its mark, which has them all. */
export function placesInSentence(names: readonly string[], mark: 'chưa báo cáo' | 'ước' = 'chưa báo cáo'): Run[] {
  const shown = names.slice(0, most).map(nameInSentence)
  const runs = shown.flatMap((name, at): Run[] => {
    const last = at > 0 && at === shown.length - 1 && names.length <= most
    return at === 0 ? [named(name)] : [text(last ? ' và ' : ', '), named(name)]
  })
  return names.length > most ? [...runs, text(` và những nơi ghi “${mark}” trong phụ lục`)] : runs
}

export function lowerFirst(words: string): string {
  return words.slice(0, 1).toLowerCase() + words.slice(1)
}

export function upperFirst(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

/** “03/3/2023”: as Party documents write a day inside a sentence. */
export function dayText(day: string): string {
  const [year, month, date] = day.split('-') as [string, string, string]
  return `${date}/${Number(month) <= 2 ? month : String(Number(month))}/${year}`
}
