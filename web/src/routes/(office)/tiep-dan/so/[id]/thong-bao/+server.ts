// The notice of conclusion as a file.
import { conclusionFile } from '@dong-thuan/core/reception/paper/paper.operations.ts'
import { sendFile } from '#web/file-out.ts'

export const GET = (event) =>
  sendFile(event, conclusionFile, { visit: event.params.id, format: event.url.searchParams.get('dang') ?? 'docx' })
