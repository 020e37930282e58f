// Why a figure is what it is.
import { explainFigure } from '@dong-thuan/core/programmes/boards/explain.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => ({
  explained: await valueOf(event, explainFigure, { figure: event.params.figure }),
})
