// Assessments led by bodies the person reads of, and the sheets of his own.
import { list } from '@dong-thuan/core/assessments/assessment.operations.ts'
import { dayAt } from '@dong-thuan/core/shared/day.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => ({
  ...(await valueOf(event, list, {})),
  today: dayAt(event.locals.app.clock()),
})
