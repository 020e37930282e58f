// One public report.
import { show } from '@dong-thuan/core/reports/publication/publication.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => ({ report: await valueOf(event, show, event.params) })
