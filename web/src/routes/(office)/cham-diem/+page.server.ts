// Assessments led by bodies the person reads of, and the sheets of his own.
import { list } from '@dong-thuan/core/assessments/assessment.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = (event) => valueOf(event, list, {})
