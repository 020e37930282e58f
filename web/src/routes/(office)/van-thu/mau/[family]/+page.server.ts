// One template: its values, its Word form, its versions; an administrator adds a version.
import { edit, list, restore } from '@dong-thuan/core/documents/template.operations.ts'
import { send } from '@dong-thuan/core/reports/word/word.operations.ts'
import { error } from '@sveltejs/kit'
import { act, valueOf } from '#web/act.ts'
import { fileAsText } from '#web/file-out.ts'
import { wordsOf } from '#words'
import { mayEdit, maySendForms } from '../rights.ts'

export const load = async (event) => {
  const { templates } = await valueOf(event, list, {})
  const template = templates.find(({ family }) => family === event.params.family)
  if (!template) error(404, wordsOf(event.locals.language).error.notFound)
  const { actor } = event.locals
  return { template, mayEdit: mayEdit(actor), maySend: maySendForms(actor) }
}

/** The new value as typed is read as the kind of value it replaces. */
function changed(read: { [key: string]: unknown }, values: { key: string; value: unknown }[]) {
  const key = String(read.key ?? '')
  const old = values.find((line) => line.key === key)?.value
  const typed = String(read.value ?? '')
  const value =
    typeof old === 'number' ? Number(typed.replace(',', '.')) : typeof old === 'boolean' ? typed === 'có' : typed
  return { ...read, changes: { [key]: value } }
}

export const actions = {
  edit: async (event) => {
    const { family } = event.params
    const listed = await event.locals.ask(list, {})
    const values = listed.ok ? (listed.value.templates.find((one) => one.family === family)?.values ?? []) : []
    return act(event, edit, { input: (read) => ({ ...changed(read, values), family }), next: () => event.url.pathname })
  },
  send: (event) =>
    act(event, send, {
      prepare: fileAsText,
      secret: ['file'],
      input: (read) => ({ ...read, family: event.params.family }),
      next: ({ draft }) => `/van-thu/mau/ban-word/${draft}`,
    }),
  restore: (event) =>
    act(event, restore, {
      input: (read) => ({ ...read, family: event.params.family }),
      next: () => event.url.pathname,
    }),
}
