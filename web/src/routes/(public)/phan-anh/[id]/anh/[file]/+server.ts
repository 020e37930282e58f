// A picture that proves a published answer.
import { reportPhoto } from '@dong-thuan/core/portal/report.operations.ts'
import { askedId } from '#web/asked.ts'
import { streamFile } from '#web/file-out.ts'

export const GET = (event) =>
  streamFile(event, reportPhoto, { id: askedId(event.params.id), file: askedId(event.params.file) })
