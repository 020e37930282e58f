// How each body keeps its limits.
import { reportFigures } from '@dong-thuan/core/portal/figures.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = (event) => valueOf(event, reportFigures, {})
