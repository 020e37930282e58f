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
  const shown = await valueOf(event, list, { box, q, page })
  // A body that guides and has no model of its own finds what waits for it.
  const waits = shown.counts.find((one) => one.box !== 'own' && one.box !== 'all' && one.count > 0)
  if (asked.get('muc') === null && box === 'own' && shown.lines.length === 0 && waits)
    return { ...(await valueOf(event, list, { box: waits.box, q, page })), box: waits.box, q, page, registers }
  return { ...shown, box, q, page, registers }
}
