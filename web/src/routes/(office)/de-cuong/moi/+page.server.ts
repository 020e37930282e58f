// A new call: whose, which kind, until when.
import { createCall } from '@dong-thuan/core/calls/call.create.operations.ts'
import { listAll, listIssuers } from '@dong-thuan/core/programmes/programme.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { withPeriod } from '#web/words/period.ts'

export const load = async (event) => {
  const { bodies } = await valueOf(event, listIssuers, {})
  const { programmes } = await valueOf(event, listAll, {})
  const mine = new Set(bodies.map((body) => body.id))
  const open = programmes.filter((one) => mine.has(one.bodyId) && one.stage !== 'draft')
  return { bodies, programmes: open }
}

export const actions = {
  default: (event) => act(event, createCall, { input: withPeriod, next: (value) => `/de-cuong/${value.call}` }),
}
