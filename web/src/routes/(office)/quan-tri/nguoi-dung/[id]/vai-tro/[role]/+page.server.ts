// One role of one person: ending it, and who takes its place on some days.
import { error } from '@sveltejs/kit'
import { end as endDeputy, set } from '@dong-thuan/core/people/deputy.operations.ts'
import { list } from '@dong-thuan/core/people/person.list.operations.ts'
import { show } from '@dong-thuan/core/people/person.operations.ts'
import { end } from '@dong-thuan/core/people/role.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { wordsOf } from '#words'

export const load = async (event) => {
  const person = await valueOf(event, show, { id: event.params.id })
  const held = person.roles.find((role) => String(role.id) === event.params.role)
  if (!held) error(404, wordsOf(event.locals.language).error.notFound)
  const { people } = await valueOf(event, list, { body: held.bodyId, size: 200 })
  return { person, held, colleagues: people.filter((one) => one.id !== person.id) }
}

export const actions = {
  end: (event) =>
    act(event, end, {
      input: (read) => ({ ...read, id: event.params.role }),
      next: () => `/quan-tri/nguoi-dung/${event.params.id}?da-luu=1`,
    }),
  setDeputy: (event) => act(event, set, { input: (read) => ({ ...read, id: event.params.role }) }),
  endDeputy: (event) => act(event, endDeputy),
}
