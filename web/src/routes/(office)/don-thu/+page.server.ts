// The queue of the person: one box of it, searched and filtered by the address.
import { queue } from '@dong-thuan/core/cases/queue.operations.ts'
import { valueOf } from '#web/act.ts'
import { dayOf } from '#web/words/format.ts'

export const load = async (event) => {
  const asked = event.url.searchParams
  const q = asked.get('q') ?? ''
  const late = String(asked.get('qua-han') === '1')
  const page = Number(asked.get('trang') ?? 1) || 1
  const first = await valueOf(event, queue, { box: asked.get('muc') ?? (q ? 'all' : 'toSort'), q, late, page })
  // Nobody has anything to sort who only handles: he sees what he has to do.
  const counted = first.counts.find(({ box }) => box === 'toSort')
  const idle = !asked.has('muc') && !q && counted?.count === 0
  const box = asked.get('muc') ?? (q ? 'all' : idle ? 'toDo' : 'toSort')
  const shown = idle ? await valueOf(event, queue, { box, q, late, page }) : first
  const receives =
    event.locals.actor.kind === 'person' && event.locals.actor.roles.some(({ role }) => role === 'receiver')
  const today = dayOf(event.locals.app.clock())
  return { ...shown, today, yearBegan: `${today.slice(0, 4)}-01-01`, box, q, late, page, receives }
}
