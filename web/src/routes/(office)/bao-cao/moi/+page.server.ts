// A new report of a programme.
import { listAll, listIssuers } from '@dong-thuan/core/programmes/programme.operations.ts'
import { create, drafting } from '@dong-thuan/core/reports/report.create.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { withPeriod } from '#web/words/period.ts'

export const load = async (event) => {
  const { bodies } = await valueOf(event, listIssuers, {})
  const { programmes } = await valueOf(event, listAll, {})
  const { own } = await valueOf(event, drafting, {})
  const mine = new Set(bodies.map((body) => body.id))
  const open = programmes.filter((one) => mine.has(one.bodyId) && one.stage !== 'draft')
  const ids = new Set(open.map(({ id }) => id))
  return {
    programmes: open,
    own: own.filter((one) => !ids.has(one.programme)),
    chosen: event.url.searchParams.get('chuong-trinh') ?? '',
  }
}

export const actions = {
  default: (event) => act(event, create, { input: withPeriod, next: (value) => `/bao-cao/${value.report}` }),
}
