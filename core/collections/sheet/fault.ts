// Why a file cannot be taken as a workbook: one sentence for the person who chose it.
import type { Sentence } from '../../shared/result.ts'

/** Thrown while a file is read and caught where it was opened; never leaves this folder. */
export class FileFault extends Error {
  readonly code: string
  readonly sentence: Sentence
  constructor(code: string, vi: string, en: string) {
    super(en)
    this.code = code
    this.sentence = { vi, en }
  }
}

export const brokenFile = (detail: string) =>
  new FileFault(
    'broken-file',
    `Tệp hỏng hoặc chưa tải xong (${detail}). Hãy mở tệp trong Excel hoặc LibreOffice, lưu lại dạng .xlsx rồi tải lên lại.`,
    `The file is damaged or incomplete (${detail}). Open it in a spreadsheet, save it as .xlsx and send it again.`,
  )
