// Reading one section of every unit, grouping items that say the same, merging passages into a report.
import { dissolveGroup, makeGroup } from '@dong-thuan/core/calls/groups/group.operations.ts'
import { readSection } from '@dong-thuan/core/calls/section.reads.ts'
import { merge } from '@dong-thuan/core/reports/merge.operations.ts'
import type { RequestEvent } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import type { Askable } from '#web/ask.ts'
import type { Input } from '#web/form.ts'
import { target } from './target.ts'

export const load = async (event) => {
  const { searchParams } = event.url
  const read = await valueOf(event, readSection, { id: event.params.call, section: searchParams.get('muc') ?? '' })
  return { ...read, ...(await target(event, read)), merged: searchParams.has('da-ghep') }
}

/** Back to the same section and report, without the name of the action. */
const again = (mark: string) => (event: RequestEvent) => {
  const kept = ['muc', 'bao-cao'].map((name) => [name, event.url.searchParams.get(name) ?? ''])
  return `${event.url.pathname}?${new URLSearchParams(kept)}${mark}`
}

const move =
  (operation: Askable, { input, mark = '' }: { input: (read: Input, event: RequestEvent) => Input; mark?: string }) =>
  (event: RequestEvent) =>
    act(event, operation, { input: (read) => input(read, event), next: () => again(mark)(event) })

export const actions = {
  merge: move(merge, {
    input: ({ report, ...read }, event) => ({
      ...{ ...read, id: report, call: event.params.call, callSection: event.url.searchParams.get('muc') },
    }),
    mark: '&da-ghep=1#bao-cao',
  }),
  group: move(makeGroup, {
    input: (read, event) => ({ ...read, call: event.params.call, section: event.url.searchParams.get('muc') }),
    mark: '#nhom',
  }),
  dissolve: move(dissolveGroup, { input: (read, event) => ({ ...read, call: event.params.call }), mark: '#nhom' }),
}
