// Published cases by what stands in the address.
import { listReports } from '@dong-thuan/core/portal/report.operations.ts'
import { valueOf } from '#web/act.ts'
import { askedOf } from './asked.ts'

export const load = async (event) => {
  const { input, typed, faulty } = askedOf(event.url)
  return { ...(await valueOf(event, listReports, input)), typed, faulty, origin: event.locals.app.origin }
}
