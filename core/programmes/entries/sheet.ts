// Figures as a sheet: the columns of a CSV that goes out and comes in again, and its faults by line. Pure.
import { parse } from 'csv-parse/sync'
import { csvText, type CsvValue } from '../../shared/csv.ts'
import { problem, type Problem } from '../../shared/result.ts'
import { parseCount } from './entry.ts'
import type { FigureLine } from './exchange.store.ts'
import type { Nature } from './nature.ts'

export const columns = [
  ['ma_dia_ban', 'placeCode'],
  ['dia_ban', 'placeName'],
  ['don_vi', 'body'],
  ['ten_don_vi', 'bodyName'],
  ['bieu', 'form'],
  ['dong', 'row'],
  ['noi_dung', 'label'],
  ['so_dem', 'count'],
  ['to_chuc', 'organisation'],
  ['khoi', 'sector'],
  ['don_vi_tinh', 'unit'],
  ['gia_tri', 'value'],
  ['ghi_chu', 'note'],
  ['loai_so', 'nature'],
  ['tinh_trang', 'stage'],
  ['ban', 'versionNo'],
  ['nguoi_bao_cao', 'reportedBy'],
  ['ngay_bao_cao', 'reportedAt'],
  ['nguoi_nhan', 'acceptedBy'],
  ['ngay_nhan', 'acceptedAt'],
] as const satisfies readonly (readonly [string, keyof FigureLine])[]

/** A spreadsheet reads it as it is: BOM, commas, quotes; a leading formula sign is made harmless. */
export function csvOf(lines: readonly Record<string, unknown>[], illustrative: boolean): string {
  const head = [...columns.map(([name]) => name), ...(illustrative ? ['so_lieu_minh_hoa'] : [])]
  const rows = lines.map((line) => [
    ...columns.map(([, key]) => (key === 'nature' ? natureWords[line[key] as Nature] : (line[key] as CsvValue))),
    ...(illustrative ? ['minh hoạ'] : []),
  ])
  return csvText([head, ...rows])
}

export interface SheetCell {
  /** The line of the file, the heading being 1. */
  line: number
  body: number
  form: string
  row: number
  value: number | null
  note: string | null
  /** null: not said. */
  nature: Nature | null
}

/** As a spreadsheet shows them. */
const natureWords: Record<Nature, string> = { actual: 'chính thức', estimate: 'ước' }

function natureOf(text: string): Nature | null | undefined {
  const plain = text.normalize('NFC').trim().toLowerCase()
  if (plain === '') return null
  return (Object.keys(natureWords) as Nature[]).find((nature) => [nature, natureWords[nature]].includes(plain))
}

const needed = ['don_vi', 'bieu', 'dong', 'gia_tri'] as const
const mostLines = 200_000

/** The cells of a CSV, or every fault of it with its line. */
export function readSheet(text: string): { cells: SheetCell[]; problems: Problem[] } {
  let records: { record: Record<string, string>; info: { lines: number } }[]
  try {
    records = parse(text, {
      bom: true,
      columns: (heads: string[]) => heads.map((head) => head.trim().toLowerCase()),
      info: true,
      skip_empty_lines: true,
      trim: true,
      delimiter: [',', ';', '\t'],
      to: mostLines,
    }) as unknown as typeof records
  } catch (error) {
    return { cells: [], problems: [brokenAt(error)] }
  }
  const missing = needed.filter((name) => records.length > 0 && !(name in records[0]!.record))
  if (records.length === 0 || missing.length > 0) return { cells: [], problems: [withoutColumns(missing)] }
  const cells: SheetCell[] = []
  const problems: Problem[] = []
  for (const { record, info } of records) {
    const line = info.lines
    const body = parseCount(record.don_vi ?? '')
    const row = parseCount(record.dong ?? '')
    const value = parseCount(record.gia_tri ?? '')
    if (!body) problems.push(at(line, 'don_vi', `“${record.don_vi}” không phải mã đơn vị.`, 'is not a body id.'))
    if (!row) problems.push(at(line, 'dong', `“${record.dong}” không phải số dòng.`, 'is not a row number.'))
    if (value === undefined)
      problems.push(at(line, 'gia_tri', `“${record.gia_tri}” không phải số đếm.`, 'is not a count.'))
    const nature = natureOf(record.loai_so ?? '')
    if (nature === undefined)
      problems.push(at(line, 'loai_so', `“${record.loai_so}”: chỉ ghi “ước” hoặc “chính thức”.`, 'is no such kind.'))
    if (body && row && value !== undefined && nature !== undefined)
      cells.push({ line, body, row, value, form: record.bieu ?? '', note: record.ghi_chu || null, nature })
  }
  return { cells, problems }
}

export function at(line: number, column: string, vi: string, en: string): Problem {
  return problem(
    `csv.${line}.${column}`,
    'bad-cell',
    `Dòng ${line}, cột ${column}: ${vi}`,
    `Line ${line}, ${column}: ${en}`,
  )
}

function withoutColumns(missing: readonly string[]): Problem {
  return problem(
    'csv',
    'no-columns',
    `Tệp phải có dòng đầu với các cột ${needed.join(', ')}${missing.length ? `; còn thiếu ${missing.join(', ')}` : ''}. Hãy tải tệp CSV từ đây về làm mẫu.`,
    `The file needs a first line with the columns ${needed.join(', ')}.`,
  )
}

/** The parser knows the line; for a quote never closed, only how many whole records came before it. */
function brokenAt(error: unknown): Problem {
  const fault = error as { code?: string; lines?: number; records?: number; message: string }
  const line = fault.code === 'CSV_QUOTE_NOT_CLOSED' ? (fault.records ?? 0) + 2 : fault.lines
  return problem(
    'csv',
    'broken-csv',
    `Tệp CSV hỏng ở dòng ${line ?? '?'}: thiếu hoặc thừa ô, hoặc thiếu dấu ngoặc kép. Sửa dòng đó rồi tải lại; chưa có số nào được lưu.`,
    `The CSV is broken at line ${line ?? '?'} (${fault.message}). Nothing was saved.`,
  )
}
