// What was typed or stands in a file, read as a number, a day or words; two ways of writing decimals, never guessed between.
// Pure; also used in the browser.
import { shownDay, isDay, type Day } from '../../shared/day.ts'
import type { Sentence } from '../../shared/result.ts'

export const cellTypes = ['number', 'text', 'date'] as const
export type CellType = (typeof cellTypes)[number]

export type Read = { value: string | null } | { fault: Sentence }

/** How a sheet writes decimals, as far as its own cells tell without doubt. */
export interface Habit {
  comma: boolean
  dot: boolean
}

const vietnamese =
  /^-?(\d{1,3}(\.\d{3})+|\d+),(\d{1,2}|\d{4,})$|^-?\d{1,3}(\.\d{3})+,\d+$|^-?\d{1,3}(\.\d{3}){2,}$|^-?0\d*,\d+$/
const english =
  /^-?(\d{1,3}(,\d{3})+|\d+)\.(\d{1,2}|\d{4,})$|^-?\d{1,3}(,\d{3})+\.\d+$|^-?\d{1,3}(,\d{3}){2,}$|^-?0\d*\.\d+$/

export function habitOf(texts: Iterable<string>): Habit {
  const habit = { comma: false, dot: false }
  for (const text of texts) {
    const plain = bare(text)
    if (vietnamese.test(plain)) habit.comma = true
    else if (english.test(plain)) habit.dot = true
  }
  return habit
}

export function readTyped(text: string, type: CellType, habit: Habit): Read {
  const plain = text.normalize('NFC').trim()
  if (plain === '') return { value: null }
  if (type === 'number') return readNumber(plain, habit)
  return type === 'date' ? readDate(plain) : readWords(plain)
}

const mostWords = 2000
const shown = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text)

function readWords(text: string): Read {
  if (text.length > mostWords)
    return fault(`dài quá ${mostWords} chữ; hãy viết ngắn lại.`, `is longer than ${mostWords} characters; shorten it.`)
  return { value: text.replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/g, ' ') }
}

function readNumber(text: string, habit: Habit): Read {
  const plain = bare(text)
  if (/^-?\d+$/.test(plain)) return digits(plain)
  if (vietnamese.test(plain)) return digits(plain.replaceAll('.', '').replace(',', '.'))
  if (english.test(plain)) return digits(plain.replaceAll(',', ''))
  // Left over: three figures after one mark. 1.234 is a thousand here, unless this very sheet writes 12.5.
  if (/^-?\d{1,3}\.\d{3}$/.test(plain)) return habit.dot ? doubtful(text, plain) : digits(plain.replace('.', ''))
  if (/^-?\d+,\d{3}$/.test(plain))
    return habit.comma && !habit.dot ? digits(plain.replace(',', '.')) : doubtful(text, plain)
  if (/^-?\d{4,}\.\d{3}$/.test(plain)) return digits(plain)
  return fault(
    `“${shown(text)}” không phải số. Chỉ ghi số, ví dụ 1234 hoặc 12,5; đơn vị tính và lời giải thích để ở ô khác.`,
    `“${shown(text)}” is not a number. Write only the number, as 1234 or 12.5.`,
  )
}

function doubtful(text: string, plain: string): Read {
  const [whole, rest] = plain.split(/[.,]/)
  return fault(
    `“${shown(text)}” có thể hiểu hai cách. Nếu là hàng nghìn, ghi ${whole}${rest}; nếu là số lẻ, ghi ${whole},${rest}0.`,
    `“${shown(text)}” can be read in two ways. For thousands write ${whole}${rest}; for a decimal ${whole}.${rest}0.`,
  )
}

/** Fifteen figures are what a spreadsheet keeps. */
function digits(text: string): Read {
  if (text.replaceAll(/[-.]/g, '').replace(/^0+/, '').length > 15)
    return fault('số dài quá 15 chữ số.', 'has more than 15 figures.')
  const [whole = '', rest = ''] = text.replace('-', '').split('.')
  const plain = `${whole.replace(/^0+(?=\d)/, '')}${rest ? `.${rest}` : ''}`
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
  return { value: text.startsWith('-') && plain !== '0' ? `-${plain}` : plain }
}

function bare(text: string): string {
  return text
    .trim()
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace('−', '-')
}

function readDate(text: string): Read {
  const day = /^\d{4}-\d{2}-\d{2}/.test(text) ? text.slice(0, 10) : dayOf(text)
  if (day && isDay(day) && Number(day.slice(0, 4)) >= 1900) return { value: day }
  return fault(
    `“${shown(text)}” không phải ngày. Ghi ngày, tháng, năm, ví dụ 26/11/2026.`,
    `“${shown(text)}” is not a day. Write day, month, year, as 26/11/2026.`,
  )
}

function dayOf(text: string): Day | null {
  const found = /^(\d{1,2})[/.\-\s](\d{1,2})[/.\-\s](\d{4})$/.exec(text)
  return found ? `${found[3]}-${found[2]!.padStart(2, '0')}-${found[1]!.padStart(2, '0')}` : null
}

function fault(vi: string, en: string): Read {
  return { fault: { vi, en } }
}

/** A kept value as people write it: 1234.5 is 1234,5 and 2026-11-26 is 26/11/2026. What it says is read back the same. */
export function writtenAs(value: string, type: CellType): string {
  if (type === 'date') return shownDay(value)
  if (type === 'text') return value
  const [whole, rest] = value.split('.')
  return rest === undefined ? value : `${whole},${rest.length === 3 ? `${rest}0` : rest}`
}
