// The newest published cases as an Atom feed; of one desk or one topic when the address says so.
import { listReports } from '@dong-thuan/core/portal/report.operations.ts'
import { valueOf } from '#web/act.ts'
import { wordsOf } from '#words'
import { askedOf, withFilters } from '../asked.ts'
import { feedOf } from './feed.ts'

export const GET = async (event) => {
  const { input, typed } = askedOf(event.url)
  const { desk, topic } = input
  const { reports } = await valueOf(event, listReports, { desk, topic, size: 50 })
  const words = wordsOf(event.locals.language)
  const self = `${event.locals.app.origin}${withFilters('/phan-anh/tin.atom', typed, ['noi', 'viec'])}`
  const body = feedOf(reports, { origin: event.locals.app.origin, self, words })
  return new Response(body, { headers: { 'content-type': 'application/atom+xml; charset=utf-8' } })
}
