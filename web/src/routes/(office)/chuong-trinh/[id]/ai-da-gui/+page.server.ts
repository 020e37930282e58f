// Who has reported: every form due, as a list to filter, with reminders to copy.
import { matrix } from '@dong-thuan/core/programmes/entries/work.operations.ts'
import { show } from '@dong-thuan/core/programmes/programme.operations.ts'
import { closePeriod } from '@dong-thuan/core/programmes/forms/calendar.operations.ts'
import { act, valueOf } from '#web/act.ts'
import { filters, type Filter } from '#web/desk.ts'

export const load = async (event) => {
  const asked = { programme: event.params.id, period: event.url.searchParams.get('ky') ?? undefined }
  const wanted = event.url.searchParams.get('loc') as Filter | null
  const { programme } = await valueOf(event, show, asked)
  return {
    programme,
    ...(await valueOf(event, matrix, asked)),
    filter: wanted && filters.includes(wanted) ? wanted : ('all' as Filter),
    remind: event.url.searchParams.get('nhac'),
  }
}

export const actions = {
  close: (event) =>
    act(event, closePeriod, { next: () => event.url.pathname + event.url.search.replace('?/close', '?') }),
}
