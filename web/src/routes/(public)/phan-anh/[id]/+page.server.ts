// One published case.
import { showReport } from '@dong-thuan/core/portal/report.operations.ts'
import { valueOf } from '#web/act.ts'
import { askedId } from '#web/asked.ts'

export const load = (event) => valueOf(event, showReport, { id: askedId(event.params.id) })
