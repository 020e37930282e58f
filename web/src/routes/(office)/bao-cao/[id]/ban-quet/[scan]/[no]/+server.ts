// A file of the scan of an issued report.
import { signedFile } from '@dong-thuan/core/reports/signed.operations.ts'
import { streamFile } from '#web/file-out.ts'

export const GET = (event) => streamFile(event, signedFile, event.params)
