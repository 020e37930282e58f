// A typed code goes to the page of its certificate; one that nobody has stands in the field again, with what to do.
import { check } from '@dong-thuan/core/commendations/public.operations.ts'
import { redirect } from '@sveltejs/kit'
import { showRefusal } from '#web/form.ts'

export const load = async ({ url, locals }) => {
  const typed = url.searchParams.get('ma')?.trim().slice(0, 40) ?? ''
  const code = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '')
  if (typed === '') return { typed, errors: [] }
  const found = await locals.ask(check, { code })
  if (found.ok) redirect(303, `/khen-thuong/kiem-tra/${code}`)
  return { typed, errors: showRefusal(found.refusal, locals.language).lines.map(({ text }) => text) }
}
