// A new account; its first password is shown once.
import { bodies } from '@dong-thuan/core/people/person.list.operations.ts'
import { create } from '@dong-thuan/core/people/person.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const q = event.url.searchParams.get('don-vi') ?? ''
  return { q, choice: await valueOf(event, bodies, { q }), address: `${event.locals.app.origin}/dang-nhap` }
}

export const actions = { default: (event) => act(event, create) }
