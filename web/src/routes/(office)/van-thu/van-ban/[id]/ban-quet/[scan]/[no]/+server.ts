// A file of a scan.
import { file } from '@dong-thuan/core/documents/scans/scan.operations.ts'
import { streamFile } from '#web/file-out.ts'

export const GET = (event) => streamFile(event, file, event.params)
