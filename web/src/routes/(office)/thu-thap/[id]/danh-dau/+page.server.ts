// Step 2: which cells, and who fills them.
import * as collections from '@dong-thuan/core/collections/collection.operations.ts'
import { showCollection, showMarking } from '@dong-thuan/core/collections/collection.reads.ts'
import { act, valueOf } from '#web/act.ts'
import { dueFrom } from '#web/collect.ts'
import type { Input } from '#web/form.ts'

export const load = async (event) => {
  const { id } = event.params
  const sheet = event.url.searchParams.get('trang') ?? undefined
  return {
    shown: await valueOf(event, showCollection, { id }),
    marking: await valueOf(event, showMarking, { id, sheet }),
  }
}

/** Rows come as row.6 = 123, bodies and kinds as lists. */
function marked(read: Input, id: string): Input {
  const chosen = Object.entries((read.row as Record<string, string> | undefined) ?? {})
  const rows = chosen.map(([row, body]) => ({ row, body: body === 'none' ? 0 : body }))
  const areas = ((read.areas as Input[] | undefined) ?? []).filter((area) => area.range)
  return { ...read, areas, rows, id }
}

export const actions = {
  mark: (event) =>
    act(event, collections.markCollection, {
      input: (read) => marked(read, event.params.id),
      next: () => `${event.url.pathname}?da-luu=1`,
    }),
  head: (event) =>
    act(event, collections.editCollection, {
      input: (read) => ({ ...read, id: event.params.id, dueAt: dueFrom(read) }),
      next: () => `${event.url.pathname}?da-luu=1`,
    }),
  issue: (event) => act(event, collections.issueCollection, { next: () => `/thu-thap/${event.params.id}` }),
  discard: (event) => act(event, collections.discardCollection, { next: () => '/thu-thap' }),
}
