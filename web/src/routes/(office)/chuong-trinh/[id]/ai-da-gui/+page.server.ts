// Who has reported: every form due, as a list to filter, who was reminded, and a reminder to copy.
import { listReminders, noteReminder } from '@dong-thuan/core/programmes/entries/reminder.operations.ts'
import { matrix } from '@dong-thuan/core/programmes/entries/work.operations.ts'
import { show } from '@dong-thuan/core/programmes/programme.operations.ts'
import { closePeriod } from '@dong-thuan/core/programmes/forms/calendar.operations.ts'
import { dayAt } from '@dong-thuan/core/shared/day.ts'
import { act, valueOf } from '#web/act.ts'
import { filters, type Filter } from '#web/desk.ts'
import { lineAsked } from './lines.ts'

export const load = async (event) => {
  const { searchParams } = event.url
  const asked = { programme: event.params.id, period: searchParams.get('ky') ?? undefined }
  const wanted = searchParams.get('loc') as Filter | null
  const { programme, boardPlace } = await valueOf(event, show, asked)
  const seen = await valueOf(event, matrix, asked)
  const line = lineAsked(seen.lines, searchParams.get('nhac'))
  return {
    programme,
    boardPlace,
    ...seen,
    filter: wanted && filters.includes(wanted) ? wanted : ('matrix' as Filter),
    origin: event.locals.app.origin,
    today: dayAt(event.locals.app.clock()),
    reminding: line && {
      ...line,
      reminders: (await valueOf(event, listReminders, { ...line, programme: programme.id })).reminders,
    },
    reminded: lineAsked(seen.lines, searchParams.get('da-nhac')),
  }
}

export const actions = {
  close: (event) =>
    act(event, closePeriod, { next: () => event.url.pathname + event.url.search.replace('?/close', '?') }),
  remind: (event) =>
    act(event, noteReminder, {
      input: (read) => ({ ...read, programme: event.params.id }),
      next: () => {
        const left = new URLSearchParams(['ky', 'loc'].map((name) => [name, event.url.searchParams.get(name) ?? '']))
        return `?${left}&da-nhac=${event.url.searchParams.get('nhac') ?? ''}`
      },
    }),
}
