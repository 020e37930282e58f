// The public schedule for the calendar of a telephone; `noi` names one desk.
import { sendContent, type Content } from '@dong-thuan/core/http/kept-file.ts'
import { calendar } from '@dong-thuan/core/reception/calendar.operations.ts'
import { valueOf } from '#web/act.ts'

export const GET = async (event) => {
  const desk = event.url.searchParams.get('noi') ?? undefined
  return sendContent((await valueOf(event, calendar, { desk })) as Content)
}
