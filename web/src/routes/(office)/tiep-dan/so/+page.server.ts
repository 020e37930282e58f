// The register of the desks where this person works.
import { register } from '@dong-thuan/core/reception/visit.operations.ts'
import { mine } from '@dong-thuan/core/reception/sitting.read.operations.ts'
import { valueOf } from '#web/act.ts'
import { dayOf } from '#web/words/format.ts'

export const load = async (event) => {
  const late = event.url.searchParams.get('qua-han') === '1'
  const today = dayOf(event.locals.app.clock())
  const { desks } = await valueOf(event, mine, { from: today, to: today })
  const { actor } = event.locals
  const receives = actor.kind === 'person' && actor.roles.some(({ role }) => role === 'receiver')
  const found = await valueOf(event, register, { late: String(late) })
  return { ...found, overdue: found.late, late, desks, receives, today, monthBegan: `${today.slice(0, 7)}-01` }
}
