// A form that was sent: opened part by part, told apart by its bytes, every limit asked before anything is unpacked.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { FileFault } from '../../collections/sheet/fault.ts'
import { partOf, readZip, type Zip } from '../../collections/sheet/zip.ts'
import { problem, type Problem } from '../../shared/result.ts'
import { parseXml, type Element } from '../docx/xml.ts'

const limitsFile = new URL('../../documents/data/word.json', import.meta.url)
export const limits = z
  .object({ largestMegabytes: z.number(), unpackedMegabytes: z.number(), mostParts: z.number().int() })
  .parse(JSON.parse(readFileSync(limitsFile, 'utf8')))

export interface Package {
  zip: Zip
  /** null: no such part, or it cannot be read. */
  part(name: string): Element | null
}

export const fault = (code: string, vi: string, en: string) => problem('file', code, vi, en)

/** The package, or the one sentence that says why this file is none. */
export function openPackage(bytes: Buffer): Package | Problem {
  const wrong = wrongKind(bytes)
  if (wrong) return wrong
  try {
    const zip = readZip(bytes)
    const unpacked = [...zip.values()].reduce((sum, { size }) => sum + size, 0)
    if (zip.size > limits.mostParts || unpacked > limits.unpackedMegabytes * 1_000_000) return swells
    const types = partOf(zip, '[Content_Types].xml')?.toString() ?? ''
    const other = wrongParts([...zip.keys()], types)
    if (other) return other
    const texts = new Map(
      [...zip.keys()].filter((name) => /\.(xml|rels)$/.test(name)).map((name) => [name, partOf(zip, name)!.toString()]),
    )
    if ([...texts.values()].some((text) => /<!DOCTYPE|<!ENTITY/i.test(text))) return broken
    const part = (name: string) => parseXml(texts.get(name) ?? null)
    return part('word/document.xml') && part('word/styles.xml') ? { zip, part } : broken
  } catch (error) {
    if (!(error instanceof FileFault)) throw error
    return { 'file-unpacks-too-large': swells, 'file-too-large': tooLarge, 'file-locked': locked }[error.code] ?? broken
  }
}

const again = 'Hãy mở trong Word hoặc LibreOffice, lưu thành “Word (.docx)” rồi tải lên lại.'
const encryptedName = Buffer.from('EncryptedPackage', 'utf16le')

/** By the first bytes, not by the name. */
function wrongKind(bytes: Buffer): Problem | null {
  if (bytes.length === 0)
    return fault(
      'empty-file',
      'Chưa chọn tệp, hoặc tệp trống. Hãy chọn tệp mẫu Word (.docx).',
      'Choose the form, a Word file (.docx).',
    )
  if (bytes.length > limits.largestMegabytes * 1_000_000) return tooLarge
  if (bytes.subarray(0, 1024).includes('%PDF-'))
    return fault(
      'is-pdf',
      'Đây là tệp PDF, dù tên là gì. Hãy tải mẫu Word về, sửa rồi tải lên bản .docx.',
      'This is a PDF, whatever its name. Send the Word form.',
    )
  if (bytes.subarray(0, 5).toString('latin1') === '{\\rtf')
    return fault('is-rtf', `Đây là tệp RTF. ${again}`, 'This is an RTF file. Save it as .docx.')
  if (bytes.length > 4 && bytes.readUInt32BE(0) === 0xd0cf11e0)
    return bytes.includes(encryptedName)
      ? locked
      : fault('is-doc', `Đây là tệp Word đời cũ (.doc). ${again}`, 'This is an old Word file (.doc). Save it as .docx.')
  return bytes.length > 22 && bytes.readUInt32BE(0) === 0x504b0304 ? null : notWord
}

function wrongParts(names: readonly string[], types: string): Problem | null {
  if (names.some((name) => /vbaProject|vbaData/i.test(name)) || /macroEnabled|vbaProject/i.test(types)) return macros
  if (/spreadsheetml\.sheet/.test(types))
    return fault(
      'is-excel',
      'Đây là tệp Excel. Hãy chọn tệp mẫu Word (.docx).',
      'This is an Excel file. Choose the Word form.',
    )
  if (names.includes('mimetype'))
    return fault('is-odt', `Đây là tệp .odt. ${again}`, 'This is an .odt file. Save it as .docx.')
  if (/wordprocessingml\.template/.test(types))
    return fault('is-dotx', `Đây là tệp mẫu của Word (.dotx). ${again}`, 'This is a .dotx file. Save it as .docx.')
  return /wordprocessingml\.document\.main/.test(types) ? null : notWord
}

const tooLarge = fault(
  'file-too-large',
  `Tệp lớn hơn ${limits.largestMegabytes} MB. Mẫu chỉ có chữ: xoá ảnh, tệp nhúng và phông nhúng rồi tải lên lại.`,
  `The file is larger than ${limits.largestMegabytes} MB. A form holds words only: remove pictures and embedded files.`,
)
const swells = fault(
  'file-unpacks-too-large',
  'Tệp này giải nén ra quá lớn nên không được mở. Hãy tải lại mẫu từ nền tảng và sửa trên bản đó.',
  'This file unpacks to far too much and was not opened. Take the form from here again and change that one.',
)
const locked = fault(
  'file-locked',
  'Tệp có mật khẩu. Hãy mở tệp, bỏ mật khẩu, lưu lại rồi tải lên.',
  'The file has a password. Open it, remove the password, save it and send it again.',
)
const macros = fault(
  'has-macros',
  `Tệp có macro (chương trình chạy kèm) nên không nhận. ${again}`,
  'The file holds macros and is not taken. Save it as .docx.',
)
const notWord = fault('not-word', `Đây không phải tệp Word (.docx). ${again}`, 'This is no Word file (.docx).')
const broken = fault(
  'broken-file',
  'Tệp hỏng hoặc chưa tải xong. Hãy mở trong Word hoặc LibreOffice, lưu lại rồi tải lên.',
  'The file is damaged or incomplete. Open it in Word, save it and send it again.',
)
