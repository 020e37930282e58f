// A file of a sorted case.
import { openFile } from '@dong-thuan/core/cases/file.operations.ts'
import { streamFile } from '#web/file-out.ts'

export const GET = (event) => streamFile(event, openFile, { id: event.params.id, file: event.params.file })
