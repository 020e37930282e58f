// Signing in with a passkey.
import { fail } from '@sveltejs/kit'
import { partyOf } from '@dong-thuan/core/people/passkeys/passkey.ts'
import { signInByPasskey } from '@dong-thuan/core/people/sign-in.ts'
import { enter, goingOn } from '#web/arriving.ts'
import { showRefusal, statusOf } from '#web/form.ts'

export const load = ({ locals, url }) => {
  const address = partyOf(locals.app.origin)?.origin ?? null
  return { address, here: address === url.origin, on: goingOn(url.search) }
}

export const actions = {
  default: async ({ request, locals, url, cookies }) => {
    const response = String((await request.formData()).get('response') ?? '').slice(0, 20_000)
    const result = await signInByPasskey(locals.app, { response, headers: request.headers })
    if (result.ok) enter(cookies, result.value, url.search)
    return fail(statusOf(result.refusal), { typed: {}, refusal: showRefusal(result.refusal, locals.language) })
  },
}
