// A report that came to one's body, as it was issued; its receipt is confirmed here.
import { receive } from '@dong-thuan/core/reports/dispatch/dispatch.operations.ts'
import { arrivedPaper } from '@dong-thuan/core/reports/dispatch/dispatch.reads.ts'
import { act, valueOf } from '#web/act.ts'

export const load = (event) => valueOf(event, arrivedPaper, event.params)

export const actions = {
  default: (event) =>
    act(event, receive, {
      input: (read) => ({ ...read, ...event.params }),
      next: () => event.url.pathname,
    }),
}
