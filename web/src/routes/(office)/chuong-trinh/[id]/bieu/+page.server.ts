// The forms of a programme: made from its targets, and who fills each for whom.
import { list as listBodies } from '@dong-thuan/core/bodies/body.operations.ts'
import { assign, show as showForm } from '@dong-thuan/core/programmes/forms/form.operations.ts'
import { formsFromTargets } from '@dong-thuan/core/programmes/forms/form.propose.operations.ts'
import { show } from '@dong-thuan/core/programmes/programme.operations.ts'
import { act, valueOf } from '#web/act.ts'

export const load = async (event) => {
  const shown = await valueOf(event, show, { programme: event.params.id })
  const forms = []
  for (const form of shown.forms) forms.push(await valueOf(event, showForm, { form: form.id }))
  const q = event.url.searchParams.get('don-vi') ?? ''
  const found = q ? await event.locals.ask(listBodies, { q }) : null
  return { ...shown, forms, q, found: found?.ok ? found.value.bodies : [] }
}

export const actions = {
  fromTargets: (event) => act(event, formsFromTargets, { input: (read) => ({ ...read, programme: event.params.id }) }),
  assign: (event) =>
    act(event, assign, {
      input: ({ form, body, to }) => ({ form, lines: [{ body, to }] }),
      next: () => `${event.url.pathname}?da-luu=1`,
    }),
}
