// Opening what is sealed in order to sort it: a move of its own, so that it is pressed and recorded, never met by chance.
import { show } from '@dong-thuan/core/cases/show.operations.ts'
import { look, sort } from '@dong-thuan/core/cases/sort.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import { linesOf } from '#web/cases.ts'

export const load = async (event) => {
  const { id } = event.params
  const shown = await valueOf(event, show, { id })
  const { letters, suggested } = await valueOf(event, look, { id })
  return { ...shown, letters, suggested }
}

export const actions = {
  sort: (event: RequestEvent) =>
    act(event, sort, {
      input: ({ points, ...read }) => ({ ...read, points: linesOf(points), id: event.params.id }),
      next: () => `/don-thu/${event.params.id}`,
    }),
}
