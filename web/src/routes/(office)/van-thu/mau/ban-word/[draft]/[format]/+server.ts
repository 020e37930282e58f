// A sample report in a form that was sent.
import { sample } from '@dong-thuan/core/reports/word/word.reads.ts'
import { sendFile } from '#web/file-out.ts'

export const GET = (event) => sendFile(event, sample, { id: event.params.draft, format: event.params.format })
