// Signing in with user name and password, then back to where the person was going.
import { fail, redirect } from '@sveltejs/kit'
import { faultOf } from '@dong-thuan/core/people/provider/provider.ts'
import { signIn } from '@dong-thuan/core/people/sign-in.ts'
import { enter, goingOn, placeAfter } from '#web/arriving.ts'
import { readForm, showRefusal, statusOf } from '#web/form.ts'

export const load = ({ locals, url }) => {
  const again = url.searchParams.has('lai')
  if (locals.actor.kind === 'person' && !again) redirect(303, placeAfter(url.search))
  return {
    kept: url.searchParams.has('giu'),
    goOn: url.searchParams.has('tiep'),
    again,
    provider: locals.app.provider?.name ?? null,
    fault: faultOf(url.searchParams.get('loi'), locals.language),
    on: goingOn(url.search),
  }
}

export const actions = {
  default: async ({ request, locals, url, cookies, getClientAddress }) => {
    const { typed, input } = readForm(await request.formData())
    const { username = '', password = '' } = input as Record<string, string | undefined>
    const result = await signIn(locals.app, {
      ...{ username, password, remember: input.remember === true },
      ...{ headers: request.headers, address: getClientAddress() },
    })
    if (result.ok) enter(cookies, result.value, url.search)
    delete typed.password
    return fail(statusOf(result.refusal), { typed, refusal: showRefusal(result.refusal, locals.language) })
  },
}
