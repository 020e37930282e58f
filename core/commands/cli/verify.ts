// verify: adds up again from the entries what a saved report says, and what boards keep ready.
import { readFileSync } from 'node:fs'
import { fileAsTyped } from '../../config.ts'
import { verifyBoards } from '../../programmes/boards/verify.ts'
import { families, type Family } from '../../documents/layout.ts'
import { verifyLayout } from '../../reports/layout/check.ts'
import { verifyFiles } from '../../documents/scans/verify.ts'
import { verifyModels } from '../../models/verify.ts'
import { verifyReport } from '../../reports/verify.ts'
import type { Mismatch } from '../../reports/verify.trace.ts'
import { dayAt } from '../../shared/day.ts'
import { Usage, type Command } from './command.ts'
import { table } from './table.ts'

export const verifyCommands: readonly Command[] = [
  {
    name: 'verify report',
    summary: 'Kiểm lại tệp báo cáo (html, docx, json): mọi con số tính lại từ dữ liệu',
    args: ['TỆP'],
    example: 'verify report bao-cao.docx',
    async run({ app, args: [name] }) {
      const verdict = await verifyReport(app.readDb, readBytes(name!), dayAt(app.clock()))
      if (!verdict) throw new Usage(`${name} không phải tệp báo cáo lập ở đây, hoặc báo cáo không còn trong dữ liệu.`)
      const { mismatches, figures, citations } = verdict
      const counted = `${figures} số liệu, ${citations} chỗ nêu số trong tệp`
      const text =
        mismatches.length === 0
          ? `Khớp: ${counted}.`
          : `Sai lệch ${mismatches.length} chỗ (${counted}).\n\n${table(['Số liệu', 'Sai ở', 'Theo dữ liệu', 'Trong tệp'], mismatches.map(rowOf))}`
      return { json: verdict, text, exit: mismatches.length === 0 ? 0 : 1 }
    },
  },
  {
    name: 'verify layout',
    summary: 'Đo thể thức của tệp Word hoặc PDF: lề, cỡ chữ, các phần, so với quy định',
    args: ['TỆP'],
    options: { family: { value: 'HỌ', about: `một trong ${families.join(', ')}; không ghi: nhận theo dòng đầu` } },
    example: 'verify layout bao-cao.docx',
    async tell({ args: [name], options: { family } }) {
      if (family !== undefined && !families.includes(family as Family))
        throw new Usage(`--family là một trong: ${families.join(', ')}.`)
      const verdict = await verifyLayout(readBytes(name!), family as Family | undefined)
      if (!verdict) throw new Usage(`${name} không phải tệp Word (docx) hay PDF đọc được.`)
      const rows = verdict.findings.map((one) => [one.ok ? 'đúng' : 'SAI', one.rule, one.expected, one.found])
      const said = verdict.faults === 0 ? 'Đúng thể thức.' : `Sai ${verdict.faults} chỗ.`
      const text = `${table(['', 'Phần', 'Quy định', 'Đo được'], rows)}\n\n${said}`
      return { json: verdict, text, exit: verdict.faults === 0 ? 0 : 1 }
    },
  },
  {
    name: 'verify boards',
    summary: 'Kiểm lại số cộng sẵn của các bảng theo dõi: cộng lại từ các biểu; thêm --repair để sửa',
    options: { repair: { about: 'sửa chỗ sai' } },
    example: 'verify boards --repair',
    async run({ app, options }) {
      const repair = options.repair !== undefined
      const found = await verifyBoards(app, { repair })
      const count = found.sums.length + found.standings.length
      const text =
        count === 0
          ? `Khớp: ${found.compared} số.`
          : `${repair ? 'Đã sửa' : 'Sai lệch'}: ${found.sums.length} tổng, ${found.standings.length} dòng theo dõi gửi, trong ${found.compared} số.`
      return { json: found, text, exit: count === 0 || repair ? 0 : 1 }
    },
  },
  {
    name: 'verify models',
    summary: 'Kiểm lại số cộng sẵn của mô hình “Dân vận khéo”: đếm lại từng mô hình; thêm --repair để sửa',
    options: { repair: { about: 'sửa chỗ sai' } },
    example: 'verify models --repair',
    async run({ app, options }) {
      const repair = options.repair !== undefined
      const found = await verifyModels(app, { repair })
      const count = found.sums.length
      const text =
        count === 0
          ? `Khớp: ${found.compared} dòng.`
          : `${repair ? 'Đã sửa' : 'Sai lệch'}: ${count} dòng, trong ${found.compared} dòng.`
      return { json: found, text, exit: count === 0 || repair ? 0 : 1 }
    },
  },
  {
    name: 'verify files',
    summary: 'Kiểm kho tệp: mọi bản quét còn đủ và đúng mã kiểm',
    example: 'verify files',
    async run({ app }) {
      const { checked, faults } = await verifyFiles(app)
      const rows = faults.map(({ sha256, fault }) => [fault === 'missing' ? 'không còn' : 'đã hỏng', sha256])
      const text =
        faults.length === 0
          ? `Đủ: ${checked} tệp.`
          : `Sai ${faults.length}/${checked} tệp.\n\n${table(['', 'Tệp'], rows)}`
      return { json: { checked, faults }, text, exit: faults.length === 0 ? 0 : 1 }
    },
  },
]

const whats: Record<Mismatch['what'], string> = {
  text: 'chữ số trong bài',
  input: 'số đầu vào',
  fraction: 'phân số',
  unknown: 'không có số liệu này',
  untagged: 'số không rõ nguồn',
  missing: 'thiếu trong tệp',
}

function rowOf({ figure, what, expected, found }: Mismatch): string[] {
  return [figure ?? '', whats[what], expected, found]
}

function readBytes(name: string): Buffer {
  try {
    return readFileSync(fileAsTyped(name))
  } catch {
    throw new Usage(`Không đọc được tệp ${name}.`)
  }
}
