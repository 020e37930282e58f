// A new series of numbers.
import { create, list } from '@dong-thuan/core/documents/series.operations.ts'
import { list as templates } from '@dong-thuan/core/documents/template.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const body = event.url.searchParams.get('don-vi') ?? ''
  const { kinds } = await valueOf(event, list, { body })
  const shown = await valueOf(event, templates, {})
  const symbols = shown.templates.map(({ symbolExample }) => symbolExample).join(', ')
  return { kinds, body, symbols }
}

export const actions = {
  default: (event) => {
    const body = event.url.searchParams.get('don-vi')
    return act(event, create, { input: (read) => ({ ...read, body }), next: () => `/van-thu?don-vi=${body}` })
  },
}
