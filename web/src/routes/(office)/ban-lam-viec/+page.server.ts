// The desk: what waits for this person, and the programmes he works on.
import { work } from '@dong-thuan/core/programmes/work.operations.ts'
import { listAll, listIssuers } from '@dong-thuan/core/programmes/programme.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => {
  const issuers = await event.locals.ask(listIssuers, {})
  const mine = new Set(issuers.ok ? issuers.value.bodies.map((body) => body.id) : [])
  const { programmes } = await valueOf(event, listAll, {})
  return { ...(await valueOf(event, work, {})), programmes: programmes.filter((one) => mine.has(one.bodyId)) }
}
