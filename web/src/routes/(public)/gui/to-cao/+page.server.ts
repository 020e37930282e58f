// How a denunciation is made: nothing is taken here. The desks where it can be handed in, and when each receives next.
import { desks } from '@dong-thuan/core/cases/submit.operations.ts'
import { schedule } from '@dong-thuan/core/reception/schedule.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => {
  const { sittings } = await valueOf(event, schedule, {})
  const next = (deskId: number) => sittings.find((one) => one.deskId === deskId && one.stage === 'posted') ?? null
  const all = (await valueOf(event, desks, {})).desks
  return { desks: all.map((one) => ({ ...one, next: next(one.id) })) }
}
