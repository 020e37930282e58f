// Conclusions and decisions made known here, the newest first.
import { listConclusions } from '@dong-thuan/core/portal/conclusion.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = (event) => {
  const before = event.url.searchParams.get('truoc') ?? ''
  return valueOf(event, listConclusions, /^\d{1,9}$/.test(before) ? { before } : {})
}
