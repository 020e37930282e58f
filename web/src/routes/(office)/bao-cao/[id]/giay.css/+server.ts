// How the paper of a report looks, from the layout it was made with: a style sheet, for inline styles are refused.
import { style } from '@dong-thuan/core/reports/report.view.operations.ts'
import { valueOf } from '#web/act.ts'

export const GET = async (event) => {
  const { css } = await valueOf(event, style, { id: event.params.id })
  return new Response(css, { headers: { 'content-type': 'text/css; charset=utf-8' } })
}
