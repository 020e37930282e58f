// The table as a file: printable, or for a spreadsheet and other programs.
import { tableFile } from '@dong-thuan/core/cases/tables/table.operations.ts'
import { sendContent, type Content } from '@dong-thuan/core/http/kept-file.ts'
import { printTable } from '@dong-thuan/core/papers/table.operations.ts'
import { valueOf } from '#web/act.ts'
import { askedTable } from '../../asked.ts'

export const GET = async (event) => {
  const { body, reach, period } = askedTable(event.url)
  const { format } = event.params
  const operation = format === 'pdf' || format === 'docx' ? printTable : tableFile
  return sendContent((await valueOf(event, operation, { body, reach, period, format })) as Content)
}
