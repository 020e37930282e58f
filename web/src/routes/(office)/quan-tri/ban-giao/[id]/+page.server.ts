// Minutes of a hand-over as they were made.
import { show } from '@dong-thuan/core/acts/handover/hand-over.reads.ts'
import { valueOf } from '#web/act.ts'
import { askedId } from '#web/asked.ts'

export const load = async (event) => ({
  handOver: await valueOf(event, show, { id: askedId(event.params.id) }),
  saved: event.url.searchParams.get('da') === 'save',
})
