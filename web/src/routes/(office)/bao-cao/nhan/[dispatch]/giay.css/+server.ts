// How a report that came looks.
import { arrivedPaper } from '@dong-thuan/core/reports/dispatch/dispatch.reads.ts'
import { valueOf } from '#web/act.ts'

export const GET = async (event) => {
  const { css } = await valueOf(event, arrivedPaper, event.params)
  return new Response(css, { headers: { 'content-type': 'text/css; charset=utf-8' } })
}
