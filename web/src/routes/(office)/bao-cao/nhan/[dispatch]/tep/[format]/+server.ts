// A report that came, as a file.
import { openArrived } from '@dong-thuan/core/reports/dispatch/dispatch.reads.ts'
import { valueOf } from '#web/act.ts'
import { fileResponse } from '../../../../file.ts'

export const GET = async (event) => fileResponse(await valueOf(event, openArrived, event.params))
