// Bodies recognised in a year.
import { recognised } from '@dong-thuan/core/assessments/public.operations.ts'
import { valueOf } from '#web/act.ts'

export const load = (event) => {
  const year = /^20(09|[1-9]\d)$/.exec(event.url.searchParams.get('nam') ?? '')?.[0]
  return valueOf(event, recognised, { year })
}
