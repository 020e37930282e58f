// Dispatch of an issued report: each recipient once for each way it goes out. Pure.
import type { Day } from '../../shared/day.ts'
import type { Id } from '../../shared/id.ts'

/** axis: the axis on which documents are exchanged between offices; platform: to a body here. */
export const ways = ['platform', 'axis', 'mail', 'paper'] as const
export type Way = (typeof ways)[number]

export interface Dispatch {
  id: Id<'report_dispatch'>
  reportId: Id<'report'>
  bodyId: Id<'body'> | null
  recipient: string
  way: Way
  sentOn: Day
  note: string | null
  sentBy: string | null
  receivedOn: Day | null
  receivedBy: string | null
  receivedAt: Date | null
}
