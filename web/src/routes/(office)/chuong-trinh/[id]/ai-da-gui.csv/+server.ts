// The figures of a programme and period as CSV.
import { exportFigures } from '@dong-thuan/core/programmes/entries/exchange.operations.ts'
import { valueOf } from '#web/act.ts'

export const GET = async (event) => {
  const period = event.url.searchParams.get('ky') ?? undefined
  const { csv, period: key } = await valueOf(event, exportFigures, { programme: event.params.id, period })
  return new Response(csv, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="so-lieu-${event.params.id}-${key}.csv"`,
    },
  })
}
