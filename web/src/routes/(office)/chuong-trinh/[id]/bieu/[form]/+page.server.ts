// One more body for a form: found by name, then given the form and a receiver.
import { list as listBodies } from '@dong-thuan/core/bodies/body.operations.ts'
import { assign, show as showForm } from '@dong-thuan/core/programmes/forms/form.operations.ts'
import { setLine } from '@dong-thuan/core/programmes/lines/line.set.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const q = event.url.searchParams.get('q')?.trim() ?? ''
  const found = q ? await event.locals.ask(listBodies, { q }) : null
  const { form } = await valueOf(event, showForm, { form: event.params.form })
  return { form, q, programme: event.params.id, found: found?.ok ? found.value.bodies : [] }
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
