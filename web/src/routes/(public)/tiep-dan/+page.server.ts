// The posted schedule by desk, and on how many days each head received.
import { schedule } from '@dong-thuan/core/reception/schedule.operations.ts'
import { duty } from '@dong-thuan/core/reception/duty.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => {
  const wanted = Number(event.url.searchParams.get('noi')) || undefined
  const all = await valueOf(event, schedule, {})
  const desk = all.desks.some(({ id }) => id === wanted) ? wanted : undefined
  const { desks: duties } = await valueOf(event, duty, { desk })
  const sittings = desk === undefined ? all.sittings : all.sittings.filter(({ deskId }) => deskId === desk)
  return { ...all, sittings, duties, desk, now: event.locals.app.clock() }
}
