// Dispatch of an issued report: what went to whom, who has it; the clerk records more.
import { dispatch, receive } from '@dong-thuan/core/reports/dispatch/dispatch.operations.ts'
import { dispatches } from '@dong-thuan/core/reports/dispatch/dispatch.reads.ts'
import { publish } from '@dong-thuan/core/reports/publication/publication.operations.ts'
import { signed } from '@dong-thuan/core/reports/signed.operations.ts'
import { show } from '@dong-thuan/core/reports/report.read.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { id } = event.params
  const { report, moves } = await valueOf(event, show, { id })
  const { published, notices } = await valueOf(event, signed, { id })
  return { report, moves, published, notices, ...(await valueOf(event, dispatches, { id })) }
}

const here = (event: RequestEvent) => ({ next: () => event.url.pathname })

export const actions = {
  dispatch: (event) => act(event, dispatch, { ...here(event), input: (read) => ({ ...read, id: event.params.id }) }),
  publish: (event) => act(event, publish, { ...here(event), input: (read) => ({ ...read, id: event.params.id }) }),
  receive: (event) => act(event, receive, here(event)),
}
