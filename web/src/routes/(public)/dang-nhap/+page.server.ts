// Signing in with user name and password, then back to where the person was going.
import { fail, redirect } from '@sveltejs/kit'
import { signIn } from '@dong-thuan/core/people/sign-in.ts'
import { setCookies } from '#web/actor.server.ts'
import { readForm, showRefusal, statusOf } from '#web/form.ts'
import { localPath } from '#web/look.ts'

export const load = ({ locals, url }) => {
  if (locals.actor.kind === 'person') redirect(303, placeAfter(url))
  return { kept: url.searchParams.has('giu'), goOn: url.searchParams.has('tiep') }
}

export const actions = {
  default: async ({ request, locals, url, cookies, getClientAddress }) => {
    const { typed, input } = readForm(await request.formData())
    const { username = '', password = '' } = input as Record<string, string | undefined>
    const result = await signIn(locals.app, {
      ...{ username, password, remember: input.remember === true },
      ...{ headers: request.headers, address: getClientAddress() },
    })
    if (!result.ok) {
      delete typed.password
      return fail(statusOf(result.refusal), { typed, refusal: showRefusal(result.refusal, locals.language) })
    }
    setCookies(cookies, result.value.setCookie)
    if (result.value.mustChangePassword) redirect(303, `/tai-khoan/mat-khau${url.search}`)
    redirect(303, placeAfter(url))
  },
}

/** The form that was interrupted, the page that was asked for, or the desk. */
function placeAfter(url: URL): string {
  if (url.searchParams.has('giu')) return `/dang-nhap/tiep-tuc${url.search}`
  return url.searchParams.has('tiep') ? localPath(url.searchParams.get('tiep')) : '/ban-lam-viec'
}
