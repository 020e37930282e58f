// An entry by its id: goes to its form, where everything about it stands.
import { redirect } from '@sveltejs/kit'
import { openById } from '@dong-thuan/core/programmes/entries/entry.reads.ts'
import { valueOf } from '#web/act.ts'

export const load = async (event) => {
  const opened = await valueOf(event, openById, { id: event.params.entry })
  redirect(303, `/nhap-so-lieu/${opened.body.id}/${opened.form.id}/${opened.period.id}`)
}
