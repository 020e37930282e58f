// Servers of other places that are read into a desk, for its administrator.
import { listKeys } from '@dong-thuan/core/open311/key.operations.ts'
import { addSource, listSources, stopSource } from '@dong-thuan/core/open311/pull/source.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => ({
  ...(await valueOf(event, listSources, {})),
  ...(await valueOf(event, listKeys, {})),
})

export const actions = {
  add: (event) => act(event, addSource),
  stop: (event) => act(event, stopSource),
}
