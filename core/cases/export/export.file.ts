// The register as a file: CSV for other systems, a workbook for people, JSON for programs. Columns stand once, here.
import writeXlsxFile from 'write-excel-file/node'
import { csvText } from '../../shared/csv.ts'
import { lineNumber } from '../submission.ts'
import type { RegisterRow } from './export.store.ts'

type Value = string | number | null

const columns: { key: string; head: string; width: number; of(row: RegisterRow): Value }[] = [
  { key: 'number', head: 'Số', width: 12, of: lineNumber },
  { key: 'desk', head: 'Nơi nhận', width: 34, of: (row) => row.desk },
  { key: 'receivedOn', head: 'Ngày nhận', width: 12, of: (row) => row.receivedOn },
  { key: 'channel', head: 'Đường đến', width: 12, of: (row) => row.channel },
  { key: 'kind', head: 'Loại', width: 18, of: (row) => row.kind ?? row.door },
  { key: 'topic', head: 'Lĩnh vực', width: 24, of: (row) => row.topic },
  { key: 'urgency', head: 'Mức', width: 10, of: (row) => row.urgency },
  { key: 'sortedOn', head: 'Ngày phân loại', width: 14, of: (row) => row.sortedOn },
  { key: 'lead', head: 'Cơ quan giải quyết', width: 34, of: (row) => row.lead },
  { key: 'stage', head: 'Tình trạng', width: 14, of: (row) => row.stage },
  { key: 'outcome', head: 'Kết thúc', width: 14, of: (row) => row.outcome },
  { key: 'firstDue', head: 'Hạn ban đầu', width: 16, of: (row) => row.firstDue },
  { key: 'due', head: 'Hạn hiện nay', width: 16, of: (row) => row.due },
  { key: 'answeredOn', head: 'Ngày trả lời', width: 12, of: (row) => row.answeredOn },
  { key: 'onTime', head: 'Đúng hạn', width: 10, of: ({ onTime }) => yesNo(onTime) },
  { key: 'onFirst', head: 'Đúng hạn ban đầu', width: 10, of: ({ onFirst }) => yesNo(onFirst) },
  { key: 'pausedDays', head: 'Ngày tạm dừng', width: 10, of: (row) => row.pausedDays },
  { key: 'reopened', head: 'Lần mở lại', width: 10, of: (row) => row.reopened },
  { key: 'joinedTo', head: 'Nối vào', width: 12, of: (row) => row.joinedTo },
]

const yesNo = (value: boolean | null) => (value === null ? null : value ? 'có' : 'không')
const mark = 'SỐ LIỆU MINH HOẠ'

export interface RegisterFile {
  rows: readonly RegisterRow[]
  illustrative: boolean
}

/** The mark of illustrative figures stands in a column of its own: a line above would be no CSV. */
export function registerCsv({ rows, illustrative }: RegisterFile): Buffer {
  const keys = [...columns.map(({ key }) => key), ...(illustrative ? ['note'] : [])]
  const lines = rows.map((row) => [...columns.map(({ of }) => of(row)), ...(illustrative ? [mark] : [])])
  return Buffer.from(csvText([keys, ...lines]))
}

export function registerJson({ rows, illustrative }: RegisterFile): Buffer {
  const all = rows.map((row) => Object.fromEntries(columns.map(({ key, of }) => [key, of(row)])))
  return Buffer.from(`${JSON.stringify({ illustrative, submissions: all }, null, 2)}\n`)
}

export async function registerWorkbook({ rows, illustrative }: RegisterFile): Promise<Buffer> {
  const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const, wrap: true })
  const cell = (value: Value) =>
    value === null ? null : typeof value === 'number' ? { value, type: Number } : { value, type: String, wrap: true }
  const above = illustrative ? [[bold(mark)]] : []
  const data = [
    ...above,
    columns.map(({ head }) => bold(head)),
    ...rows.map((row) => columns.map(({ of }) => cell(of(row)))),
  ]
  return writeXlsxFile([{ data, sheet: 'Sổ tiếp nhận', columns: columns.map(({ width }) => ({ width })) }]).toBuffer()
}
