// The file as it came.
import { originalFile } from '@dong-thuan/core/collections/collection.files.ts'
import { sendFile } from '#web/file-out.ts'

export const GET = (event) => sendFile(event, originalFile, { id: event.params.id })
