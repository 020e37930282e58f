// One collection: who has sent, the result in the file that came.
import { closeCollection, reopenCollection } from '@dong-thuan/core/collections/collection.operations.ts'
import { showCollection } from '@dong-thuan/core/collections/collection.reads.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => valueOf(event, showCollection, { id: event.params.id })

export const actions = {
  close: (event) => act(event, closeCollection, { next: () => event.url.pathname }),
  reopen: (event) => act(event, reopenCollection, { next: () => event.url.pathname }),
}
