// The letter of a correction or a recall.
import { letterFile } from '@dong-thuan/core/reports/letters/letter.operations.ts'
import { sendFile } from '#web/file-out.ts'

export const GET = (event) => sendFile(event, letterFile, event.params)
