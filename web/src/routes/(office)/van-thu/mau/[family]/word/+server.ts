// The form of a template, to be changed in Word.
import { form } from '@dong-thuan/core/reports/word/word.reads.ts'
import { sendFile } from '#web/file-out.ts'

export const GET = (event) => sendFile(event, form, event.params)
