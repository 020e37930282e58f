// The layouts in use, each value with what it rests on; an administrator adds a version.
import { edit, list } from '@dong-thuan/core/documents/template.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { actor } = event.locals
  const mayEdit = actor.kind === 'person' && actor.roles.some(({ role }) => role === 'administrator')
  return { ...(await valueOf(event, list, {})), mayEdit }
}

/** “family.key” and the new value as typed: read as the kind of value it replaces. */
function changed(
  read: { [key: string]: unknown },
  templates: { family: string; values: { key: string; value: unknown }[] }[],
) {
  const [family = '', key = ''] = String(read.key ?? '').split('.')
  const old = templates.find((one) => one.family === family)?.values.find((line) => line.key === key)?.value
  const typed = String(read.value ?? '')
  const value =
    typeof old === 'number' ? Number(typed.replace(',', '.')) : typeof old === 'boolean' ? typed === 'có' : typed
  const no = (read.no ?? {}) as Record<string, unknown>
  return { ...read, family, expectedNo: no[family], changes: { [key]: value } }
}

export const actions = {
  default: async (event) => {
    const listed = await event.locals.ask(list, {})
    const templates = listed.ok ? listed.value.templates : []
    return act(event, edit, { input: (read) => changed(read, templates), next: () => '/van-thu/mau' })
  },
}
