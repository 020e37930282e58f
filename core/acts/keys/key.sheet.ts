// A table of keys: one row a divided place and successor. What is wrong with a cell is said by its row. Pure.
import { methodFromWords } from '../../places/act/change.ts'
import { keyMethods, type KeyMethod, type KeyVersion } from '../../places/key/key.ts'
import { isDay } from '../../shared/day.ts'
import { problem, type Problem } from '../../shared/result.ts'
import { searchKey } from '../../shared/text.ts'
import { isCode, problemsOfSheet, recordsOf, type Record_ } from '../sheet.ts'

export const columns = ['from', 'to', 'share', 'method', 'basis', 'dated', 'confidence', 'note'] as const
export type Column = (typeof columns)[number]

export const headings: Record<Column, string> = {
  from: 'mã cũ',
  to: 'mã nơi đến',
  share: 'tỉ lệ',
  method: 'cách tính',
  basis: 'căn cứ',
  dated: 'ngày căn cứ',
  confidence: 'độ tin cậy',
  note: 'ghi chú',
}
const known: Record<Column, RegExp> = {
  from: /^ma cu|^from/,
  to: /^ma noi den|^ma moi|^to$/,
  dated: /^ngay|^dated?$/,
  share: /^t[iy] le|^share/,
  method: /^cach (chia|tinh)|^method/,
  basis: /^can cu|^basis/,
  confidence: /tin cay|chac chan|^confidence/,
  note: /ghi chu|^note/,
}

export const templateText = `\uFEFF${Object.values(headings).join(';')}\r\n`

const certain: Record<string, NonNullable<KeyVersion['confidence']>> = {
  ...{ read: 'read', 'doc trong van ban': 'read', 'van ban': 'read' },
  ...{ secondhand: 'secondHand', 'nguon thu cap': 'secondHand', 'thu cap': 'secondHand' },
  ...{ assumed: 'assumed', 'gia dinh': 'assumed' },
}

export interface Group {
  from: string
  /** The row of each share, for what is said about it. */
  rows: { line: number; to: string; share: string }[]
  method: KeyMethod
  basis: string
  dated: string
  confidence: NonNullable<KeyVersion['confidence']>
  note: string | null
}

type Cells = Record<Column, string>

export function readKeys(text: string): { groups: Group[]; problems: Problem[] } {
  const records = recordsOf(text.replace(/^\uFEFF/, ''))
  if (!Array.isArray(records)) return { groups: [], problems: problemsOfSheet([records]) }
  const [head, ...rows] = records.filter(({ cells }) => cells.some((cell) => cell !== ''))
  if (!head || rows.length === 0) return { groups: [], problems: [problem('lines', 'empty', ...empty)] }
  const order = head.cells.map((cell) => columns.find((column) => known[column].test(searchKey(cell))) ?? null)
  const problems = faultsOfHead(head, order)
  if (problems.length > 0) return { groups: [], problems }
  const told = rows.map((row) => ({ line: row.line, ...cellsOf(row, order) }))
  for (const row of told) problems.push(...faultsOfRow(row))
  const groups = [...Map.groupBy(told, ({ from }) => from)].map(([from, of]) => groupOf(from, of, problems))
  return { groups, problems }
}

export function atRow(line: number, column: Column | null, [code, vi, en]: readonly [string, string, string]): Problem {
  const field = `lines.${line}${column ? `.${column}` : ''}`
  const named = column ? `, cột “${headings[column]}”` : ''
  return problem(field, code, `Dòng ${line}${named}: ${vi}`, `Line ${line}${column ? `, ${column}` : ''}: ${en}`)
}

function faultsOfHead(head: Record_, order: readonly (Column | null)[]): Problem[] {
  const strange = head.cells.filter((cell, at) => cell !== '' && order[at] === null)
  const missing = columns.filter((column) => column !== 'note' && !order.includes(column))
  const twice = order.filter((column, at) => column !== null && order.indexOf(column) !== at)
  return [
    ...strange.map((cell) => atRow(head.line, null, strangeHead(cell))),
    ...missing.map((column) => atRow(head.line, column, ['no-heading', 'thiếu cột này.', 'this column is missing.'])),
    ...twice.map((column) => atRow(head.line, column, ['heading-twice', 'cột này có hai lần.', 'it stands twice.'])),
  ]
}

function cellsOf({ cells }: Record_, order: readonly (Column | null)[]): Cells {
  const cell = (column: Column) => cells[order.indexOf(column)]?.trim() ?? ''
  return Object.fromEntries(columns.map((column) => [column, cell(column)])) as Cells
}

function faultsOfRow({ line, from, to, method, dated, confidence, basis, note }: Cells & { line: number }): Problem[] {
  return [
    ...(isCode(from) ? [] : [atRow(line, 'from', badCode(from))]),
    ...(isCode(to) ? [] : [atRow(line, 'to', badCode(to))]),
    ...(method !== '' && readMethod(method) === null ? [atRow(line, 'method', badMethod(method))] : []),
    ...(dated !== '' && readDate(dated) === null ? [atRow(line, 'dated', badDate(dated))] : []),
    ...(confidence !== '' && !certain[searchKey(confidence)] ? [atRow(line, 'confidence', badMark(confidence))] : []),
    ...(basis.length > 500 ? [atRow(line, 'basis', tooLong(500))] : []),
    ...(note.length > 1000 ? [atRow(line, 'note', tooLong(1000))] : []),
  ]
}

/** What is said of the whole key may stand in one row or in all; it must not differ. */
function groupOf(from: string, rows: (Cells & { line: number })[], problems: Problem[]): Group {
  const said = (column: Column, needed: boolean) => {
    const first = rows.find((row) => row[column] !== '')
    const other = first && rows.find((row) => row[column] !== '' && row[column] !== first[column])
    if (other) problems.push(atRow(other.line, column, differs(from, first.line)))
    if (!first && needed) problems.push(atRow(rows[0]!.line, column, notSaid(from)))
    return first?.[column] ?? ''
  }
  const [method, basis, dated] = [said('method', true), said('basis', true), said('dated', true)]
  const [confidence, note] = [said('confidence', true), said('note', false)]
  return {
    from,
    rows: rows.map(({ line, to, share }) => ({ line, to, share })),
    method: readMethod(method) ?? 'manual',
    basis,
    dated: readDate(dated) ?? '',
    confidence: certain[searchKey(confidence)] ?? 'assumed',
    note: note || null,
  }
}

function readMethod(text: string): KeyMethod | null {
  const key = searchKey(text)
  return key === 'tu ghi' || key === 'manual' ? 'manual' : methodFromWords(text.replace(/^theo\s+/i, ''))
}

/** 14/12/2025 or 2025-12-14. */
function readDate(text: string): string | null {
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? []
  const day = year ? `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}` : text
  return isDay(day) ? day : null
}

const empty = ['Bảng chưa có dòng nào dưới tiêu đề.', 'The table has no rows under its headings.'] as const
const strangeHead = (cell: string) =>
  [
    'strange-heading',
    `không hiểu cột “${cell.slice(0, 60)}”. Các cột là: ${Object.values(headings).join(', ')}.`,
    `the heading “${cell.slice(0, 60)}” is not known.`,
  ] as const
const badCode = (text: string) =>
  [
    'bad-code',
    `mã “${text.slice(0, 20)}” viết chưa đúng: 2, 3 hoặc 5 chữ số. Bảng tính hay bỏ mất số 0 ở đầu; hãy định dạng cột là chữ.`,
    `“${text.slice(0, 20)}” is no code: 2, 3 or 5 digits.`,
  ] as const
const badMethod = (text: string) =>
  [
    'unknown-method',
    `không hiểu cách tính “${text.slice(0, 40)}”. Chỉ nhận: dân số, số hộ, diện tích, cán bộ quyết định, tự ghi.`,
    `“${text.slice(0, 40)}” is none of ${keyMethods.join(', ')}.`,
  ] as const
const badDate = (text: string) =>
  [
    'bad-date',
    `ngày “${text.slice(0, 20)}” không có trên lịch; viết như 14/12/2025.`,
    `“${text.slice(0, 20)}” is no day; write 14/12/2025.`,
  ] as const
const badMark = (text: string) =>
  [
    'unknown-confidence',
    `không hiểu “${text.slice(0, 40)}”. Chỉ nhận: đọc trong văn bản, nguồn thứ cấp, giả định.`,
    `“${text.slice(0, 40)}” is none of read, secondHand, assumed.`,
  ] as const
const tooLong = (most: number) => ['too-long', `dài quá ${most} ký tự.`, `longer than ${most} characters.`] as const
const differs = (from: string, line: number) =>
  [
    'differs',
    `khác với dòng ${line} của cùng địa bàn ${from}. Một khoá chỉ có một cách tính, một căn cứ.`,
    `differs from line ${line} of the same place ${from}.`,
  ] as const
const notSaid = (from: string) =>
  ['not-said', `chưa ghi cho địa bàn ${from}.`, `is not said of the place ${from}.`] as const
