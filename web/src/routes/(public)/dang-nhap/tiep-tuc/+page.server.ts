// After signing in again: what was typed before the session ended, on its way back to its form.
import { redirect } from '@sveltejs/kit'
import { keptForm } from '@dong-thuan/core/people/kept-form.ts'
import { keptMark, pageOf } from '#web/kept.ts'
import { localPath } from '#web/look.ts'

export const load = async ({ locals, url }) => {
  if (locals.actor.kind !== 'person') redirect(303, `/dang-nhap${url.search}`)
  const form = await keptForm(locals.app, locals.actor, url.searchParams.get('giu') ?? '')
  const page = form ? pageOf(form.path) : localPath(url.searchParams.get('tiep'))
  return { form, page, keptMark, shown: (form?.fields ?? []).filter(isTyped).map(([, value]) => value) }
}

/** Not the ids and versions a form carries along, nor ticks. */
function isTyped([name, value]: [string, string]): boolean {
  const typed = name.endsWith(':number') || name.endsWith(':day') || !/^[\d\s]*$/.test(value)
  return typed && !name.endsWith(':yes') && value.trim() !== ''
}
