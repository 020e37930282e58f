// New minutes: everything open in bodies that ended, by an act or all that wait, with the taker of each.
import { open } from '@dong-thuan/core/acts/handover/hand-over.open.ts'
import { save } from '@dong-thuan/core/acts/handover/hand-over.operations.ts'
import { dayAt } from '@dong-thuan/core/shared/day.ts'
import { act, valueOf } from '#web/act.ts'
import { askedId } from '#web/asked.ts'
import { handOverOf } from './lines.ts'

export const load = async (event) => {
  const asked = event.url.searchParams.get('van-ban')
  const q = event.url.searchParams.get('q')?.trim() ?? ''
  const act = asked === null ? undefined : askedId(asked)
  const { bodies, total } = await valueOf(event, open, { act, q: q.slice(0, 100) })
  return { bodies, total, q, act, today: dayAt(event.locals.app.clock()) }
}

export const actions = {
  default: (event) => act(event, save, { input: handOverOf, next: ({ id }) => `/quan-tri/ban-giao/${id}?da=save` }),
}
