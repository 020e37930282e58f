// One call: its outline while it is drafted, who has answered afterwards, and every move of its life.
import { closeCall, editCall, issueCall, reopenCall } from '@dong-thuan/core/calls/call.operations.ts'
import { listCandidates, showCall } from '@dong-thuan/core/calls/call.reads.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import type { Askable } from '#web/ask.ts'

export const load = async (event) => {
  const { call: id } = event.params
  const shown = await valueOf(event, showCall, { id })
  const { groups } = shown.moves.includes('edit') ? await valueOf(event, listCandidates, { id }) : { groups: [] }
  return { ...shown, groups, saved: event.url.searchParams.has('da-luu') }
}

const move =
  (operation: Askable, mark = '') =>
  (event: RequestEvent) =>
    act(event, operation, {
      input: (read) => ({ ...read, id: event.params.call }),
      next: () => event.url.pathname + mark,
    })

export const actions = {
  edit: move(editCall, '?da-luu=1'),
  issue: move(issueCall),
  close: move(closeCall),
  reopen: move(reopenCall),
}
