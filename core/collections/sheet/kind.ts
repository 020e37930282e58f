// Files that are no XLSX, told apart by what they hold and not by their name.
import { FileFault } from './fault.ts'

const help = 'Hãy mở trong Excel hoặc LibreOffice, chọn Lưu thành “Excel (.xlsx)” rồi tải lên lại.'
const helpEn = 'Open it in a spreadsheet, save it as “Excel (.xlsx)” and send it again.'

const kinds = {
  empty: ['empty-file', 'Tệp trống. Hãy chọn lại tệp Excel (.xlsx).', 'The file is empty. Choose an Excel file.'],
  pdf: [
    'is-pdf',
    'Đây là tệp PDF, dù tên là gì. Hãy xin đơn vị gửi bản Excel (.xlsx).',
    'This is a PDF, whatever its name. Ask for the Excel file.',
  ],
  xls: ['is-xls', `Đây là tệp Excel đời cũ (.xls). ${help}`, `This is an old Excel file (.xls). ${helpEn}`],
  locked: [
    'file-locked',
    'Tệp có mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi tải lên.',
    'The file has a password. Open it, remove the password, save it and send it again.',
  ],
  macros: [
    'has-macros',
    `Tệp có macro (chương trình chạy kèm) nên không nhận. ${help}`,
    `The file holds macros and is not taken. ${helpEn}`,
  ],
  binary: ['is-xlsb', `Đây là tệp Excel nhị phân (.xlsb). ${help}`, `This is a binary workbook (.xlsb). ${helpEn}`],
  word: ['is-word', 'Đây là tệp Word. Hãy chọn tệp Excel (.xlsx).', 'This is a Word file. Choose an Excel file.'],
  ods: ['is-ods', `Đây là tệp .ods. ${help}`, `This is an .ods file. ${helpEn}`],
  unknown: ['not-xlsx', `Đây không phải tệp Excel (.xlsx). ${help}`, `This is no Excel file (.xlsx). ${helpEn}`],
} as const

const faultOfKind = (kind: keyof typeof kinds) => {
  const [code, vi, en] = kinds[kind]
  return new FileFault(code, vi, en)
}
const encryptedName = Buffer.from('EncryptedPackage', 'utf16le')

/** By the first bytes; null when it may be a workbook. */
export function wrongKind(bytes: Buffer): FileFault | null {
  if (bytes.length === 0) return faultOfKind('empty')
  if (bytes.subarray(0, 1024).includes('%PDF-')) return faultOfKind('pdf')
  if (bytes.readUInt32BE(0) === 0xd0cf11e0) return faultOfKind(bytes.includes(encryptedName) ? 'locked' : 'xls')
  return bytes.length > 22 && bytes.readUInt32BE(0) === 0x504b0304 ? null : faultOfKind('unknown')
}

/** By the parts of the ZIP. */
wrongKind.ofParts = (names: readonly string[], types: string): FileFault | null => {
  if (names.some((name) => /vbaProject|macrosheets\//i.test(name)) || /macroEnabled/i.test(types))
    return faultOfKind('macros')
  if (/sheet\.binary/i.test(types)) return faultOfKind('binary')
  if (/wordprocessingml/.test(types)) return faultOfKind('word')
  return /spreadsheetml/.test(types) ? null : faultOfKind('unknown')
}
