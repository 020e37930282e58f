// The scan of the paper that was entered, as it was handed in.
import { openScan } from '@dong-thuan/core/assessments/paper.operations.ts'
import { streamFile } from '#web/file-out.ts'

export const GET = (event) => streamFile(event, openScan, { id: event.params.id })
