// An act as a sheet: CSV with “,”, “;” or tabs, with or without a byte order mark. Every faulty cell is named by its row.
import { parse, CsvError } from 'csv-parse/sync'
import {
  kindFromWords,
  kindWords,
  methodFromWords,
  methodWords,
  readShare,
  typeFromWords,
  type ChangeLine,
  type Column,
} from '../places/act/change.ts'
import { placeTypes } from '../places/place.ts'
import { problem, type Problem } from '../shared/result.ts'
import { searchKey } from '../shared/text.ts'

export const mostLines = 20_000

export interface SheetFault {
  /** null: the sheet as a whole. */
  line: number | null
  column: Column | null
  code: string
  vi: string
  en: string
}

export type Sheet = { ok: true; lines: ChangeLine[] } | { ok: false; faults: SheetFault[] }

/** How headings are written in the sheet to download; other spellings are understood. */
export const headings: Record<Column, string> = {
  kind: 'thay đổi',
  from: 'mã cũ',
  code: 'mã mới',
  name: 'tên mới',
  type: 'loại mới',
  parent: 'mã cấp trên mới',
  share: 'tỉ lệ',
  method: 'cách chia',
  note: 'ghi chú',
}

const known: Record<Column, RegExp> = {
  parent: /cap tren|thuoc|^parent/,
  from: /^ma cu|^ma don vi cu|^from/,
  code: /^ma moi|^ma don vi moi|^code/,
  name: /^ten|^name/,
  method: /cach (chia|tinh)|^method/,
  kind: /thay doi|^viec|^kind/,
  type: /loai|^type/,
  share: /^t[iy] le|^share/,
  note: /ghi chu|^note/,
}

/** What a row may hold under each heading, with a byte order mark for spreadsheets. */
export const templateText = `\uFEFF${Object.values(headings).join(';')}\r\n`

export function readSheet(text: string): Sheet {
  const records = recordsOf(text.replace(/^\uFEFF/, ''))
  if (!Array.isArray(records)) return { ok: false, faults: [records] }
  const [head, ...rows] = records.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (!head || rows.length === 0) return { ok: false, faults: [fault(null, null, ...words.empty)] }
  if (rows.length > mostLines) return { ok: false, faults: [fault(null, null, ...tooMany(rows.length))] }
  const order = head.cells.map(columnOf)
  const faults = faultsOfHeadings(head, order)
  if (faults.length > 0) return { ok: false, faults }
  const lines = rows.map((row) => lineOf(row, order, faults))
  return faults.length > 0 ? { ok: false, faults } : { ok: true, lines }
}

export interface Record_ {
  line: number
  cells: string[]
}

export function recordsOf(text: string): Record_[] | SheetFault {
  try {
    const options = { delimiter: delimiterOf(text), relax_column_count: true, trim: true, info: true } as const
    const records = parse(text, options) as unknown as { info: { lines: number }; record: string[] }[]
    return records.map(({ info, record }) => ({ line: info.lines, cells: record }))
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    const line = typeof error.lines === 'number' ? error.lines : null
    return fault(line, null, ...words.broken)
  }
}

function delimiterOf(text: string): string {
  const first = text.trimStart().split('\n', 1)[0] ?? ''
  if (first.includes('\t')) return '\t'
  return first.split(';').length > first.split(',').length ? ';' : ','
}

function columnOf(heading: string): Column | null {
  const key = searchKey(heading)
  return (Object.keys(known) as Column[]).find((column) => known[column].test(key)) ?? null
}

function faultsOfHeadings(head: Record_, order: readonly (Column | null)[]): SheetFault[] {
  const strange = head.cells.filter((cell, i) => cell !== '' && order[i] === null)
  const twice = order.filter((column, i) => column !== null && order.indexOf(column) !== i)
  const missing = (['kind', 'from'] as const).filter((column) => !order.includes(column))
  return [
    ...strange.map((cell) => fault(head.line, null, ...words.strangeHeading(cell))),
    ...twice.map((column) => fault(head.line, column, ...words.headingTwice(headings[column!]))),
    ...missing.map((column) => fault(head.line, column, ...words.noHeading(headings[column]))),
  ]
}

function lineOf({ line, cells }: Record_, order: readonly (Column | null)[], faults: SheetFault[]): ChangeLine {
  const say = (column: Column | null, said: readonly [string, string, string]) =>
    void faults.push(fault(line, column, ...said))
  if (cells.slice(order.length).some((cell) => cell !== '')) say(null, words.tooManyCells(cells.length, order.length))
  const cell = (column: Column) => cells[order.indexOf(column)] || null
  const read = <Value>(column: Column, reader: (text: string) => Value | null, fail: (text: string) => Said) => {
    const text = cell(column)
    const value = text === null ? null : reader(text)
    if (text !== null && value === null) say(column, fail(text))
    return value
  }
  const kind = read('kind', kindFromWords, words.kind)
  if (cell('kind') === null) say('kind', words.noKind)
  if (cell('from') === null) say('from', words.noFrom)
  for (const column of ['from', 'code', 'parent'] as const)
    if (cell(column) !== null && !isCode(cell(column)!)) say(column, words.badCode(cell(column)!))
  if ((cell('name')?.length ?? 0) > 100) say('name', words.longName)
  const type = read('type', typeFromWords, words.type)
  return {
    ...{
      line,
      kind: kind ?? 'rename',
      from: cell('from') ?? '',
      code: cell('code'),
      type,
      parent: upper(cell('parent')),
    },
    name: withoutType(cell('name'), type),
    share: read('share', readShare, words.share),
    method: read('method', methodFromWords, words.method),
    note: cell('note')?.slice(0, 500) ?? null,
  }
}

type Said = readonly [code: string, vi: string, en: string]

export const isCode = (text: string) => /^(\d{2}|\d{3}|\d{5}|VN)$/i.test(text)
const upper = (text: string | null) => text?.toUpperCase() ?? null

/** “Xã Tân An” under the type “Xã” is Tân An; the same for a type that is not said. */
function withoutType(name: string | null, type: string | null): string | null {
  const said = type ?? placeTypes.find((each) => name?.toLowerCase().startsWith(`${each.toLowerCase()} `))
  if (name === null || type === null || !said) return name
  return name.toLowerCase().startsWith(`${said.toLowerCase()} `) ? name.slice(said.length + 1).trim() : name
}

function fault(line: number | null, column: Column | null, code: string, vi: string, en: string): SheetFault {
  return { line, column, code, vi, en }
}

export function problemsOfSheet(faults: readonly SheetFault[]): Problem[] {
  return faults.map(({ line, column, code, vi, en }) => {
    const field = ['lines', line, column].filter((part) => part !== null).join('.')
    const named = column ? ` “${headings[column]}”` : ''
    if (line === null) return problem(field, code, vi, en)
    return problem(
      field,
      code,
      `Dòng ${line}${named && `, cột${named}`}: ${vi}`,
      `Line ${line}${column ? `, ${column}` : ''}: ${en}`,
    )
  })
}

export function tooMany(count: number): Said {
  return [
    'too-many',
    `Bảng có ${count} dòng; một văn bản nhận tối đa ${mostLines} dòng.`,
    `${count} lines; an act takes at most ${mostLines}.`,
  ]
}

const listed = (all: Record<string, { vi: string }>) =>
  Object.values(all)
    .map(({ vi }) => `“${vi}”`)
    .join(', ')

const words = {
  empty: ['empty', 'Bảng chưa có dòng nào dưới tiêu đề.', 'The sheet has no rows under its headings.'] as Said,
  broken: [
    'broken',
    'không đọc được từ đây: dấu nháy kép mở mà không đóng, hoặc thừa dấu nháy. Sửa ô đó rồi lưu lại tệp CSV (UTF-8).',
    'it cannot be read from here: a quotation mark opens and does not close. Mend the cell and save the CSV again.',
  ] as Said,
  strangeHeading: (cell: string): Said => [
    'strange-heading',
    `không hiểu cột “${cell.slice(0, 60)}”. Các cột là: ${Object.values(headings).join(', ')}. Cột khác thì xoá đi.`,
    `the heading “${cell.slice(0, 60)}” is not known.`,
  ],
  headingTwice: (name: string): Said => [
    'heading-twice',
    `có hai cột “${name}”.`,
    `the heading “${name}” stands twice.`,
  ],
  noHeading: (name: string): Said => ['no-heading', `thiếu cột “${name}”.`, `the heading “${name}” is missing.`],
  tooManyCells: (has: number, should: number): Said => [
    'too-many-cells',
    `có ${has} ô trong khi tiêu đề có ${should} cột. Có thể một ô chứa dấu phân cách; hãy để ô đó trong dấu nháy kép.`,
    `${has} cells under ${should} headings: put a cell that holds the separator in quotation marks.`,
  ],
  kind: (text: string): Said => [
    'unknown-kind',
    `không hiểu “${text.slice(0, 40)}”. Chỉ nhận ${listed(kindWords)}.`,
    `“${text.slice(0, 40)}” is no change.`,
  ],
  noKind: ['no-kind', `chưa ghi thay đổi gì: ${listed(kindWords)}.`, 'the change is missing.'] as Said,
  noFrom: ['no-from', 'chưa ghi mã của đơn vị cũ.', 'the code of the old place is missing.'] as Said,
  badCode: (text: string): Said => [
    'bad-code',
    `mã “${text.slice(0, 20)}” viết chưa đúng: 2, 3 hoặc 5 chữ số. Bảng tính hay bỏ mất số 0 ở đầu; hãy định dạng cột là chữ.`,
    `“${text.slice(0, 20)}” is no code: 2, 3 or 5 digits. Spreadsheets drop leading zeros; format the column as text.`,
  ],
  longName: ['long-name', 'tên dài quá 100 ký tự.', 'the name is longer than 100 characters.'] as Said,
  type: (text: string): Said => [
    'unknown-type',
    `không có loại đơn vị “${text.slice(0, 40)}”. Chỉ nhận ${placeTypes.filter((type) => type !== 'Quốc gia').join(', ')}.`,
    `“${text.slice(0, 40)}” is no type of place.`,
  ],
  share: (text: string): Said => [
    'bad-share',
    `tỉ lệ “${text.slice(0, 20)}” phải lớn hơn 0 và không quá 1, viết như 0,35 hoặc 35%.`,
    `“${text.slice(0, 20)}” is no share: over 0 and at most 1.`,
  ],
  method: (text: string): Said => [
    'unknown-method',
    `không hiểu cách chia “${text.slice(0, 40)}”. Chỉ nhận ${listed(methodWords)}.`,
    `“${text.slice(0, 40)}” is no way of dividing.`,
  ],
}
