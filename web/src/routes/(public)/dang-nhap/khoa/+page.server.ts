// Signing in with a passkey.
import { fail } from '@sveltejs/kit'
import { partyOf } from '@dong-thuan/core/people/passkeys/passkey.ts'
import { offerPasskey, signInByPasskey } from '@dong-thuan/core/people/sign-in.ts'
import { setCookies } from '#web/actor.server.ts'
import { enter, goingOn } from '#web/arriving.ts'
import { showRefusal, statusOf } from '#web/form.ts'

export const load = async ({ locals, url, cookies }) => {
  const address = partyOf(locals.app.origin)?.origin ?? null
  const offered = address === url.origin ? await offerPasskey(locals.app) : null
  if (offered?.ok) setCookies(cookies, offered.value.setCookie)
  const options = offered?.ok ? JSON.stringify(offered.value.options) : null
  return { address, options, on: goingOn(url.search) }
}

export const actions = {
  default: async ({ request, locals, url, cookies }) => {
    const response = String((await request.formData()).get('response') ?? '').slice(0, 20_000)
    const result = await signInByPasskey(locals.app, { response, headers: request.headers })
    if (result.ok) enter(cookies, result.value, url.search)
    return fail(statusOf(result.refusal), { typed: {}, refusal: showRefusal(result.refusal, locals.language) })
  },
}
