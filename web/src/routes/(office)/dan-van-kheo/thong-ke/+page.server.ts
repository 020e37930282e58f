// Counts of a year.
import { statistics } from '@dong-thuan/core/models/statistics.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = (event) => {
  const year = /^20\d\d$/.exec(event.url.searchParams.get('nam') ?? '')?.[0]
  return valueOf(event, statistics, { year })
}
