// A form that was sent: looked at, then used or dropped.
import { list } from '@dong-thuan/core/documents/template.operations.ts'
import { adopt, drop } from '@dong-thuan/core/reports/word/word.operations.ts'
import { draft as readDraft } from '@dong-thuan/core/reports/word/word.reads.ts'
import { act, valueOf } from '#web/act.ts'
import { mayEdit } from '../../rights.ts'

export const load = async (event) => {
  const draft = await valueOf(event, readDraft, { id: event.params.draft })
  const { templates } = await valueOf(event, list, {})
  const name = templates.find(({ family }) => family === draft.family)?.name ?? draft.family
  return { draft, name, mayAdopt: mayEdit(event.locals.actor) }
}

export const actions = {
  adopt: (event) =>
    act(event, adopt, {
      input: (read) => ({ ...read, id: event.params.draft }),
      next: ({ family }) => `/van-thu/mau/${family}`,
    }),
  drop: (event) =>
    act(event, drop, { input: (read) => ({ ...read, id: event.params.draft }), next: () => '/van-thu/mau' }),
}
