// The table of comments and answers as a file.
import { explanation } from '@dong-thuan/core/reports/circulation/explanation.operations.ts'
import { valueOf } from '#web/act.ts'
import { fileResponse } from '../../../../file.ts'

export const GET = async (event) => fileResponse(await valueOf(event, explanation, event.params))
