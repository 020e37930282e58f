// A body on a day: names, tree, functions, where it came from and what became of it.
import { ofBody } from '@dong-thuan/core/acts/handover/hand-over.reads.ts'
import { show } from '@dong-thuan/core/bodies/body.operations.ts'
import { dayAt } from '@dong-thuan/core/shared/day.ts'
import { valueOf } from '#web/act.ts'
import { askedDay, askedId } from '#web/asked.ts'

export const load = async (event) => {
  const asked = askedDay(event.url)
  const body = await valueOf(event, show, { id: askedId(event.params.id), on: asked.day })
  const { handOver } = await valueOf(event, ofBody, { body: body.id })
  return { asked, body, handOver, today: dayAt(event.locals.app.clock()), mayManage: body.moves.length > 0 }
}
