// Papers of a case: made from its recorded moves, and those that were made.
import { makePaper, papers } from '@dong-thuan/core/papers/paper.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => ({
  id: event.params.id,
  ...(await valueOf(event, papers, { id: event.params.id })),
  saved: event.url.searchParams.has('da-lap'),
})

export const actions = {
  make: (event) =>
    act(event, makePaper, {
      input: (read) => ({ ...read, id: event.params.id }),
      next: () => `${event.url.pathname}?da-lap=1`,
    }),
}
