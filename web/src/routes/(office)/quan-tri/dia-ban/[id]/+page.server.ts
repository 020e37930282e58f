// An act: its document, its changes drawn before and after, what is left to mend; saved whole, or discarded.
import { readLines, removeLines } from '@dong-thuan/core/acts/act.lines.operations.ts'
import { discard, edit, show } from '@dong-thuan/core/acts/act.operations.ts'
import { save } from '@dong-thuan/core/acts/act.save.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { askedId, oneWord } from '#web/asked.ts'
import type { Input } from '#web/form.ts'
import { textOfFile } from '#web/sheet-file.ts'

export const load = async (event) => {
  const shown = await valueOf(event, show, { id: askedId(event.params.id) })
  const done = oneWord(['added', 'read', 'kept', 'saved', 'bodies'], event.url.searchParams.get('da'))
  return { act: shown, done, editing: event.url.searchParams.has('sua') && !shown.saved }
}

type Addressed = { params: { id: string } }
const of = (event: Addressed) => (read: Input) => ({ ...read, id: event.params.id })
const back = (event: Addressed, done: string) => () => `/quan-tri/dia-ban/${event.params.id}?da=${done}`

export const actions = {
  edit: (event) => act(event, edit, { input: of(event), next: back(event, 'kept') }),
  remove: (event) => act(event, removeLines, { input: of(event), next: back(event, 'kept') }),
  read: (event) =>
    act(event, readLines, {
      prepare: textOfFile('file', 'text'),
      input: ({ text = '', ...read }) => ({ ...read, text, id: event.params.id }),
      next: back(event, 'read'),
    }),
  save: (event) => act(event, save, { input: of(event), next: back(event, 'saved') }),
  discard: (event) => act(event, discard, { input: of(event), next: () => '/quan-tri/dia-ban' }),
}
