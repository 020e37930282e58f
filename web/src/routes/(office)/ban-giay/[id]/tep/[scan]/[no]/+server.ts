// A file of the scan of a form.
import { scanOfEntry } from '@dong-thuan/core/programmes/entries/entry.scan.operations.ts'
import { streamFile } from '#web/file-out.ts'

export const GET = (event) => streamFile(event, scanOfEntry, event.params)
