// The file filled with what came, or the copies as a ZIP.
import { filledFile } from '@dong-thuan/core/collections/collection.files.ts'
import { sendFile } from '#web/file-out.ts'

export const GET = (event) => sendFile(event, filledFile, { id: event.params.id })
