// First set-up: the first body, when there is none, and the first administrator.
import { search } from '@dong-thuan/core/places/place.operations.ts'
import { begin, look } from '@dong-thuan/core/people/setup.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const q = event.url.searchParams.get('q') ?? ''
  const found = q && (await event.locals.ask(search, { q, size: 100 }))
  const places = found && found.ok ? found.value.hits.filter((place) => place.current).slice(0, 20) : []
  return { ...(await valueOf(event, look, { token: event.params.token })), q, places }
}

export const actions = {
  default: (event) =>
    act(event, begin, {
      input: (read) => ({ ...read, token: event.params.token }),
      next: () => '/dang-nhap',
      secret: ['password'],
    }),
}
