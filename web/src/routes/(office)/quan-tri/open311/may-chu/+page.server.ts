// Servers of other places that are read into a desk, for its administrator.
import { desks } from '@dong-thuan/core/cases/submit.operations.ts'
import { addSource, listSources, stopSource } from '@dong-thuan/core/open311/pull/source.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => ({
  ...(await valueOf(event, listSources, {})),
  desks: (await valueOf(event, desks, {})).desks.map(({ id, name }) => ({ value: String(id), label: name })),
})

export const actions = {
  add: (event) => act(event, addSource),
  stop: (event) => act(event, stopSource),
}
