// One more body for a form: found by name, then given the form and a receiver.
import { list as listBodies } from '@dong-thuan/core/bodies/body.operations.ts'
import { assign, show as showForm } from '@dong-thuan/core/programmes/forms/form.operations.ts'
import { setLine } from '@dong-thuan/core/programmes/lines/line.set.operations.ts'
import { show } from '@dong-thuan/core/programmes/programme.operations.ts'
import { dayAt } from '@dong-thuan/core/shared/day.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const q = event.url.searchParams.get('q')?.trim() ?? ''
  const { programme } = await valueOf(event, show, { programme: event.params.id })
  const today = dayAt(event.locals.app.clock())
  const lastDay = `${programme.year}-12-31`
  // Bodies of the programme's year: after a merger those of today are others.
  const on = today < lastDay ? today : lastDay
  const found = q ? await event.locals.ask(listBodies, { q: q.slice(0, 100), size: 200, on }) : null
  const { form, duties } = await valueOf(event, showForm, { form: event.params.form })
  const lines = [...new Map(duties.map(({ line, lineName }) => [line, lineName])).entries()]
  const { bodies, total } = found?.ok ? found.value : { bodies: [], total: 0 }
  return { form, q, programme: event.params.id, lines, found: bodies, total }
}

export const actions = {
  assign: (event) =>
    act(event, assign, {
      input: ({ body, to, line }) => ({ form: event.params.form, lines: [{ body, to, line }] }),
      next: () => `/chuong-trinh/${event.params.id}/bieu`,
    }),
  setLine: (event) =>
    act(event, setLine, {
      input: ({ way, upper }) => ({ way, line: upper, form: event.params.form }),
      next: () => `/chuong-trinh/${event.params.id}/bieu`,
    }),
}
