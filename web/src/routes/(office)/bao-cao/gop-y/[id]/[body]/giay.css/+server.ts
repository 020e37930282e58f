// How the draft looks, for whoever is asked about it.
import { draft } from '@dong-thuan/core/reports/circulation/circulation.reads.ts'
import { valueOf } from '#web/act.ts'

export const GET = async (event) => {
  const { css } = await valueOf(event, draft, event.params)
  return new Response(css, { headers: { 'content-type': 'text/css; charset=utf-8' } })
}
