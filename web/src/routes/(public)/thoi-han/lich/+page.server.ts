// The days off of a year: read by everybody, confirmed by an administrator of everything.
import { confirm, show } from '@dong-thuan/core/law/calendar.operations.ts'
import { act, valueOf } from '#web/act.ts'

const asked = ({ url, locals }: { url: URL; locals: App.Locals }) =>
  url.searchParams.get('nam') ?? String(locals.app.clock().getFullYear())

export const load = async (event) => ({
  calendar: await valueOf(event, show, { year: asked(event) }),
  saved: event.url.searchParams.has('da-luu'),
})

export const actions = {
  default: (event) =>
    act(event, confirm, {
      // A line whose day was cleared is dropped.
      input: ({ days = [], ...read }) => ({
        ...{ ...read, year: asked(event) },
        days: (days as { day?: string }[]).filter((one) => one?.day),
      }),
      next: ({ year }) => `/thoi-han/lich?nam=${year}&da-luu`,
    }),
}
