// A role more for one person.
import { bodies } from '@dong-thuan/core/people/person.list.operations.ts'
import { show } from '@dong-thuan/core/people/person.operations.ts'
import { grant } from '@dong-thuan/core/people/role.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const q = event.url.searchParams.get('don-vi') ?? ''
  return {
    q,
    person: await valueOf(event, show, { id: event.params.id }),
    choice: await valueOf(event, bodies, { q }),
  }
}

export const actions = {
  default: (event) =>
    act(event, grant, {
      input: (read) => ({ ...read, id: event.params.id }),
      next: ({ id }) => `/quan-tri/nguoi-dung/${id}?da-luu=1`,
    }),
}
