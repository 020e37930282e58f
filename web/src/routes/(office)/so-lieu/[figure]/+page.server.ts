// Why a figure is what it is; beside a red one, what offices say of it.
import { explainFigure } from '@dong-thuan/core/programmes/boards/explain.operations.ts'
import { listCauses, writeCause } from '@dong-thuan/core/programmes/causes/cause.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const explained = await valueOf(event, explainFigure, { figure: event.params.figure })
  const { target, place, period } = explained
  const causes = await event.locals.ask(listCauses, { target: target.id, place: place.id, period: period.id })
  return { explained, causes: causes.ok ? causes.value : { own: null, wordings: [] } }
}

export const actions = {
  cause: (event) => act(event, writeCause, { next: () => event.url.pathname }),
}
