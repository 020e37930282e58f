// Comments on a draft: whom it was sent to, what came, a new round.
import { circulate } from '@dong-thuan/core/reports/circulation/circulation.operations.ts'
import { comments } from '@dong-thuan/core/reports/circulation/circulation.reads.ts'
import { show } from '@dong-thuan/core/reports/report.read.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { id } = event.params
  const { report, moves } = await valueOf(event, show, { id })
  return { report, moves, ...(await valueOf(event, comments, { id })) }
}

export const actions = {
  circulate: (event) =>
    act(event, circulate, {
      input: (read) => ({ ...read, id: event.params.id }),
      next: () => event.url.pathname,
    }),
}
