// What became of a document that was received; after a recall the copy is confirmed to be destroyed here.
import { confirmDestroyed, told } from '@dong-thuan/core/documents/told.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = (event) => valueOf(event, told, event.params)

export const actions = {
  default: (event) =>
    act(event, confirmDestroyed, {
      input: (read) => ({ ...read, ...event.params }),
      next: () => event.url.pathname,
    }),
}
