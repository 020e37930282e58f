// The figures of a programme by the places of another day.
import { carriedFigures } from '@dong-thuan/core/programmes/boards/carried.operations.ts'
import { valueOf } from '#web/act.ts'
import { readDay } from '#web/words/read.ts'

export const load = async (event) => {
  const { searchParams } = event.url
  const on = readDay(searchParams.get('ngay') || '2025-07-01')
  const period = searchParams.get('ky') ?? undefined
  return { ...(await valueOf(event, carriedFigures, { programme: event.params.id, period, on })) }
}
