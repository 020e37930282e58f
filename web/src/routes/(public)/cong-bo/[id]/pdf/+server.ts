// The file of a public report.
import { file } from '@dong-thuan/core/reports/publication/publication.operations.ts'
import { sendFile } from '#web/file-out.ts'

export const GET = (event) => sendFile(event, file, event.params)
