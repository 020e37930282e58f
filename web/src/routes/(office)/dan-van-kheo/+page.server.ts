// The models of the person: one box of them.
import { list } from '@dong-thuan/core/models/list.operations.ts'
import { valueOf } from '#web/act.ts'
import { askedPage } from '#web/asked.ts'

export const load = async (event) => {
  const asked = event.url.searchParams
  const q = asked.get('q') ?? ''
  const box = asked.get('muc') ?? (q ? 'all' : 'own')
  const page = askedPage(event.url)
  const registers =
    event.locals.actor.kind === 'person' &&
    event.locals.actor.roles.some(({ role }) => ['reporter', 'officer', 'head'].includes(role))
  return { ...(await valueOf(event, list, { box, q, page })), box, q, page, registers }
}
