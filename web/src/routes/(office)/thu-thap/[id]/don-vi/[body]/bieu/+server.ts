// The form of one body, with what it has saved.
import { replyFile } from '@dong-thuan/core/collections/collection.files.ts'
import { sendFile } from '#web/file-out.ts'

export const GET = (event) => sendFile(event, replyFile, { collection: event.params.id, body: event.params.body })
