// report: the report of a programme as a file, as it was issued or as a draft from the figures there are.
import { rmSync, writeFileSync } from 'node:fs'
import { fileAsTyped } from '../../config.ts'
import { isReportKind } from '../../reports/outline.ts'
import { formats } from '../../reports/render.ts'
import { preview } from '../../reports/report.render.operations.ts'
import { Usage, type Command } from './command.ts'
import { cannotWrite } from './out.ts'
import { programmeMeant, programmeOptions } from './programmes.ts'

export const reportCommands: readonly Command[] = [
  {
    name: 'report',
    summary: 'Báo cáo của một chương trình: bản đã ban hành nếu có, nếu chưa thì dự thảo',
    options: {
      ...programmeOptions,
      kind: {
        value: 'LOẠI',
        about: 'final: tổng kết (không ghi cũng vậy); interim: sơ kết; quarter: quý; month: tháng',
      },
      period: { value: 'KỲ', about: 'như 2023; không ghi: năm của chương trình' },
      format: { value: 'DẠNG', about: 'html (không ghi cũng vậy), docx, pdf hoặc json' },
      out: { value: 'TỆP', about: 'ghi ra tệp; không ghi: in ra màn hình (docx, pdf cần có)' },
    },
    example: 'report --programme 42-CTr/HU --kind final --format docx --out bao-cao.docx',
    async run(context) {
      const { kind = 'final', period, format = 'html', out } = context.options
      if (!formats.includes(format as 'html')) throw new Usage(`--format là một trong: ${formats.join(', ')}.`)
      if (!isReportKind(kind))
        throw new Usage('--kind là final (tổng kết), interim (sơ kết), quarter (quý) hoặc month (tháng).')
      if (['docx', 'pdf'].includes(format) && !out)
        throw new Usage(`Tệp ${format} không in ra màn hình được: thêm --out TỆP.`)
      const { id: programme } = await programmeMeant(context)
      const asked = { programme, kind, period, format: format as 'html' } as const
      const { content, encoding, ...file } = await context.ask(preview, asked)
      const bytes = Buffer.from(content, encoding)
      if (out) write(fileAsTyped(out), bytes)
      const json = { ...file, ...(out ? { file: out, bytes: bytes.length } : { content }) }
      const said = `Đã ghi ${out} (${stageWords[file.stage] ?? file.stage}).`
      return { json, text: out ? said + (file.changed ? changedWords : '') : content }
    },
  },
]

const changedWords = '\nSố liệu đã thay đổi kể từ khi ghim vào báo cáo; văn bản giữ nguyên như khi lập.'

const stageWords: Record<string, string> = {
  preview: 'dự thảo từ số liệu hiện có',
  draft: 'đang soạn',
  submitted: 'đã trình',
  returned: 'được trả lại để sửa',
  accepted: 'đã duyệt, chờ ký',
  signed: 'đã ký, chờ số',
  issued: 'đã ban hành',
  superseded: 'đã được thay thế',
}

/** A file written by half is no report: it goes again. */
function write(file: string, bytes: Buffer): void {
  try {
    writeFileSync(file, bytes)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') rmSync(file, { force: true })
    throw cannotWrite(error as NodeJS.ErrnoException, file)
  }
}
