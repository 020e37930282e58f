// The days off of a year: read by everybody, confirmed by an administrator of everything.
import { confirm, show } from '@dong-thuan/core/law/calendar.operations.ts'
import { dayAt } from '@dong-thuan/core/shared/day.ts'
import { act, valueOf } from '#web/act.ts'
import { dropEmptyDays } from './days.ts'

const asked = ({ url, locals }: { url: URL; locals: App.Locals }) =>
  url.searchParams.get('nam') ?? dayAt(locals.app.clock()).slice(0, 4)

export const load = async (event) => ({
  calendar: await valueOf(event, show, { year: asked(event) }),
  saved: event.url.searchParams.has('da-luu'),
})

export const actions = {
  default: (event) =>
    act(event, confirm, {
      prepare: async (data) => dropEmptyDays(data),
      input: ({ days = [], ...read }) => ({ ...read, year: asked(event), days }),
      next: ({ year }) => `/thoi-han/lich?nam=${year}&da-luu`,
    }),
}
